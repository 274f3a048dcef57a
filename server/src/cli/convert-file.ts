import { readFile, stat } from 'node:fs/promises';
import { maxBoardFileBytes } from '@renkei/shared/exports/board-file.ts';
import { exportFileName } from '@renkei/shared/exports/file-name.ts';
import { readBoardFile } from '@renkei/shared/exports/json.ts';
import { defaultPackId } from '@renkei/shared/method/board.ts';
import type { ExportFormatId } from '@renkei/shared/method/export-ids.ts';
import type { ExportQuery } from '@renkei/shared/protocol/exports-api.ts';
import { exportQuerySchema } from '@renkei/shared/protocol/exports-api.ts';
import { createBoardFiles } from '../http/board-files.ts';
import { dayOf, optionsOf, sheetFor } from '../http/export-choices.ts';
import { problems } from '../http/problems.ts';
import { loadPacks, shippedPacks } from '../packs/load-packs.ts';
import { CommandFailure } from './command-failure.ts';
import type { WrittenFile } from './save-file.ts';

/** Writes the board of a board file in another format, without any server. */
export async function convertFile(
	path: string,
	format: ExportFormatId,
	given: ExportQuery,
	packsFolder: string | undefined
): Promise<WrittenFile> {
	const query = exportQuerySchema.parse(given);
	const sheet = sheetFor(format, query.sheet);
	if (sheet === null) throw failureOf('sheetUnknown');
	const read = readBoardFile(await readSmall(path));
	if ('refusal' in read) throw failureOf(read.refusal);
	const { board, votes } = read;
	const { pack } = board.meta;
	const packs = await loadPacks(packsFolder ? [shippedPacks, packsFolder] : [shippedPacks]);
	const date = query.date ?? dayOf(Date.now());
	const files = createBoardFiles();
	try {
		const { bytes, missingCharacters, kind } = await files.write({
			...optionsOf(query),
			...(votes === undefined ? {} : { votes }),
			format,
			board,
			sheet,
			date,
			pack: pack === defaultPackId ? null : packs.find(pack)
		});
		const name = exportFileName(
			board.meta,
			{ format, sheet, ...(kind ? { kind } : {}) },
			{ date, method: packs.methodOf(pack), say: ({ ja }) => ja }
		);
		return { name, bytes, missingCharacters };
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : 'unknown';
		throw new CommandFailure(
			`書き出せませんでした（${reason}）。`,
			`The file could not be written (${reason}).`
		);
	} finally {
		await files.close();
	}
}

async function readSmall(path: string): Promise<Uint8Array> {
	try {
		const { size } = await stat(path);
		if (size > maxBoardFileBytes) throw failureOf('tooLarge');
		return await readFile(path);
	} catch (cause) {
		if (cause instanceof CommandFailure) throw cause;
		throw new CommandFailure(
			`${path} を開けませんでした。ボードの id かファイルの場所を確かめてください。`,
			`${path} could not be opened; check the board id or the path of the file.`
		);
	}
}

function failureOf(code: keyof typeof problems): CommandFailure {
	return new CommandFailure(problems[code].ja, problems[code].en);
}
