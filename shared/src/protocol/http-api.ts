import { z } from 'zod';
import { boardKindIds, defaultPackId } from '../method/board.ts';
import { cardTypeSchema, idSchema } from '../method/card.ts';
import { professionSchema } from '../method/professions.ts';
import { sceneSchema } from '../method/scenes.ts';
import { templateIds } from '../method/templates/template-ids.ts';
import { roleSchema } from './roles.ts';

/** Six digits, easy to say aloud. */
export const joinCodeSchema = z.string().regex(/^[0-9]{6}$/);

/** The stages of a workshop: 準備中 / 進行中 / 見るだけ. */
export const workshopStateSchema = z.enum(['preparing', 'open', 'closed']);
export type WorkshopState = z.infer<typeof workshopStateSchema>;

/** What a new workshop's boards start from: blank, the short 目的シート, or one of the manual's worked examples (手引きの例). */
export const startSchema = z.enum(['blank', 'purpose', ...templateIds]);
export type Start = z.infer<typeof startSchema>;

/** POST /api/staff/sign-in: the passphrase, or the secret of a one-time link. */
export const staffSignInSchema = z.union([
	z.object({ passphrase: z.string().min(1).max(200) }),
	z.object({ linkSecret: z.string().min(20).max(100) })
]);

/** GET /api/me: who this browser is signed in as. */
export const meSchema = z.object({
	participant: z.string(),
	role: roleSchema,
	profession: professionSchema.nullable(),
	workshopId: idSchema.nullable(),
	table: z.number().int().nullable(),
	boardId: idSchema.nullable()
});
export type Me = z.infer<typeof meSchema>;

const localisedSchema = z.object({ ja: z.string(), en: z.string() });

/** GET /api/packs: what a workshop can be made with, the default first, and the files that were not taken. */
export const packListSchema = z.object({
	packs: z.array(
		z.object({
			id: idSchema,
			name: localisedSchema,
			scenes: z.array(z.object({ id: sceneSchema, label: localisedSchema }))
		})
	),
	/** One sentence each, with the file's name, line and column. */
	refusals: z.array(localisedSchema)
});
export type PackList = z.infer<typeof packListSchema>;

/** POST /api/workshops. `key` makes a repeated request create nothing twice. */
export const newWorkshopSchema = z.object({
	key: idSchema,
	name: z.string().trim().min(1).max(120),
	pack: idSchema.default(defaultPackId),
	/** One of the pack's. */
	scene: sceneSchema,
	municipality: z.string().trim().max(100).default(''),
	heldOn: z.string().trim().max(40).default(''),
	tables: z.number().int().min(1).max(15),
	start: startSchema
});
export type NewWorkshop = z.input<typeof newWorkshopSchema>;

/** A board in a list: how far it has come is computed by the server from its cards. */
export const boardSummarySchema = z.object({
	id: idSchema,
	table: z.number().int(),
	title: z.string(),
	scene: sceneSchema.nullable(),
	theme: z.string(),
	vision: z.string(),
	kind: z.enum(boardKindIds),
	cardCount: z.number().int(),
	/** Hints of the gentle checks that are not muted. */
	hintCount: z.number().int(),
	/** The board it goes on from. */
	previousBoard: idSchema.nullable(),
	/** Steps 1–7 and ⑧ in order, each empty, partial or done. */
	progress: z.array(z.enum(['empty', 'partial', 'done'])).length(8)
});
export type BoardSummary = z.infer<typeof boardSummarySchema>;

/** A workshop as staff see it, with its three codes. */
export const workshopSchema = z.object({
	id: idSchema,
	name: z.string(),
	pack: idSchema,
	scene: sceneSchema,
	sceneLabel: localisedSchema,
	municipality: z.string(),
	heldOn: z.string(),
	state: workshopStateSchema,
	joinCode: joinCodeSchema,
	facilitatorCode: joinCodeSchema,
	viewerCode: joinCodeSchema,
	createdAt: z.number(),
	peopleCount: z.number().int(),
	/** True for the standing workshop that holds a municipality's 事例ボード. */
	isForCases: z.boolean(),
	boards: z.array(boardSummarySchema)
});
export type Workshop = z.infer<typeof workshopSchema>;

