import type { ExportedFile, ExportFormat } from '@renkei/shared/exports/export-format.ts';
import { exportFormatIds } from '@renkei/shared/method/export-ids.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { ExportRun } from './export-run.svelte.ts';
import type { ExportWorld } from './export-run.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const board = readBoard(new Y.Doc());
const choices = {
	sheet: 'worksheet',
	paper: 'A3',
	date: '2022-12-15'
} as const;

/** A desk on which each export is finished, or broken, by hand. */
function desk() {
	const saved: string[] = [];
	const stopped: string[] = [];
	const calls: {
		finish: (kind?: ExportedFile['kind']) => void;
		fail: () => void;
		date: string;
	}[] = [];
	const format: ExportFormat = {
		label: { ja: '', en: '' },
		purpose: { ja: '', en: '' },
		extension: 'pdf',
		mediaType: 'application/pdf',
		sheets: null,
		write: (_, options) =>
			new Promise((resolve, reject) => {
				calls.push({
					finish: (kind) =>
						resolve({
							bytes: new Uint8Array(1),
							missingCharacters: ['𰻞'],
							...(kind ? { kind } : {})
						}),
					fail: () => reject(new Error('no')),
					date: options.date
				});
			})
	};
	const world: ExportWorld = {
		formats: Object.fromEntries(
			exportFormatIds.map((id) => [id, format])
		) as ExportWorld['formats'],
		fonts: () => Promise.reject(new Error('not asked for')),
		stop: () => void stopped.push('stopped'),
		save: (_, name, mediaType) => void saved.push(name, mediaType)
	};
	return { run: new ExportRun(world), calls, saved, stopped };
}

test('a file is handed over with its name and the characters that the font lacks', async () => {
	const { run, calls, saved } = desk();
	const finished = run.start(board, 'pdf', 'sheet.pdf', choices);
	expect(run.isRunning).toBe(true);
	calls[0]!.finish();
	await finished;
	expect(saved).toEqual(['sheet.pdf', 'application/pdf']);
	expect(calls[0]!.date).toBe('2022-12-15');
	expect(run.stage).toEqual({ kind: 'done', name: 'sheet.pdf', missing: ['𰻞'] });
});

test('a file of another kind than its format is named for what it is', async () => {
	const { run, calls, saved } = desk();
	const finished = run.start(board, 'png', 'sheet.png', choices);
	calls[0]!.finish({ extension: 'zip', mediaType: 'application/zip' });
	await finished;
	expect(saved).toEqual(['sheet.zip', 'application/zip']);
	expect(run.stage).toMatchObject({ kind: 'done', name: 'sheet.zip' });
});

test('the bar appears only after half a second', async () => {
	const { run, calls } = desk();
	const finished = run.start(board, 'pdf', 'a', choices);
	vi.advanceTimersByTime(499);
	expect(run.stage).toMatchObject({ showsBar: false });
	vi.advanceTimersByTime(1);
	expect(run.stage).toMatchObject({ showsBar: true });
	calls[0]!.finish();
	await finished;
});

test('やめる ends the run and nothing is saved even if the file is finished later', async () => {
	const { run, calls, saved, stopped } = desk();
	const finished = run.start(board, 'pdf', 'a', choices);
	run.cancel();
	expect(stopped).toEqual(['stopped']);
	calls[0]!.finish();
	await finished;
	expect(run.stage).toEqual({ kind: 'idle' });
	expect(saved).toEqual([]);
});

test('a failure is said, so that JSON can be offered instead', async () => {
	const { run, calls } = desk();
	const finished = run.start(board, 'pdf', 'a', choices);
	calls[0]!.fail();
	await finished;
	expect(run.stage).toEqual({ kind: 'failed' });
});
