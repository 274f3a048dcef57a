import type { Board } from '../method/board.ts';
import type { Field } from '../method/card-types/define-card-type.ts';
import { cardTypes } from '../method/card-types/index.ts';
import { professionIds } from '../method/professions.ts';
import type { Led, Moment } from './aid.ts';
import { refused } from './aid.ts';
import type { Run, WrittenCard, Writing } from './writing-card.ts';
import { writingLimits } from './writing-card.ts';
import { awaited, changed } from './writing-cards-out.ts';
import type { WritingCommandOf } from './writing-commands.ts';
import { isBy } from './writing-send.ts';

/**
 * みんなに公開. Everybody's at once ends the private part: from now on all see and may do what the part says. One
 * person's leaves the rest hidden, and keeps the order in which that person wants to tell.
 */
export function reveal(
	state: Writing,
	{ of: asked, handle, order }: WritingCommandOf<'reveal'>,
	{ running, now, random }: Moment
): Led<Writing> {
	const runsNow = running?.phase.visibility === 'private' ? running : null;
	const of = asked ?? runsNow?.since ?? state.runs.at(-1)?.of;
	const run = state.runs.find((each) => each.of === of);
	const person = state.people.find((each) => each.handle === handle);
	if (handle !== null && !person) return refused('notNow');
	const cards = state.cards.filter(
		(card) => isWaiting(card, of) && (person === undefined || isBy(person, card))
	);
	const opens = handle === null && of !== undefined && of === runsNow?.since;
	if (of === undefined || (cards.length === 0 && !opens)) return refused('notNow');

	const shown = handle === null ? ordered(cards, order, random) : cards;
	const { title, rights } = runsNow?.phase ?? { title: '', rights: { create: [] } };
	// Where nobody wrote anything it was shown all the same, and what comes later comes late.
	const whole: Run = { ...(run ?? { of, title, create: rights.create }), isShown: true };
	const others = state.runs.filter((each) => each !== run);
	const runs = handle === null ? [...others, whole].sort((a, b) => a.of - b.of) : state.runs;
	const until = now + writingLimits.undoMs;
	const ids = shown.map(({ id }) => id);
	return {
		ok: true,
		state: {
			...changed(state, new Set(cards), { place: 'board' }),
			runs,
			lastShown: { of, until, ids, wasOpened: opens }
		},
		effects: [
			{ kind: 'insertCards', cards: shown.map(awaited) },
			{ kind: 'mark', moment: 'reveal', label: whole.title }
		],
		...(opens && { visibility: 'open' })
	};
}

/** Takes back what was shown last, but for the cards that somebody has worked on since. */
export function takeBack(state: Writing, { board, running, now }: Moment): Led<Writing> {
	const { lastShown } = state;
	if (!lastShown || now >= lastShown.until) return refused('notNow');
	const ids = new Set(lastShown.ids);
	const present = board();
	const untouched = state.cards.filter(
		(card) => ids.has(card.id) && card.place === 'board' && isUntouched(card, present)
	);
	const isStill = lastShown.wasOpened && running?.since === lastShown.of;
	return {
		ok: true,
		state: {
			...changed(state, new Set(untouched), { place: 'private' }),
			runs: state.runs.map((run) => (run.of === lastShown.of ? { ...run, isShown: false } : run)),
			lastShown: null
		},
		effects: [{ kind: 'takeCards', cards: untouched.map(awaited) }],
		...(isStill && { visibility: 'private' })
	};
}

/** Whether a card of this run waits to be shown. */
export function isWaiting(card: WrittenCard, of: number | undefined): boolean {
	return card.place === 'private' && card.of === of && !card.isHeld;
}

function ordered(
	cards: readonly WrittenCard[],
	order: 'random' | 'profession',
	random: () => number
): readonly WrittenCard[] {
	const shuffled = [...cards];
	for (let last = shuffled.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		const [a, b] = [shuffled[last], shuffled[other]];
		if (a && b) [shuffled[last], shuffled[other]] = [b, a];
	}
	if (order === 'random') return shuffled;
	const rank = ({ profession }: WrittenCard): number =>
		profession === null ? professionIds.length : professionIds.indexOf(profession);
	return shuffled.sort((a, b) => rank(a) - rank(b));
}

/** Whether a card on the board is as it came: nobody has written, linked, grouped, counted or moved anything of it. */
function isUntouched({ id, type, text }: WrittenCard, board: Board): boolean {
	const card = board.cards.get(id);
	if (!card || card.type !== type || card.text !== text) return false;
	if (card.position || card.cluster !== null || card.votes !== null || card.lock) return false;
	for (const { from, to } of board.links.values()) if (from === id || to === id) return false;
	const values = card as unknown as Readonly<Record<string, unknown>>;
	const fields: Readonly<Record<string, Field<unknown>>> = cardTypes[type].fields;
	for (const [key, { fallback }] of Object.entries(fields))
		if (JSON.stringify(values[key]) !== JSON.stringify(fallback)) return false;
	return Object.keys(cardTypes[type].parts).every((key) => {
		const members = values[key];
		return !Array.isArray(members) || members.length === 0;
	});
}
