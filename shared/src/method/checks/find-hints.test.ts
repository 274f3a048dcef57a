import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Board } from '../board.ts';
import type { RecordId } from '../records/index.ts';
import { cCityDischarge } from '../templates/c-city-discharge.ts';
import { boardOf } from '../worksheet/test-board.ts';
import { anyBoard } from './any-board.driver.ts';
import { findHints, openHints } from './find-hints.ts';

describe('on any board', () => {
	test('the checks end, and point only at cards that are there', () => {
		fc.assert(
			fc.property(anyBoard, (board) => {
				const hints = findHints(board);
				const pointed = hints.flatMap(({ cards }) => cards);
				expect(pointed.filter((id) => !board.cards.has(id))).toEqual([]);
				const strays = hints.filter(
					({ about, cards, action }) =>
						(about !== null && !cards.includes(about)) ||
						(action !== null && 'card' in action && !cards.includes(action.card))
				);
				expect(strays).toEqual([]);
				expect(hints.filter(({ question }) => !question.ja || !question.en)).toEqual([]);
				// Every hint can be told from every other one, so that it can be put aside alone.
				expect(new Set(hints.map(({ check, about }) => `${check} ${about}`)).size).toBe(
					hints.length
				);
			}),
			{ numRuns: 300 }
		);
	});

	test('the order of cards and links in the document changes nothing', () => {
		fc.assert(
			fc.property(anyBoard, fc.infiniteStream(fc.nat()), (board, numbers) => {
				const shuffled = <K, V>(map: ReadonlyMap<K, V>): Map<K, V> =>
					new Map(
						[...map]
							.map((entry) => [numbers.next().value ?? 0, entry] as const)
							.sort(([a], [b]) => a - b)
							.map(([, entry]) => entry)
					);
				const other = { ...board, cards: shuffled(board.cards), links: shuffled(board.links) };
				expect(findHints(other)).toEqual(findHints(board));
			}),
			{ numRuns: 200 }
		);
	});

	test('nothing is changed, and the answer is the same again', () => {
		fc.assert(
			fc.property(anyBoard, (board) => {
				const before = structuredClone(board);
				const frozen = freeze(board);
				const first = findHints(frozen);
				expect(findHints(frozen)).toEqual(first);
				expect(board).toEqual(before);
			}),
			{ numRuns: 100 }
		);
	});
});

describe('what is put aside', () => {
	const board = boardOf(cCityDischarge);
	const withMuted = (...muted: readonly { check: string; card: string }[]): Board => ({
		...board,
		records: new Map(
			muted.map(({ check, card }, at) => {
				const id = `r${at}` as RecordId;
				return [
					id,
					{
						id,
						kind: 'mutedCheck',
						check,
						card,
						reason: '今回は不要',
						createdAt: at,
						createdBy: '',
						profession: null
					}
				];
			})
		)
	});
	const about = (from: Board, check: string) =>
		openHints(from)
			.filter((hint) => hint.check === check)
			.map((hint) => hint.about);

	test('on one card stays open on the others', () => {
		expect(about(withMuted({ check: 'O1', card: 'm1' }), 'O1')).toEqual(['m2']);
	});

	test('on the board is gone everywhere, and everything else stays', () => {
		const muted = withMuted({ check: 'O1', card: '' });
		expect(about(muted, 'O1')).toEqual([]);
		expect(openHints(muted).length).toBe(findHints(board).length - 2);
		expect(findHints(muted)).toEqual(findHints(board));
	});

	test('by a check this program does not know harms nothing', () => {
		expect(openHints(withMuted({ check: 'Z9', card: '' }))).toEqual(findHints(board));
	});
});

/** A board that throws when anything in it is written. */
function freeze<T>(value: T): T {
	if (typeof value !== 'object' || value === null) return value;
	if (value instanceof Map) {
		for (const part of value.values()) freeze(part);
		for (const method of ['set', 'delete', 'clear'])
			Object.defineProperty(value, method, {
				value: () => {
					throw new Error('A check wrote to the board.');
				}
			});
		return value;
	}
	for (const part of Object.values(value)) freeze(part);
	return Object.freeze(value);
}
