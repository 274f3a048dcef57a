import type { ProblemCode } from '@renkei/shared/protocol/problem.ts';
import type { CodeRole, Workshop } from '../storage/storage.ts';
import type { Services } from './services.ts';

/** Where a six-digit code leads, or why not; a wrong one counts as a guess of this address. */
export type CodeFinder = (
	code: string,
	address: string
) => Promise<
	| { readonly workshop: Workshop; readonly role: CodeRole }
	| { readonly refused: ProblemCode; readonly waitMs?: number }
>;

/** Looks codes up for everybody who comes with one. */
export function createCodeFinder({
	storage: { catalogue },
	codeGuesses
}: Pick<Services, 'storage' | 'codeGuesses'>): CodeFinder {
	return async (code, address) => {
		const waitBeforeMs = codeGuesses.waitMs(address);
		if (waitBeforeMs > 0) return { refused: 'tooManyGuesses', waitMs: waitBeforeMs };
		const target = await catalogue.findWorkshopByCode(code);
		// Asked again: of many guesses sent at once, all have passed the first question.
		const waitMs = codeGuesses.waitMs(address);
		if (waitMs > 0) return { refused: 'tooManyGuesses', waitMs };
		if (target) return target;
		codeGuesses.wrong(address);
		const closed = (await catalogue.listWorkshops()).some(
			(workshop) =>
				workshop.state === 'closed' &&
				[workshop.joinCode, workshop.facilitatorCode, workshop.viewerCode].includes(code)
		);
		if (!closed) return { refused: 'codeUnknown' };
		codeGuesses.forgive(address);
		return { refused: 'workshopClosed' };
	};
}
