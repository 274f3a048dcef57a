import type { BoardSummary, Workshop } from '@renkei/shared/protocol/http-api.ts';
import { expect, test } from 'vitest';
import { boardOfScene, findMunicipalities, findScenes } from './portfolio.ts';

const daily = { pack: 'home-care', scene: 'daily' };
const empty = Array.from({ length: 8 }, () => 'empty' as const);

function board(id: string, changes: Partial<BoardSummary> = {}): BoardSummary {
	return {
		id,
		table: 1,
		title: id,
		scene: 'daily',
		theme: '',
		vision: '',
		kind: 'full',
		cardCount: 1,
		hintCount: 0,
		previousBoard: null,
		progress: empty,
		...changes
	};
}

function workshop(id: string, createdAt: number, changes: Partial<Workshop> = {}): Workshop {
	return {
		id,
		name: id,
		pack: 'home-care',
		scene: 'daily',
		sceneLabel: { ja: '日常療養支援', en: 'Everyday care' },
		municipality: 'I市',
		heldOn: '',
		state: 'open',
		joinCode: '111111',
		facilitatorCode: '222222',
		viewerCode: '333333',
		createdAt,
		peopleCount: 0,
		isForCases: false,
		isRehearsal: false,
		keptUntil: '2029-11-22',
		keptDays: 1096,
		isKeptByHand: false,
		boards: [board(`${id}-1`)],
		...changes
	} as Workshop;
}

test('municipalities are told apart by name and not by spelling, the newest first, without cases', () => {
	const found = findMunicipalities([
		workshop('a', 1),
		workshop('b', 3, { municipality: 'C市' }),
		workshop('c', 2, { municipality: 'Ⅰ市' }),
		workshop('d', 9, { isForCases: true, municipality: 'Z市' })
	]);
	expect(found.map(({ name, workshops }) => [name, workshops.map(({ id }) => id)])).toEqual([
		['C市', ['b']],
		['Ⅰ市', ['c', 'a']]
	]);
	expect(findMunicipalities([])).toEqual([{ name: '', workshops: [] }]);
});

test('a tile shows the newest workshop anything was written in, and there the board that came furthest', () => {
	const done = ['done' as const, ...empty.slice(1)];
	const shown = boardOfScene(
		[
			workshop('old', 1),
			workshop('new', 2, { boards: [board('n1'), board('n2', { progress: done })] }),
			workshop('blank', 3, { boards: [board('x', { cardCount: 0 })] }),
			workshop('other', 4, { boards: [board('o', { scene: 'endOfLife' })] })
		],
		daily
	);
	expect(shown?.board.id).toBe('n2');
	expect(boardOfScene([], daily)).toBeNull();
});

test('a board that another goes on from is left behind, also where it came further', () => {
	const done = ['done' as const, 'done' as const, ...empty.slice(2)];
	const first = board('first', { progress: done });
	const next = board('next', { previousBoard: 'first', table: 2 });
	expect(boardOfScene([workshop('w', 1, { boards: [first, next] })], daily)?.board.id).toBe('next');
});

test('the four scenes are always there, those of another pack once something was made for them', () => {
	expect(findScenes([]).map(({ scene }) => scene)).toEqual([
		'daily',
		'discharge',
		'emergency',
		'endOfLife'
	]);
	const label = { ja: '気づき', en: 'Noticing' };
	const other = workshop('d', 1, { pack: 'dementia', scene: 'daily', sceneLabel: label });
	const scenes = findScenes([other, workshop('w', 2)]);
	expect(scenes.at(-1)).toEqual({ pack: 'dementia', scene: 'daily', label });
	expect(boardOfScene([other], daily)).toBeNull();
	expect(boardOfScene([other], { pack: 'dementia', scene: 'daily' })?.workshop.id).toBe('d');
});
