import { readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { encodeBoard } from '@renkei/shared/document/write-board.ts';
import type { ExportedFile, FontFiles } from '@renkei/shared/exports/export-format.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import { readBoardFile } from '@renkei/shared/exports/json.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import { resolvePack } from '@renkei/shared/method/packs/resolve-pack.ts';
import { openSheetCanvas } from './sheet-canvas.ts';
import type { Job, JobAnswer, ReadFile, WriteJob } from './board-files.ts';

// Where there are few processors, whoever types goes before whoever waits for a file. Only Linux means this thread by
// it; elsewhere it would be the whole server.
if (process.platform === 'linux') setPriority(10);

const regular = import.meta
	.resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf');
const bold = import.meta
	.resolve('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf');

const secondRegular = import.meta
	.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf');
const secondBold = import.meta
	.resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf');

const fontFiles = new Map<string, Promise<Uint8Array>>();

/** Read once: the writers keep what they made of a font by its array. */
function readFont(url: string): Promise<Uint8Array> {
	const bytes = fontFiles.get(url) ?? readFile(fileURLToPath(url));
	fontFiles.set(url, bytes);
	return bytes;
}

async function readFonts(): Promise<FontFiles> {
	return {
		regular: await readFont(regular),
		bold: await readFont(bold),
		second: (weight) => readFont(weight === 'bold' ? secondBold : secondRegular)
	};
}

async function write({ format, board, pack, ...options }: WriteJob): Promise<ExportedFile> {
	const method = pack === null ? defaultMethod : resolvePack(pack);
	return await exportFormats[format].write(board, {
		...options,
		method,
		fonts: readFonts,
		canvas: openSheetCanvas
	});
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
