import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { encodeBoard } from '@renkei/shared/document/write-board.ts';
import type { ExportedFile, FontFiles } from '@renkei/shared/exports/export-format.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import { readBoardFile } from '@renkei/shared/exports/json.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import { resolvePack } from '@renkei/shared/method/packs/resolve-pack.ts';
import type { Job, JobAnswer, ReadFile, WriteJob } from './board-files.ts';

const regular = import.meta
	.resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf');
const bold = import.meta
	.resolve('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf');

let fonts: Promise<FontFiles> | null = null;

/** Read once: the writers keep what they made of a font by its array. */
function readFonts(): Promise<FontFiles> {
	fonts ??= (async () => ({
		regular: await readFile(fileURLToPath(regular)),
		bold: await readFile(fileURLToPath(bold))
	}))();
	return fonts;
}

async function write({ format, board, pack, ...options }: WriteJob): Promise<ExportedFile> {
	const method = pack === null ? defaultMethod : resolvePack(pack);
	return await exportFormats[format].write(board, { ...options, method, fonts: readFonts });
}

function read(bytes: Uint8Array): ReadFile {
	const found = readBoardFile(bytes);
	if ('refusal' in found) return found;
	const { title, pack, scene, municipality, date } = found.board.meta;
	return { update: encodeBoard(found.board), title, pack, scene, municipality, date };
}

async function answerTo(id: number, job: Job): Promise<JobAnswer> {
	try {
		return { id, result: 'write' in job ? await write(job.write) : read(job.read) };
	} catch (cause) {
		return { id, failure: cause instanceof Error ? cause.name : 'unknown' };
	}
}

parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: Job }) => {
	void answerTo(id, job).then((answer) => parentPort?.postMessage(answer));
});
