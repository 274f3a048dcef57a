/** Why a command came to nothing: one sentence in both languages, and the exit code it ends with. */
export class CommandFailure extends Error {
	readonly exitCode: number;

	constructor(ja: string, en: string, exitCode = 1) {
		super(`${ja} / ${en}`);
		this.name = 'CommandFailure';
		this.exitCode = exitCode;
	}
}

/** The exit code of a command that was not written as it should be. */
export const wrongUsage = 2;
