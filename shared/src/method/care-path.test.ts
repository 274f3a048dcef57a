import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addRecord, removeRecords } from '../document/commands/record-commands.ts';
import { readBoard } from '../document/read-board.ts';
import { boxesOverlap } from '../geometry/box.ts';
import {
	findTarget,
	heatOf,
	pinPlacers,
	pinsLeft,
	suggestTheme,
	tallyPins,
	targetWords,
	wordOf
} from './care-path.ts';
import type { DrawnPoint, Pin } from './care-path.ts';
import { homeCarePath as path } from './care-path-table.ts';
import { maxCardTextLength } from './card.ts';
import { cardTypes } from './card-types/index.ts';
import type { Profession } from './professions.ts';
import type { RecordId } from './records/index.ts';
import { recordKinds, recordsOf } from './records/index.ts';

const targets = [...path.places, ...path.ways];
const partyIds = path.parties.map(({ id }) => id);

function pin(id: number, place: string, more: Partial<Pin> = {}): Pin {
	return {
		id: `p${id}` as RecordId,
		kind: 'pin',
		createdAt: id,
		createdBy: 'somebody',
		profession: null,
		place,
		disease: '',
		parties: [],
		...more
	};
}

describe('the table of 図表4-3', () => {
	test('has every place of the flow, its five kinds of ward, and the way back', () => {
		expect(path.places.map(({ label }) => label.ja)).toEqual([
			'在宅',
			'急性期病床',
			'回復期リハ病床',
			'地域包括ケア病床',
			'療養病床',
			'精神病床',
			'退院支援',
			'在宅療養'
		]);
		expect(path.ways.find(({ isReturn }) => isReturn)?.name?.label.ja).toBe('再発・再入院');
		expect(path.diseases.map(({ label }) => label.ja)).toEqual(
			'心疾患 肺炎 脳血管疾患 骨折 脳卒中 廃用症候群 がん 指定しない'.split(' ')
		);
	});

	test('names every target once, and ways by their two ends', () => {
		const ids = targets.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		const ends = new Set([...path.places, ...path.areas].map(({ id }) => id));
		for (const { id, from, to } of path.ways) {
			expect(id).toBe(`${from}.${to}`);
			expect(ends.has(from) && ends.has(to)).toBe(true);
		}
		for (const { id } of targets)
			expect(recordKinds.pin.fields.place.schema.safeParse(id).success).toBe(true);
	});

	test('says everything in both languages', () => {
		const labels = [
			path.title,
			...path.areas.map(({ label }) => label),
			...path.places.flatMap(({ label, detail }) => (detail ? [label, detail] : [label])),
			...path.ways.flatMap(({ name }) => (name ? [name.label] : [])),
			...targets.map(({ theme }) => theme),
			...[...path.diseases, ...path.parties].map(({ label }) => label)
		];
		for (const { ja, en } of labels) {
			expect(ja).not.toBe('');
			expect(en).toMatch(/^[ -~⇄]+$/);
		}
	});

	test('offers on every target only parties it knows, and a theme that takes the disease', () => {
		for (const { parties, theme } of targets) {
			expect(parties.length).toBeGreaterThan(1);
			expect(parties.filter((id) => !partyIds.includes(id))).toEqual([]);
			expect(theme.ja.split('{disease}')).toHaveLength(2);
			expect(theme.en.split('{disease}')).toHaveLength(2);
			expect(theme.ja.length).toBeLessThan(maxCardTextLength);
		}
	});

	test('lies within 950 × 520, with boxes high enough for a finger', () => {
		expect(path.width).toBeLessThanOrEqual(950);
		expect(path.height).toBeLessThanOrEqual(520);
		const inside = ([x, y]: DrawnPoint): boolean =>
			x >= 0 && y >= 0 && x <= path.width && y <= path.height;
		for (const { box } of path.places) {
			expect(box.height).toBeGreaterThanOrEqual(60);
			expect(box.height).toBeLessThanOrEqual(92);
		}
		const boxes = [...path.places, ...path.areas].flatMap(({ box }) => (box ? [box] : []));
		for (const { x, y, width, height } of boxes)
			expect(inside([x, y]) && inside([x + width, y + height])).toBe(true);
		for (const { points } of path.ways) expect(points.every(inside)).toBe(true);
		// The head of a pin stands up to 60 above its tip and 25 to both sides.
		for (const { pinAt } of targets)
			expect(inside([pinAt[0] - 25, pinAt[1] - 60]) && inside([pinAt[0] + 25, pinAt[1]])).toBe(
				true
			);
	});

	test('no two places lie on each other', () => {
		const overlaps = path.places.flatMap(({ id, box }) =>
			path.places
				.filter((other) => other.id !== id && boxesOverlap(box, other.box))
				.map((other) => `${id} on ${other.id}`)
		);
		expect(overlaps).toEqual([]);
	});
});

