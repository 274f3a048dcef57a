import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostileBoard, mitoriBoard, testOptions } from '@renkei/shared/exports/test-boards.ts';
import { writeXlsxFile } from '@renkei/shared/exports/xlsx.ts';
import { planImport } from '@renkei/shared/imports/plan-import.ts';
import { readWorkbook } from '@renkei/shared/imports/read-workbook.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import { templateIds } from '@renkei/shared/method/templates/template-ids.ts';
import { ensureOffice } from '../support/office.ts';
import { boardOfCards, boardOfCase, rareBoard } from './paper-boards.ts';

const run = promisify(execFile);

const boards: Readonly<Record<string, Board>> = {
	...Object.fromEntries(templateIds.map((id) => [id, boardOfCase(id)])),
	'60-cards': boardOfCards(60),
	filled: mitoriBoard,
	hostile: hostileBoard,
	rare: rareBoard
};

const minutes = 60_000;
let folder = '';
const saved = new Map<string, Uint8Array>();

/** Every workbook opened and saved again by LibreOffice, as somebody without Excel does. */
beforeAll(async () => {
	const office = ensureOffice();
	if ('refusal' in office) throw new Error(office.refusal);
	folder = mkdtempSync(join(tmpdir(), 'renkei-return-'));
	const out = join(folder, 'saved');
	mkdirSync(out);
	const options = { ...testOptions, includeVotes: true, includeProfessions: true };
	const paths: string[] = [];
	for (const [name, board] of Object.entries(boards)) {
		const path = join(folder, `${name}.xlsx`);
		writeFileSync(path, (await writeXlsxFile(board, options)).bytes);
		paths.push(path);
	}
	const profile = pathToFileURL(join(folder, 'profile')).href;
	await run(office.soffice, [
		'--headless',
		'--norestore',
		`-env:UserInstallation=${profile}`,
		'--convert-to',
		'xlsx',
		'--outdir',
		out,
		...paths
	]);
	for (const name of Object.keys(boards))
		saved.set(name, new Uint8Array(readFileSync(join(out, `${name}.xlsx`))));
}, 3 * minutes);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.keys(boards))('%s saved by LibreOffice wants nothing different', (name) => {
	const board = boards[name]!;
	const read = readWorkbook(saved.get(name)!);
	if ('refusal' in read) throw new Error(read.refusal);
	const { written, cards, notes } = read.table;
	expect(written?.cards.size).toBe(board.cards.size);
	expect(cards).toHaveLength(board.cards.size);
	expect(notes.map(({ code }) => code)).toEqual(['cardListCounts']);
	const { changes } = planImport(read.table, board);
	expect(changes.filter(({ state, reason }) => state !== 'same' || reason !== null)).toEqual([]);
});
