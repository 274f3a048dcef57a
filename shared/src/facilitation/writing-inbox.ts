import type { Led } from './aid.ts';
import { refused } from './aid.ts';
import type { Writing } from './writing-card.ts';
import { awaited, changed } from './writing-cards-out.ts';
import type { WritingCommandOf } from './writing-commands.ts';

/** Puts ideas that wait onto the board, in the order in which they came. */
export function putOut(state: Writing, { ids }: WritingCommandOf<'putOut'>): Led<Writing> {
	const wanted = ids && new Set(ids);
	const cards = state.cards.filter(({ id, place }) =>
		wanted ? wanted.has(id) && (place === 'inbox' || place === 'aside') : place === 'inbox'
	);
	if (cards.length === 0) return refused('notNow');
	return {
		ok: true,
		state: changed(state, new Set(cards), { place: 'board' }),
		effects: [{ kind: 'insertCards', cards: cards.map(awaited) }]
	};
}

/** Sets ideas aside that are not to come to the board for now, or takes them back among those that wait. */
export function putAside(
	state: Writing,
	{ ids, isAside }: WritingCommandOf<'putAside'>
): Led<Writing> {
	const wanted = new Set(ids);
	const [from, to] = isAside ? (['inbox', 'aside'] as const) : (['aside', 'inbox'] as const);
	const cards = state.cards.filter(({ id, place }) => wanted.has(id) && place === from);
	if (cards.length === 0) return refused('notNow');
	return { ok: true, state: changed(state, new Set(cards), { place: to }) };
}