describe('pins', () => {
	const pins = [
		pin(1, 'dischargeSupport.homeCare', {
			createdBy: 'a',
			profession: 'careManager',
			disease: 'fracture',
			parties: ['careManager', 'hospitalNurse']
		}),
		pin(2, 'dischargeSupport.homeCare', {
			createdBy: 'b',
			profession: 'physician',
			disease: 'stroke',
			parties: ['careManager', 'careManager', 'own word']
		}),
		pin(3, 'dischargeSupport.homeCare', {
			createdBy: 'a',
			profession: 'careManager',
			disease: 'fracture'
		}),
		pin(4, 'home', { createdBy: 'c' }),
		pin(5, 'a place of another drawing', { createdBy: 'd' })
	];

	test('add up by target and profession, whoever placed them', () => {
		const there = tallyPins(path, pins).get('dischargeSupport.homeCare');
		expect(there).toEqual({
			count: 3,
			professions: [
				{ id: 'physician', count: 1 },
				{ id: 'careManager', count: 2 }
			],
			diseases: [
				{ id: 'fracture', count: 2 },
				{ id: 'stroke', count: 1 }
			],
			parties: [
				{ id: 'careManager', count: 2 },
				{ id: 'hospitalNurse', count: 1 },
				{ id: 'own word', count: 1 }
			]
		});
		expect(JSON.stringify(there)).not.toContain('createdBy');
		expect(tallyPins(path, pins).get('home')?.professions).toEqual([{ id: null, count: 1 }]);
		expect(tallyPins(path, pins).get('acute')?.count).toBe(0);
	});

	test('add up to the same in whatever order they came', () => {
		const expected = [...tallyPins(path, pins)];
		for (let turn = 1; turn < pins.length; turn += 1) {
			const turned = [...pins.slice(turn), ...pins.slice(0, turn)];
			expect([...tallyPins(path, turned)]).toEqual(expected);
			expect([...tallyPins(path, [...turned].reverse())]).toEqual(expected);
		}
	});

	test('everybody has three, counted for each person alone', () => {
		expect(pinsLeft(path, pins, 'a')).toBe(1);
		expect(pinsLeft(path, pins, 'b')).toBe(2);
		expect(pinsLeft(path, pins, 'newcomer')).toBe(3);
		expect(pinsLeft(path, pins, 'd')).toBe(3);
		expect(pinPlacers(path, pins)).toEqual(new Set(['a', 'b', 'c']));
	});

	test('of two devices that were apart all stay, and none is left', () => {
		const many = [1, 2, 3, 4].map((id) => pin(id, 'home', { createdBy: 'a' }));
		expect(pinsLeft(path, many, 'a')).toBe(0);
		expect(tallyPins(path, many).get('home')?.count).toBe(4);
	});

	test('of people who were apart merge, and taking one away leaves the others', () => {
		const [one, other] = [new Y.Doc(), new Y.Doc()];
		const place = 'acute.rehabilitation';
		const author = (participant: string, profession: Profession) => ({
			participant,
			profession,
			now: 1
		});
		const own = addRecord(one, { kind: 'pin', place }, author('a', 'physician'));
		addRecord(other, { kind: 'pin', place, disease: 'heart' }, author('b', 'pharmacist'));
		const countIn = (doc: Y.Doc): number =>
			tallyPins(path, recordsOf(readBoard(doc), 'pin')).get(place)?.count ?? 0;
		Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
		Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
		expect([countIn(one), countIn(other)]).toEqual([2, 2]);
		removeRecords(one, own ? [own] : [], author('a', 'physician'));
		Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
		expect([countIn(one), countIn(other)]).toEqual([1, 1]);
	});

	test('stand out by how many they are beside the others', () => {
		expect([0, 1, 2, 3, 6, 7].map((count) => heatOf(count, 7))).toEqual([0, 1, 1, 2, 2, 3]);
		expect([1, 2].map((count) => heatOf(count, 2))).toEqual([2, 2]);
	});
});

describe('in words', () => {
	test('a way is said by its ends, a place by itself', () => {
		expect(targetWords(path, 'dischargeSupport.homeCare').ja).toBe('退院支援 → 在宅療養');
		expect(targetWords(path, 'home.hospital')).toEqual({
			ja: '在宅 → 入院',
			en: 'Home → Hospital'
		});
		expect(targetWords(path, 'acute').en).toBe('Acute ward');
		expect(findTarget(path, 'hospital')).toBeNull();
	});

	test('a theme is suggested in the form of the manual', () => {
		const id = 'dischargeSupport.homeCare';
		expect(suggestTheme(path, id, 'fracture').ja).toBe(
			'骨折で入院した高齢者が、退院後に適切な療養生活を送れるようにするためにはどうしたらよいか'
		);
		expect(suggestTheme(path, id, 'heart').en).toContain('admitted for heart disease live');
		for (const none of ['', path.noDisease])
			expect(suggestTheme(path, id, none).ja).toMatch(/^入院した高齢者が/);
	});

	test('every suggestion and every word fits the fields of a theme', () => {
		const { fields } = cardTypes.theme;
		for (const { id } of targets) {
			expect(suggestTheme(path, id, '$&').ja).toContain('$&で入院');
			expect(fields.ward.schema.safeParse(targetWords(path, id).en).success).toBe(true);
		}
		expect(
			fields.parties.schema.safeParse(partyIds.map((id) => wordOf(path.parties, id).ja)).success
		).toBe(true);
	});
});
