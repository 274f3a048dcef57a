import type { CardId, CardOf } from '../card.ts';
import type { BoardIndex } from './board-index.ts';

/** A chain through a board, or a part of one; what is missing on the way is absent. */
export interface Path {
	readonly cause?: CardOf<'cause'>;
	readonly measure?: CardOf<'measure'>;
	readonly outcome?: CardOf<'outcome'>;
	readonly indicator?: CardOf<'indicator'>;
	readonly source?: CardOf<'source'>;
}

/** Beyond so many rows nobody reads a table: where everything is linked to everything, links are listed instead. */
const maxPaths = 5000;

/** Every chain from cause to source, then every card of these types that no chain holds, each once. */
export function findPaths(index: BoardIndex): readonly Path[] {
	const evaluations = memo((outcome: CardId) => evaluationsOf(index, outcome));
	const paths =
		countPaths(index, evaluations) <= maxPaths
			? chains(index, evaluations)
			: pairs(index, evaluations);
	const held = new Set(paths.flatMap((path) => Object.values(path).map((card) => card.id)));
	const alone = <T extends keyof Path>(type: T): Path[] =>
		index
			.cardsOf(type)
			.filter((card) => !held.has(card.id))
			.map((card) => ({ [type]: card }));
	return [
		...paths,
		...alone('cause'),
		...alone('measure'),
		...alone('outcome'),
		...alone('indicator'),
		...alone('source')
	];
}

type Evaluations = (outcome: CardId) => readonly Path[];

/** What follows an outcome: its indicators with their sources, and sources of its own. */
function evaluationsOf(index: BoardIndex, outcome: CardId): readonly Path[] {
	const throughIndicators = index.after(outcome, 'indicator').flatMap((indicator): Path[] => {
		const sources = index.after(indicator.id, 'source');
		return sources.length > 0 ? sources.map((source) => ({ indicator, source })) : [{ indicator }];
	});
	const direct = index.after(outcome, 'source').map((source): Path => ({ source }));
	return [...throughIndicators, ...direct];
}

function chains(index: BoardIndex, evaluations: Evaluations): readonly Path[] {
	const ends = memo((measure: CardId): readonly Path[] => {
		const outcomes = index.after(measure, 'outcome');
		return outcomes.length > 0
			? outcomes.flatMap((outcome) => outcomeEnds(outcome, evaluations))
			: [{}];
	});
	const paths: Path[] = [];
	const led = new Set<CardId>();
	for (const cause of index.cardsOf('cause'))
		for (const measure of index.after(cause.id, 'measure')) {
			led.add(measure.id);
			for (const end of ends(measure.id)) paths.push({ cause, measure, ...end });
		}
	for (const measure of index.cardsOf('measure'))
		if (!led.has(measure.id)) for (const end of ends(measure.id)) paths.push({ measure, ...end });
	for (const outcome of index.cardsOf('outcome'))
		if (index.before(outcome.id, 'measure').length === 0)
			paths.push(...outcomeEnds(outcome, evaluations));
	for (const indicator of index.cardsOf('indicator'))
		if (index.before(indicator.id, 'outcome').length === 0)
			for (const source of index.after(indicator.id, 'source')) paths.push({ indicator, source });
	return paths;
}

function outcomeEnds(outcome: CardOf<'outcome'>, evaluations: Evaluations): readonly Path[] {
	const ends = evaluations(outcome.id);
	return ends.length > 0 ? ends.map((end) => ({ outcome, ...end })) : [{ outcome }];
}

/** Every link as a row of its own. */
function pairs(index: BoardIndex, evaluations: Evaluations): readonly Path[] {
	return [
		...index
			.cardsOf('cause')
			.flatMap((cause) => index.after(cause.id, 'measure').map((measure) => ({ cause, measure }))),
		...index
			.cardsOf('measure')
			.flatMap((measure) =>
				index.after(measure.id, 'outcome').map((outcome) => ({ measure, outcome }))
			),
		...index.cardsOf('outcome').flatMap((outcome) => outcomeEnds(outcome, evaluations))
	];
}

function countPaths(index: BoardIndex, evaluations: Evaluations): number {
	const ends = memo((measure: CardId): number =>
		index
			.after(measure, 'outcome')
			.reduce((sum, outcome) => sum + Math.max(1, evaluations(outcome.id).length), 0)
	);
	let count = 0;
	for (const measure of index.cardsOf('measure'))
		count += Math.max(1, index.before(measure.id, 'cause').length) * Math.max(1, ends(measure.id));
	return count;
}

function memo<T>(make: (id: CardId) => T): (id: CardId) => T {
	const made = new Map<CardId, T>();
	return (id) => {
		const known = made.get(id);
		if (known !== undefined) return known;
		const value = make(id);
		made.set(id, value);
		return value;
	};
}
