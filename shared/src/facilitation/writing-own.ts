import type { CardId } from '../method/card.ts';
import type { Led, Moment } from './aid.ts';
import { refused } from './aid.ts';
import type { WrittenCard, Writing } from './writing-card.ts';
import { awaited, changed } from './writing-cards-out.ts';
import type { WritingCommandOf } from './writing-commands.ts';
import { mayWriteType, openPlace, writtenText } from './writing-send.ts';

/** Rewrites one's own card that is not out yet. */
export function edit(
	state: Writing,
	command: WritingCommandOf<'edit'>,
	moment: Moment
): Led<Writing> {
	const card = ownCard(state, command.id, moment);
	if (!card) return refused('notNow');
	const text = writtenText(command.text);
	if (text === null) return refused('outOfRange');
	const { type } = command;
	const run = state.runs.find(({ of }) => of === card.of) ?? null;
	if (type !== card.type && !mayWriteType(type, run, moment)) return refused('notAllowed');
	const cards = state.cards.map((each) => (each === card ? { ...card, type, text } : each));
	return { ok: true, state: { ...state, cards } };
}

/** Takes one's own card away; one that is gone already is no mistake. */
export function withdraw(
	state: Writing,
	{ id }: WritingCommandOf<'withdraw'>,
	moment: Moment
): Led<Writing> {
	const card = ownCard(state, id, moment);
	if (card)
		return { ok: true, state: { ...state, cards: state.cards.filter((each) => each !== card) } };
	return state.cards.some((each) => each.id === id) || isOnBoard(id, moment)
		? refused('notNow')
		: { ok: true, state };
}

/** 出さない, and back. What was held back when the others were shown comes late. */
export function hold(
	state: Writing,
	{ id, isHeld }: WritingCommandOf<'hold'>,
	moment: Moment
): Led<Writing> {
	const card = ownCard(state, id, moment);
	if (!card || (card.place !== 'private' && card.place !== 'late')) return refused('notNow');
	const wasShown = state.runs.some(({ of, isShown }) => isShown && of === card.of);
	const place = card.place === 'private' && wasShown && !isHeld ? 'late' : card.place;
	return { ok: true, state: changed(state, new Set([card]), { isHeld, place }) };
}

/** Puts one's own cards into another order; those not named stay behind. */
export function order(
	state: Writing,
	{ ids }: WritingCommandOf<'order'>,
	{ asker }: Moment
): Led<Writing> {
	const places = new Map(ids.map((id, place) => [id, place]));
	const own = state.cards.filter(({ participant }) => participant === asker.participantId);
	const placeOf = ({ id }: WrittenCard): number => places.get(id) ?? ids.length;
	const sorted = [...own].sort((a, b) => placeOf(a) - placeOf(b));
	let next = 0;
	const cards = state.cards.map((card) =>
		card.participant === asker.participantId ? (sorted[next++] ?? card) : card
	);
	return { ok: true, state: { ...state, cards } };
}

/** Puts one's own late cards where an idea goes now; while all write unseen, none comes out in front of the others. */
export function consent(
	state: Writing,
	{ ids }: WritingCommandOf<'consent'>,
	moment: Moment
): Led<Writing> {
	const wanted = new Set(ids);
	const cards = state.cards.filter(
		({ id, place, participant }) =>
			wanted.has(id) && place === 'late' && participant === moment.asker.participantId
	);
	const isPrivate = moment.running?.phase.visibility === 'private';
	if (cards.length === 0 || isPrivate) return refused('notNow');
	const isAllowed = ({ type, of }: WrittenCard): boolean =>
		mayWriteType(type, state.runs.find((run) => run.of === of) ?? null, moment);
	if (!cards.every(isAllowed)) return refused('notAllowed');
	const place = openPlace(state, moment);
	return {
		ok: true,
		state: changed(state, new Set(cards), { place, isHeld: false }),
		...(place === 'board' && { effects: [{ kind: 'insertCards', cards: cards.map(awaited) }] })
	};
}

/** A card of the asker that is not out yet. */
function ownCard(state: Writing, id: CardId, { asker }: Moment): WrittenCard | null {
	const card = state.cards.find((each) => each.id === id);
	return card?.participant === asker.participantId && card.place !== 'board' ? card : null;
}

function isOnBoard(id: CardId, { board }: Moment): boolean {
	const { cards, trash } = board();
	return cards.has(id) || trash.has(id);
}
