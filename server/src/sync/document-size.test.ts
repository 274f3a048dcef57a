import { expect, test } from 'vitest';
import { DocumentSize } from './document-size.ts';

const empty = {
	ok: true,
	epoch: 1,
	state: 'live',
	snapshotSeq: 0,
	rows: [],
	lastSeq: 0,
	clientOwners: new Map<number, string>(),
	fellBack: false
} as const;

test('what was counted too high is measured before somebody is refused, but not for every refusal', () => {
	let measured = 0;
	const size = new DocumentSize(empty, 1000, () => {
		measured++;
		return 400;
	});
	size.add(900);
	expect(measured).toBe(0);
	expect(size.hasRoomFor(200, 0)).toBe(true);
	size.add(500);
	expect(size.hasRoomFor(200, 1000)).toBe(false);
	expect(measured).toBe(1);
	expect(size.hasRoomFor(200, 6000)).toBe(true);
	expect(measured).toBe(2);
});
