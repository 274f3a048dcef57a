import { cleanText } from '../method/clean-text.ts';
import type { CardType } from '../method/ids.ts';
import { mayDo } from '../method/rights.ts';
import { mayLead } from '../method/roles.ts';
import type { Led, Moment } from './aid.ts';
import { refused } from './aid.ts';
import { rightsAt } from './phase.ts';
import type { RunningPhase } from './phase.ts';
import type { Run, Whereabouts, WrittenCard, Writing } from './writing-card.ts';
import { writingLimits } from './writing-card.ts';
import type { WritingCommandOf } from './writing-commands.ts';
import { awaited } from './writing-cards-out.ts';

const minuteMs = 60_000;

/** The text as it is kept; null for one that is empty or too long. */
export function writtenText(text: string): string | null {
	const clean = cleanText(text).trim();
	return clean === '' || clean.length > writingLimits.textLength ? null : clean;
}

/** Takes a card or an idea to where the moment says: the author's list, the inbox, or the board. */
export function send(
	state: Writing,
	command: WritingCommandOf<'send'>,
	moment: Moment
): Led<Writing> {
	const { asker, now } = moment;
	const known = state.cards.find(({ id }) => id === command.id);
	// The answer was lost, and it is sent again.
	if (known?.participant === asker.participantId) return { ok: true, state };
	if (known) return refused('notNow');
	const { cards, trash } = moment.board();
	if (cards.has(command.id) || trash.has(command.id)) return { ok: true, state };

	const text = writtenText(command.text);
	if (text === null) return refused('outOfRange');
	const { run, place } = route(state, command, moment);
	// Of what comes too late for a run that nobody knows any more its author is asked first; what was begun before a
	// private part may still be of a type of the part before.
	const isFree = place === 'late' && run === null;
	const isAllowed =
		mayWriteType(command.type, run, moment) ||
		(command.of === null && mightWriteBefore(command.type, moment));
	if (!isFree && !isAllowed) return refused('notAllowed');
	if (isTooMuch(state, run, moment)) return refused('outOfRange');
	const card: WrittenCard = {
		id: command.id,
		type: command.type,
		text,
		participant: asker.participantId,
		profession: command.forProfession ?? asker.profession,
		at: now,
		place,
		isHeld: false,
		of: run?.of ?? command.of
	};
	const kept = withCard(withRun(state, run), card, moment);
	if (!kept) return refused('outOfRange');
	return {
		ok: true,
		state: kept,
		...(place === 'board' && { effects: [{ kind: 'insertCards', cards: [awaited(card)] }] })
	};
}

/** Where an idea goes that nobody wrote unseen. */
export function openPlace(state: Writing, { asker }: Moment): Whereabouts {
	return state.takesInbox && !mayLead(asker.role) ? 'inbox' : 'board';
}

/** Where a card goes, and the private run it belongs to. */
function route(
	state: Writing,
	{ of }: WritingCommandOf<'send'>,
	moment: Moment
): { readonly run: Run | null; readonly place: Whereabouts } {
	const { running } = moment;
	const now = running?.phase.visibility === 'private' ? running : null;
	if (of !== null && of !== now?.since) {
		const run = state.runs.find((each) => each.of === of) ?? null;
		return run && !run.isShown ? { run, place: 'private' } : { run, place: 'late' };
	}
	// Also what was sent by somebody who has not heard yet that the part is private.
	if (now) return { run: runOf(state, now), place: 'private' };
	return { run: null, place: openPlace(state, moment) };
}

function runOf(state: Writing, { since, phase }: RunningPhase): Run {
	return (
		state.runs.find(({ of }) => of === since) ?? {
			of: since,
			title: phase.title,
			create: phase.rights.create,
			isShown: false
		}
	);
}

/** Whether somebody may write a card of this type for a run, or, where it belongs to none, now. */
export function mayWriteType(
	type: CardType,
	run: Run | null,
	{ asker, running, now }: Moment
): boolean {
	if (mayLead(asker.role)) return true;
	if (run) return run.create.includes(type);
	return mayDo({ do: 'create', type }, asker.role, rightsAt(running, now));
}

function mightWriteBefore(type: CardType, { running, now }: Moment): boolean {
	if (!running?.late || now >= running.late.until) return false;
	return running.late.rights === null || running.late.rights.create.includes(type);
}

/** What belongs to no run that is known counts together, whatever run its sender says it was written for. */
function isTooMuch(state: Writing, run: Run | null, { asker, now }: Moment): boolean {
	const known = new Set<number | null>(state.runs.map(({ of }) => of));
	const isOfRun = ({ of }: WrittenCard): boolean => (run ? of === run.of : !known.has(of));
	const isParticipant = asker.role === 'participant';
	const most = isParticipant ? writingLimits.cardsEach : writingLimits.recorderCards;
	const perMinute = isParticipant ? writingLimits.cardsAMinute : writingLimits.recorderCardsAMinute;
	const own = state.cards.filter(({ participant }) => participant === asker.participantId);
	const fresh = own.filter(({ at }) => now - at < minuteMs);
	const waiting = own.filter((card) => isOfRun(card) && card.place !== 'board');
	return fresh.length >= perMinute || waiting.length >= most;
}

function withRun(state: Writing, run: Run | null): Writing {
	if (!run || state.runs.includes(run)) return state;
	const runs = [...state.runs, run];
	if (runs.length <= writingLimits.runs) return { ...state, runs };
	const needed = new Set(state.cards.filter(({ place }) => place !== 'board').map(({ of }) => of));
	const spare = runs.find(({ of }) => !needed.has(of) && of !== run.of) ?? runs[0];
	return { ...state, runs: runs.filter((each) => each !== spare) };
}

/** The state with one more card, and without those on the board that nobody needs to be told of any more. */
function withCard(state: Writing, card: WrittenCard, { newId }: Moment): Writing | null {
	const shown = state.cards.filter(
		({ participant, place }) => place === 'board' && participant === card.participant
	);
	const mayBeTakenBack = new Set(state.lastShown?.ids);
	const old = new Set(
		shown
			.slice(0, Math.max(0, shown.length - writingLimits.shownEach))
			.filter(({ id }) => !mayBeTakenBack.has(id))
	);
	const cards = [...state.cards.filter((each) => !old.has(each)), card];
	if (cards.length > writingLimits.cards) return null;
	const isKnown = state.people.some((each) => isBy(each, card));
	if (card.place !== 'private' || isKnown) return { ...state, cards };
	const { participant, profession } = card;
	return {
		...state,
		cards,
		people: [...state.people, { handle: newId(), participant, profession }]
	};
}

/** Whether a card is this person's, or was written for the people of this profession by a recorder. */
export function isBy(
	person: Writing['people'][number],
	card: Pick<WrittenCard, 'participant' | 'profession'>
): boolean {
	return person.participant === card.participant && person.profession === card.profession;
}