/** GET /api/workshops. */
export const workshopListSchema = z.object({ workshops: z.array(workshopSchema) });

/** PATCH /api/workshops/:id. */
export const workshopChangeSchema = z
	.object({
		name: z.string().trim().min(1).max(120),
		state: workshopStateSchema,
		heldOn: z.string().trim().max(40)
	})
	.partial();

/** GET /api/join/:code: what a code leads to, before joining. */
export const joinTargetSchema = z.object({
	name: z.string(),
	scene: sceneSchema,
	sceneLabel: localisedSchema,
	tables: z.number().int(),
	state: workshopStateSchema,
	role: z.enum(['participant', 'facilitator', 'viewer'])
});
export type JoinTarget = z.infer<typeof joinTargetSchema>;

/** More tables than this do not fit into one workshop, imported boards included. */
export const maxTables = 99;

/** POST /api/join. The code decides between participant, facilitator and viewer; a participant may ask to be recorder. */
export const joinSchema = z.object({
	code: joinCodeSchema,
	profession: professionSchema,
	table: z.number().int().min(1).max(maxTables),
	asRecorder: z.boolean().default(false)
});
export type Join = z.input<typeof joinSchema>;

/** The answer to a join: the board to open. */
export const joinedSchema = z.object({ boardId: idSchema });

/** GET /api/boards/:id: what a client needs before it opens the board. The WebSocket is `/sync/<id>.<epoch>`. */
export const boardAccessSchema = z.object({
	id: idSchema,
	epoch: z.number().int(),
	title: z.string(),
	role: roleSchema,
	profession: professionSchema.nullable(),
	participant: z.string(),
	table: z.number().int(),
	workshopId: idSchema,
	workshopName: z.string(),
	state: workshopStateSchema,
	/** Shown only to staff and facilitators, else null. */
	joinCode: joinCodeSchema.nullable()
});
export type BoardAccess = z.infer<typeof boardAccessSchema>;

/** GET /api/boards/:id/snapshot: the board as it is now, as plain data for other programs. */
export const boardSnapshotSchema = z.object({
	id: idSchema,
	title: z.string(),
	meta: z.looseObject({ title: z.string(), scene: sceneSchema.nullable() }),
	/** In reading order, the fields of each type beside the common ones. */
	cards: z.array(z.looseObject({ id: idSchema, type: cardTypeSchema, text: z.string() })),
	links: z.array(z.looseObject({ id: idSchema, from: idSchema, to: idSchema, kind: z.string() })),
	/** Entries of the document that could not be read. */
	problems: z.array(z.looseObject({ where: z.string(), reason: z.string() }))
});

/** POST /api/workshops/:id/boards/import: a board file of this program; answers with the new board. */
export const importedSchema = z.object({ boardId: idSchema, workshopId: idSchema });

/** The formats a finished board can be taken home in. */
export const exportFormatSchema = z.enum(['pdf', 'xlsx', 'json']);

/** GET /api/boards/:id/export/:format; `paper` matters to pdf only. */
export const exportQuerySchema = z.object({ paper: z.enum(['A3', 'A4']).default('A3') });

/** RFC 9457 problem details; `code` is stable, `detail` is one plain sentence in the person's language. */
export const problemSchema = z.object({
	type: z.string(),
	title: z.string(),
	status: z.number().int(),
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
	'tooManyGuesses',
	'tooFast',
	'workshopClosed',
	'tableUnknown',
	'tooManyTables',
	'tooLarge',
	'notABoardFile',
	'newerBoardFile',
	'brokenBoardFile',
	'storageDown',
	'otherSite',
	'internal'
] as const;
export type ProblemCode = (typeof problemCodes)[number];
