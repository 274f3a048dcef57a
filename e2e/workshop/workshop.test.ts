import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { closeAndTakeHome, deleteAll } from './closing-scenes.ts';
import { openRoom, tableCount } from './room.ts';
import {
	arrange,
	facilitatorDies,
	ideasWait,
	pressAtOnce,
	report,
	workTogether
} from './together-scenes.ts';
import { vote } from './voting-scenes.ts';
import { show, writeFreely, writeUnseen } from './writing-scenes.ts';

const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));

test(`a workshop of ${tableCount} tables × 7 people, from the first card to its deletion (seed ${seed})`, async () => {
	const startedAt = performance.now();
	const room = await openRoom(seed);
	const scenes: string[] = [];
	let sceneAt = performance.now();
	const sceneDone = (name: string): void => {
		const now = performance.now();
		scenes.push(`${name} ${((now - sceneAt) / 1000).toFixed(1)}`);
		sceneAt = now;
	};
	try {
		await writeFreely(room);
		sceneDone('free');
		const written = await writeUnseen(room);
		sceneDone('unseen');
		await show(room, written);
		sceneDone('show');
		await pressAtOnce(room);
		await facilitatorDies(room);
		await ideasWait(room);
		await workTogether(room);
		sceneDone('together');
		await vote(room);
		sceneDone('vote');
		await arrange(room);
		await report(room);
		sceneDone('arrange, report');
		expect(room.clock.passedMs()).toBe(90 * 60_000);
		await closeAndTakeHome(room);
		await deleteAll(room);
		sceneDone('close');
	} finally {
		await room.close();
		const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
		process.stdout.write(
			`workshop: ${room.clock.passedMs() / 60_000} minutes in ${seconds} s (${scenes.join(', ')}), seed ${seed}\n`
		);
	}
}, 180_000);
