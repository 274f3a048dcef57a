import type { CardId, CardOf } from './card.ts';
import type { BoardIndex } from './worksheet/board-index.ts';

/** The links of the chain テーマ→原因→対策→期待したこと→把握方法, in order. */
export const chainStages = ['theme', 'cause', 'measure', 'outcome', 'source'] as const;
export type ChainStage = (typeof chainStages)[number];

/** How far the chains from some themes reach: the last stage any of them comes to, and the cards there. */
export interface ChainReach {
	readonly reached: ChainStage;
	readonly ends: readonly CardId[];
}

/** Follows every chain from these themes at once. The root cause belongs to the theme, and so does a cause of how things stand. */
export function followChains(index: BoardIndex, themes: readonly CardOf<'theme'>[]): ChainReach {
	const stages: Record<ChainStage, readonly CardId[]> = {
		theme: themes.map(({ id }) => id),
		cause: [],
		measure: [],
		outcome: [],
		source: []
	};
	if (themes.length > 0) {
		const roots = index.cardsOf('cause').filter(({ isRoot }) => isRoot);
		const results = [...themes, ...index.cardsOf('fact')];
		stages.cause = spread(
			[...roots, ...results.flatMap(({ id }) => around(index, id, 'cause'))],
			(id) => index.before(id, 'cause')
		);
		stages.measure = spread(
			stages.cause.flatMap((id) => around(index, id, 'measure')),
			() => []
		);
		stages.outcome = spread(
			stages.measure.flatMap((id) => around(index, id, 'outcome')),
			(id) => index.after(id, 'outcome')
		);
		const indicators = stages.outcome.flatMap((id) => around(index, id, 'indicator'));
		stages.source = spread(
			[...stages.outcome, ...indicators.map(({ id }) => id)].flatMap((id) =>
				around(index, id, 'source')
			),
			() => []
		);
	}
	const reached = [...chainStages].reverse().find((stage) => stages[stage].length > 0) ?? 'theme';
	return { reached, ends: stages[reached] };
}

type Ended = { readonly id: CardId };

/** The cards of a type at either end of a card's links: people draw an arrow both ways. */
function around(
	{ before, after }: BoardIndex,
	id: CardId,
	type: 'cause' | 'measure' | 'outcome' | 'indicator' | 'source'
): readonly Ended[] {
	return [...before(id, type), ...after(id, type)];
}

/** These cards and everything that follows from them, each once. */
function spread(from: readonly Ended[], next: (id: CardId) => readonly Ended[]): readonly CardId[] {
	const reached = new Set(from.map(({ id }) => id));
	for (const id of reached) for (const { id: further } of next(id)) reached.add(further);
	return [...reached];
}
