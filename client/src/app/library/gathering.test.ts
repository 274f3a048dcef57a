import type { LibraryCard } from '@renkei/shared/protocol/library-api.ts';
import { expect, test } from 'vitest';
import { fiscalYearOf, keyOf, sortCauses } from './gathering.ts';

function cause(boardId: string, text: string, changes: Partial<LibraryCard> = {}): LibraryCard {
	return {
		boardId,
		cardId: 'c1',
		type: 'cause',
		text,
		category: '',
		isRoot: false,
		chain: [],
		title: boardId,
		kind: 'case',
		scene: 'daily',
		diseases: [],
		workshopId: 'w',
		workshopName: '事例',
		municipality: '',
		createdAt: new Date(2026, 10, 22).getTime(),
		...changes
	};
}

const anything = { scene: '', disease: '', year: '', words: '' };

test('the fiscal year begins in April', () => {
	expect(fiscalYearOf(new Date(2026, 3, 1).getTime())).toBe(2026);
	expect(fiscalYearOf(new Date(2027, 2, 31).getTime())).toBe(2026);
});

test('grouped causes are no longer loose, and a member whose card is gone is left out', () => {
	const causes = [cause('b1', '不安'), cause('b2', '知識')];
	const groups = [
		{
			id: 'g',
			title: '不安',
			createdAt: 1,
			members: [
				{ boardId: 'b1', cardId: 'c1' },
				{ boardId: 'b9', cardId: 'c1' }
			]
		}
	];
	const sorted = sortCauses({ causes, groups }, anything);
	expect(sorted.loose.map(keyOf)).toEqual(['b2/c1']);
	expect(sorted.groups[0]?.causes.map(keyOf)).toEqual(['b1/c1']);
});

test('scene, disease, year and words in any spelling narrow the loose ones', () => {
	const causes = [
		cause('b1', 'ケアマネの不安', { diseases: ['骨折'], scene: 'endOfLife' }),
		cause('b2', '知識', { createdAt: new Date(2020, 0, 1).getTime(), category: 'ｹｱﾏﾈ' })
	];
	const loose = (filter: Partial<typeof anything>) =>
		sortCauses({ causes, groups: [] }, { ...anything, ...filter }).loose.map(keyOf);
	expect(loose({ scene: 'endOfLife' })).toEqual(['b1/c1']);
	expect(loose({ disease: '骨折' })).toEqual(['b1/c1']);
	expect(loose({ year: '2019' })).toEqual(['b2/c1']);
	expect(loose({ words: 'けあまね' })).toEqual(['b1/c1', 'b2/c1']);
	expect(loose({ words: 'けあまね', scene: 'daily' })).toEqual(['b2/c1']);
});
