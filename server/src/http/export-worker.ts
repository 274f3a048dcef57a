import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { FontFiles } from '@renkei/shared/exports/export-format.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import type { ExportAnswer, ExportJob } from './exporter.ts';

async function readFont(name: string): Promise<Uint8Array> {
	const found = import.meta.resolve(`@expo-google-fonts/biz-udpgothic/${name}.ttf`);
	return await readFile(fileURLToPath(found));
}

let fonts: Promise<FontFiles> | null = null;

/** Read once: the writers keep what they made of a font by its array. */
function readFonts(): Promise<FontFiles> {
	fonts ??= (async () => ({
		regular: await readFont('400Regular/BIZUDPGothic_400Regular'),
		bold: await readFont('700Bold/BIZUDPGothic_700Bold')
	}))();
	return fonts;
}

async function answerTo(id: number, job: ExportJob): Promise<ExportAnswer> {
	try {
		const { format, board, paper, date } = job;
		const file = await exportFormats[format].write(board, { paper, date, fonts: readFonts });
		return { id, file };
	} catch (cause) {
		return { id, failure: cause instanceof Error ? cause.name : 'unknown' };
	}
}

parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: ExportJob }) => {
	void answerTo(id, job).then((answer) => parentPort?.postMessage(answer));
});
