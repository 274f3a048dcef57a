import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBoardFile } from '@renkei/shared/exports/json.ts';
import { cardIdSchema } from '@renkei/shared/method/card.ts';
import { iCityMitori } from '@renkei/shared/method/templates/i-city-mitori.ts';
import { boardOf } from '@renkei/shared/method/worksheet/test-board.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { convertFile } from './convert-file.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'renkei-convert-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a board file that tells of votes tells them in every other file too', async () => {
	const vote = {
		title: '何から始めますか',
		rules: { budget: 3, perCard: 2 },
		endedAt: 1_000_000,
		voters: 6,
		cards: [{ card: cardIdSchema.parse('c2'), screen: 9, paper: 4 }]
	};
	const path = join(folder, 'board.json');
	const date = '2026-11-22';
	writeFileSync(path, writeBoardFile(boardOf(iCityMitori), { date, votes: [vote] }).bytes);
	const told = async (format: 'json' | 'svg', votes: 'yes' | 'no'): Promise<string> => {
		const query = { date, votes, ...(format === 'svg' && { sheet: 'onePage' as const }) };
		const { bytes } = await convertFile(path, format, query, undefined);
		return Buffer.from(bytes).toString();
	};
	expect(JSON.parse(await told('json', 'yes')).votes).toEqual([vote]);
	const line = /何から始めますか/;
	expect(await told('svg', 'yes')).toMatch(line);
	expect(await told('svg', 'no')).not.toMatch(line);
});
