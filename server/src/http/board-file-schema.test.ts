import { boardFileSchema } from '@renkei/shared/exports/board-file.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { DrivenApp } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';
import { boardFileSchemaPath } from './board-file-schema.ts';

let driven: DrivenApp;
beforeAll(async () => {
	driven = await driveApp();
});
afterAll(async () => await driven.close());

interface File {
	format: string;
	version: number;
	board: { cards: Record<string, unknown>[]; links: Record<string, unknown>[] };
}

test('the published schema takes a file of this program and refuses a broken one', async () => {
	const published = (await driven.app.inject(boardFileSchemaPath)).json();
	expect(published.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
	expect(published.required).toEqual(['format', 'version', 'board']);
	// Read back from what other programs get, not from what it was made of.
	const schema = z.fromJSONSchema(published);
	const staff = await driven.staff();
	const workshop = await staff.send('POST', '/api/workshops', {
		key: 'k',
		name: '研修',
		scene: 'endOfLife',
		tables: 1,
		start: 'i-city-mitori'
	});
	const id = workshop.json().boards[0].id;
	const exported = await staff.send('GET', `/api/boards/${id}/export/json`);
	const isTaken = (change: (file: File) => void): boolean => {
		const file: File = exported.json();
		change(file);
		return schema.safeParse(file).success;
	};
	expect(isTaken(() => {})).toBe(true);
	expect(isTaken((file) => delete file.board.cards[0]!['votes'])).toBe(true);
	expect(isTaken((file) => (file.format = 'other'))).toBe(false);
	expect(isTaken((file) => (file.version = 0))).toBe(false);
	expect(isTaken((file) => delete file.board.cards[0]!['text'])).toBe(false);
	expect(isTaken((file) => (file.board.cards[0]!['type'] = 'risk'))).toBe(false);
	expect(isTaken((file) => delete file.board.links[0]!['to'])).toBe(false);
	expect(boardFileSchema.safeParse(exported.json()).success).toBe(true);
});

test('the description for people leads to it', async () => {
	expect((await driven.app.inject('/api/docs')).body).toContain(`href="${boardFileSchemaPath}"`);
});
