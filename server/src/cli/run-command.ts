import { bundleFiles } from '@renkei/shared/exports/file-bundle.ts';
import type { BundledFile } from '@renkei/shared/exports/file-bundle.ts';
import { dayOf } from '../http/export-choices.ts';
import { askPassphrase } from './ask-passphrase.ts';
import { CommandFailure } from './command-failure.ts';
import { convertFile } from './convert-file.ts';
import { helpText } from './help-text.ts';
import type { Command } from './read-arguments.ts';
import { readArguments } from './read-arguments.ts';
import { saveFile } from './save-file.ts';
import type { WrittenFile } from './save-file.ts';
import type { ServerSession } from './server-session.ts';
import { openSession, serverUrl } from './server-session.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type ExportCommand = Extract<Command, { kind: 'export' }>;

/** Does what a command line asks, says what came of it, and sets the exit code. */
export async function runCommand(
	argv: readonly string[],
	env: Environment = process.env
): Promise<void> {
	try {
		const command = readArguments(argv);
		switch (command.kind) {
			case 'help':
				process.stdout.write(`${helpText()}\n`);
				return;
			case 'boards':
				await atServer(env, listBoards);
				return;
			case 'export':
				await runExport(command, env);
		}
	} catch (cause) {
		if (!(cause instanceof CommandFailure)) throw cause;
		tell(cause.message);
		process.exitCode = cause.exitCode;
	}
}

async function atServer(
	env: Environment,
	work: (session: ServerSession) => Promise<void>
): Promise<void> {
	const server = serverUrl(env);
	const session = await openSession(server, await askPassphrase(env));
	try {
		await work(session);
	} finally {
		// Nobody stays signed in behind a script; a server that ended meanwhile forgot it anyway.
		await session.signOut().catch(() => {});
	}
}

async function listBoards(session: ServerSession): Promise<void> {
	const rows = (await session.listWorkshops()).flatMap((workshop) =>
		workshop.boards.map(({ id, table, title }) => [id, workshop.id, table, title])
	);
	for (const row of rows) process.stdout.write(`${row.map(plain).join('\t')}\n`);
}

async function runExport(command: ExportCommand, env: Environment): Promise<void> {
	const { source, format, query, out } = command;
	if ('file' in source) {
		await hand(await convertFile(source.file, format, query, env['PACKS_DIR']), out);
		return;
	}
	await atServer(env, async (session) => {
		if ('boardId' in source)
			await hand(await session.exportBoard(source.boardId, format, query), out);
		else await exportWorkshop(session, source.workshopId, command);
	});
}

/** One board after another: a board that cannot be written is named, and the others still come. */
async function exportWorkshop(
	session: ServerSession,
	workshopId: string,
	{ format, query, out }: ExportCommand
): Promise<void> {
	const workshop = (await session.listWorkshops()).find(({ id }) => id === workshopId);
	if (!workshop)
		throw new CommandFailure(
			'そのワークショップはありません。id は npx renkei boards で見られます。',
			'There is no such workshop; npx renkei boards lists the ids.'
		);
	const files: BundledFile[] = [];
	for (const { id, table, title } of workshop.boards) {
		try {
			const file = await session.exportBoard(id, format, query);
			files.push(file);
			warnOfMissing(file);
		} catch (cause) {
			if (!(cause instanceof CommandFailure)) throw cause;
			tell(`${table}卓 ${plain(title)}：${cause.message}`);
			process.exitCode = cause.exitCode;
		}
	}
	if (files.length === 0)
		throw new CommandFailure('書き出せたボードがありません。', 'No board could be written.');
	const date = query.date ?? dayOf(Date.now());
	say(await saveFile(bundleFiles(files, date), out, `${workshopId}.zip`));
}

async function hand(file: WrittenFile, out: string | null): Promise<void> {
	warnOfMissing(file);
	say(await saveFile(file.bytes, out, file.name));
}

/** Where the file is, for a script to read. */
function say(target: string | null): void {
	if (target !== null) process.stdout.write(`${plain(target)}\n`);
}

function warnOfMissing({ name, missingCharacters: missing }: WrittenFile): void {
	if (missing.length > 0)
		tell(
			`${plain(name)}：書体にない文字が「〓」になりました（${missing.join(' ')}）。 / The font lacks these characters.`
		);
}

/** Free of what would move a terminal's cursor or end a line of a list. */
function plain(value: string | number): string {
	return String(value).replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ');
}

function tell(sentence: string): void {
	process.stderr.write(`${plain(sentence)}\n`);
}
