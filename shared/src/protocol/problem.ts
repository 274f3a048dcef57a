import * as z from 'zod/mini';

/** RFC 9457 problem details; `code` is stable, `detail` is one plain sentence in the person's language. */
export const problemSchema = z.object({
	type: z.string(),
	title: z.string(),
	status: z.int(),
	code: z.string(),
	detail: z.string()
});
export type Problem = z.infer<typeof problemSchema>;

/** Every stable code of a refusal. */
export const problemCodes = [
	'badRequest',
	'notSignedIn',
	'forbidden',
	'notFound',
	'wrongPassphrase',
	'linkUsed',
	'codeUnknown',
	'transferUnknown',
	'tooManyGuesses',
	'tooFast',
	'workshopClosed',
	'rehearsing',
	'rehearsalNotNow',
	'lastFacilitator',
	'tableUnknown',
	'tooManyTables',
	'tooLarge',
	'notABoardFile',
	'newerBoardFile',
	'brokenBoardFile',
	'notAPhoto',
	'heicPhoto',
	'brokenPhoto',
	'photoTooWide',
	'tooManyPhotos',
	'sheetUnknown',
	'storageDown',
	'otherSite',
	'internal'
] as const;
export type ProblemCode = (typeof problemCodes)[number];
