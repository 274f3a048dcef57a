import type { Facilitation } from '@renkei/shared/facilitation/index.ts';
import { showFacilitation, showOwnFacilitation } from '@renkei/shared/facilitation/index.ts';
import { rightsOfKind } from '@renkei/shared/facilitation/part-kinds.ts';
import type { Timer } from '@renkei/shared/facilitation/timer.ts';
import type { OwnWriting } from '@renkei/shared/facilitation/writing-show.ts';
import type { Board, BoardKind } from '@renkei/shared/method/board.ts';
import { cardTypeIds, stepIds } from '@renkei/shared/method/ids.ts';
import type { CardType, StepId } from '@renkei/shared/method/ids.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { readProgress } from '@renkei/shared/method/progress.ts';
import { reachedStep } from '@renkei/shared/method/reached-step.ts';
import { mayLead } from '@renkei/shared/method/roles.ts';
import { steps } from '@renkei/shared/method/steps.ts';
import type { Desk, OwnIdea } from '@renkei/shared/protocol/ideas-api.ts';
import type { SignedInPerson } from '../auth/signed-in.ts';

/** More buttons than this do not stand side by side on a phone. */
const mostTypes = 3;
/** Of one person's cards on the board the newest so many are told again and again. */
const mostCards = 60;

/** Which of a step's questions is asked by itself, where that is not the first. */
const asked: { readonly [Step in StepId]?: number } = { cause: 1 };

/** What a desk needs of a board; kept for as long as nobody writes on it. */
export interface DeskBoard {
	readonly kind: BoardKind;
	readonly step: StepId;
	readonly pack: string;
	readonly cards: readonly (OwnIdea & { readonly by: string; readonly at: number })[];
	/** Also those in the trash: what is there must not look as if it still waited. */
	readonly ids: ReadonlySet<string>;
}

/** What is told of the whole workshop. */
export interface DeskPlace {
	readonly table: number;
	readonly state: Desk['state'];
	readonly method: Method;
}

/** Reads of a board what its desks need. */
export function readDeskBoard(board: Board): DeskBoard {
	const { kind, pack } = board.meta;
	return {
		kind,
		pack,
		step: reachedStep(kind, [...readProgress(board)]),
		cards: [...board.cards.values()].map(({ id, type, text, createdBy, createdAt }) => ({
			id,
			type,
			text,
			place: 'board',
			isHeld: false,
			by: createdBy,
			at: createdAt
		})),
		ids: new Set([...board.cards.keys(), ...board.trash.keys()])
	};
}

/** What one person's form shows at this moment; nobody else's words are in it. */
export function deskOf(
	person: SignedInPerson,
	board: DeskBoard,
	led: Facilitation,
	{ table, state, method }: DeskPlace
): Desk {
	const { participantId: participant, role, profession } = person;
	const shown = showFacilitation(led, 'others') as Pick<Facilitation, 'timer' | 'writing'>;
	const own = showOwnFacilitation(led, participant) as {
		readonly writing: OwnWriting;
		readonly readiness: { readonly of: number | null; readonly isReady: boolean };
		readonly hands: { readonly since: number | null };
	};
	const { running } = led.phases;
	const isPrivate = running?.phase.visibility === 'private';
	const step = running?.phase.step ?? board.step;
	const { label, questions, task } = method.steps[step];
	const question = questions[asked[step] ?? 0] ?? questions[0] ?? task;
	const ownWords = running?.phase.question ?? '';
	const number = stepIds.indexOf(step) + 1;
	return {
		participant,
		role,
		profession,
		table,
		state,
		asked: {
			step,
			stepNumber: number < stepIds.length ? number : null,
			stepLabel: label,
			question: ownWords === '' ? question : { ja: ownWords, en: ownWords },
			part: running?.phase.title ?? null
		},
		types: typesNow(step, running && running.phase.rights.create).map((type) => ({
			type,
			mark: method.cardTypes[type].mark,
			label: method.cardTypes[type].label
		})),
		marks: marksOf(method),
		of: isPrivate ? running.since : null,
		goesTo: isPrivate ? 'private' : shown.writing.takesInbox && !mayLead(role) ? 'inbox' : 'board',
		timer: timerOf(shown.timer),
		readiness: running && {
			of: running.since,
			isReady: own.readiness.of === running.since && own.readiness.isReady
		},
		handSince: own.hands.since,
		isVoting: led.ballot.open !== null,
		cards: [...waitingOf(own.writing, board), ...onBoard(participant, board)]
	};
}

/** What a step writes, as far as the part that runs lets it be written; the step's own type first. */
function typesNow(step: StepId, create: readonly CardType[] | null): CardType[] {
	const usual = rightsOfKind('alone', step).create;
	const allowed = create === null ? usual : usual.filter((type) => create.includes(type));
	const offered = allowed.length > 0 ? allowed : (create ?? usual);
	const own = steps[step].cardType;
	return [...offered].sort((a, b) => Number(b === own) - Number(a === own)).slice(0, mostTypes);
}

function marksOf({ cardTypes }: Method): Desk['marks'] {
	const marks = cardTypeIds.map((type) => [type, cardTypes[type].mark] as const);
	return Object.fromEntries(marks) as Desk['marks'];
}

function timerOf(timer: Timer): Desk['timer'] {
	switch (timer.status) {
		case 'idle':
			return { status: 'idle' };
		case 'paused':
			return { status: 'paused', remainingMs: timer.remainingMs };
		case 'running':
		case 'done':
			return { status: timer.status, endsAt: timer.endsAt };
	}
}

/** Those that are not on the board; one that is in the trash of it was out already. */
function waitingOf(writing: OwnWriting, { ids }: DeskBoard): OwnIdea[] {
	return writing.cards
		.filter(({ id, place }) => place !== 'board' && !ids.has(id))
		.map(({ id, type, text, place, isHeld }) => ({
			id,
			type,
			text,
			place: place === 'aside' ? ('inbox' as const) : place,
			isHeld
		}))
		.reverse();
}

function onBoard(participant: string, { cards }: DeskBoard): OwnIdea[] {
	return cards
		.filter(({ by }) => by === participant)
		.sort((a, b) => b.at - a.at)
		.slice(0, mostCards)
		.map(({ by: _by, at: _at, ...card }) => card);
}
