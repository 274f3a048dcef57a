import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { CommandFailure } from './command-failure.ts';

/** Where a person types; the terminal, or a stand-in in tests. */
export interface Terminal {
	readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
	/** Not the standard output, which a file may go to. */
	readonly output: NodeJS.WritableStream;
}

/** The passphrase from the environment, or typed without being shown. */
export async function askPassphrase(
	env: Readonly<Record<string, string | undefined>>,
	{ input, output }: Terminal = { input: process.stdin, output: process.stderr }
): Promise<string> {
	const known = env['STAFF_PASSPHRASE'];
	if (known) return known;
	if (!input.isTTY)
		throw new CommandFailure(
			'担当者の合言葉がありません。環境変数 STAFF_PASSPHRASE に入れてください。',
			'There is no passphrase; put it into the environment as STAFF_PASSPHRASE.'
		);
	output.write('合言葉 / Passphrase: ');
	// Takes what readline would show of the typing.
	const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({ input, output: nowhere, terminal: true });
	try {
		return await new Promise((resolve, reject) => {
			lines.once('line', resolve);
			lines.once('close', () =>
				reject(new CommandFailure('合言葉が入りませんでした。', 'No passphrase was entered.'))
			);
		});
	} finally {
		lines.close();
		output.write('\n');
	}
}
