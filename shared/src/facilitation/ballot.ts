import * as z from 'zod/mini';
import type { Board } from '../method/board.ts';
import { cardIdSchema, cardTypeSchema, idSchema } from '../method/card.ts';
import type { CardId } from '../method/card.ts';
import { cleanText } from '../method/clean-text.ts';
import { zoneIds } from '../method/ids.ts';
import { readLanes } from '../method/lanes.ts';
import { professionSchema } from '../method/professions.ts';
import type { Asker, Led, LedOk, Moment, SettleMoment } from './aid.ts';
import { refused, secretAidWith } from './aid.ts';
import { mayLead, mayWrite } from '../method/roles.ts';
import type { BallotResult } from './ballot-result.ts';
import { added, ballotResultSchema, countBallot, firstOf, votesOf } from './ballot-result.ts';
import type { Counts } from './ballot-rules.ts';
import {
	ballotLimits,
	ballotRulesSchema,
	candidatesNow,
	countsSchema,
	sumOf,
	votesNow,
	withCount
} from './ballot-rules.ts';
import type { Effect } from './effects.ts';
import { rightsAt } from './phase.ts';

const minuteMs = 60_000;
const voteSchema = z.int().check(z.minimum(0), z.maximum(ballotLimits.paper));

/** What everybody is told of a vote that goes on. */
const openShape = {
	id: idSchema,
	title: z.string(),
	rules: ballotRulesSchema,
	/** The cards as they were when it was opened, in reading order; what became of them since the board says. */
	candidates: z.array(cardIdSchema).check(z.maxLength(ballotLimits.candidates)),
	/** Whether those who lead vote too. */
	leadersVote: z.boolean(),
	/** Server time in ms; null when somebody will end it. */
	endsAt: z.nullable(z.int()),
	/** Stickers of people without a device, keyed in by whoever writes for them. */
	paper: countsSchema
};

const ballotSchema = z.object({
	open: z.nullable(
		z.object({
			...openShape,
			casts: z.array(
				z.object({
					participant: z.string().check(z.maxLength(40)),
					profession: z.nullable(professionSchema),
					votes: countsSchema
				})
			)
		})
	),
	results: z.array(ballotResultSchema)
});
export type Ballot = z.infer<typeof ballotSchema>;
type OpenBallot = NonNullable<Ballot['open']>;

const shownBallotSchema = z.object({
	open: z.nullable(
		z.object({
			...openShape,
			/** Only while counts are shown as they come in. */
			counts: z.nullable(countsSchema),
			/** For those who lead: how many people have voted, and how many have nothing left to give. */
			voters: z.nullable(z.object({ some: z.int(), done: z.int() }))
		})
	),
	results: z.array(ballotResultSchema)
});
/** What is told of votes: nobody's choice, and no count before the end unless that was wished. */
export type ShownBallot = z.infer<typeof shownBallotSchema>;

const ownBallotSchema = z.object({ of: z.nullable(idSchema), votes: countsSchema });
/** What one person gave in the vote `of` that goes on. */
export type OwnBallot = z.infer<typeof ownBallotSchema>;

/** Which cards are voted on. */
const putUpSchema = z.discriminatedUnion('by', [
	z.object({
		by: z.literal('cards'),
		cards: z.array(cardIdSchema).check(z.maxLength(ballotLimits.candidates))
	}),
	z.object({ by: z.literal('type'), type: cardTypeSchema }),
	z.object({ by: z.literal('zone'), zone: z.enum(zoneIds) })
]);
export type PutUp = z.infer<typeof putUpSchema>;

/** What may be done with a vote. Each names which: what comes late must not count for the next one. */
const ballotCommandSchema = z.discriminatedUnion('do', [
	z.object({
		do: z.literal('open'),
		title: z.string().check(z.maxLength(ballotLimits.titleLength)),
		rules: ballotRulesSchema,
		putUp: putUpSchema,
		leadersVote: z.boolean(),
		minutes: z.nullable(z.int().check(z.minimum(1), z.maximum(ballotLimits.mostMinutes)))
	}),
	z.object({ do: z.literal('end'), id: idSchema }),
	/** Throws it away uncounted. */
	z.object({ do: z.literal('cancel'), id: idSchema }),
	/** The whole number for this card, so that what is sent twice counts once; 0 takes back. */
	z.object({ do: z.literal('cast'), id: idSchema, card: cardIdSchema, votes: voteSchema }),
	/** Takes back everything of one's own. */
	z.object({ do: z.literal('withdraw'), id: idSchema }),
	z.object({ do: z.literal('setPaper'), id: idSchema, card: cardIdSchema, votes: voteSchema }),
	/** The first of a result go on; cards with as many votes as the last of them go along. */
	z.object({
		do: z.literal('chooseTop'),
		id: idSchema,
		count: z.int().check(z.minimum(1), z.maximum(ballotLimits.candidates))
	})
]);
export type BallotCommand = z.infer<typeof ballotCommandSchema>;

function mayAsk(command: BallotCommand, { role }: Asker): boolean {
	if (mayLead(role)) return true;
	if (command.do === 'setPaper') return role === 'recorder';
	return (command.do === 'cast' || command.do === 'withdraw') && mayWrite(role);
}

/** Votes in the house of aids: secret by the server, ended by who leads or by the clock. */
export const ballot = secretAidWith<Ballot, BallotCommand, ShownBallot, OwnBallot>(
	{
		schema: ballotSchema,
		initial: { open: null, results: [] },
		commandSchema: ballotCommandSchema,
		mayAsk,
		dueAt: ({ open }) => open?.endsAt ?? null,
		settle(state, moment) {
			const { open } = state;
			return open?.endsAt && moment.now >= open.endsAt ? counted(state, open, moment) : null;
		},
		change(state, command, moment) {
			if (command.do === 'open') return opened(state, command, moment);
			if (command.do === 'chooseTop') return chosen(state, command, moment);
			const { open } = state;
			if (open?.id !== command.id) return refused('notNow');
			switch (command.do) {
				case 'end':
					return counted(state, open, moment);
				case 'cancel':
					return { ok: true, state: { ...state, open: null } };
				case 'setPaper': {
					if (!candidatesNow(moment.board(), open.candidates).includes(command.card))
						return refused('notNow');
					const paper = votesNow(moment.board(), open.paper, ballotLimits.paper);
					const changed = withCount(paper, command.card, command.votes);
					return { ok: true, state: { ...state, open: { ...open, paper: changed } } };
				}
				case 'cast':
				case 'withdraw':
					return given(state, open, command, moment);
			}
		}
	},
	{
		shownSchema: shownBallotSchema,
		show: ({ open, results }, audience) => ({
			open: open && shownOpen(open, audience === 'leaders'),
			results
		}),
		ownSchema: ownBallotSchema,
		showOwn: ({ open }, participantId) => ({
			of: open?.id ?? null,
			votes: open?.casts.find(({ participant }) => participant === participantId)?.votes ?? {}
		})
	}
);

function shownOpen(open: OpenBallot, isForLeaders: boolean): ShownBallot['open'] {
	const { casts, ...shown } = open;
	const { budget, showCounts } = open.rules;
	const done = casts.filter(({ votes }) => budget === null || sumOf(votes) >= budget).length;
	return {
		...shown,
		counts: showCounts === 'live' ? added(casts) : null,
		voters: isForLeaders ? { some: casts.length, done } : null
	};
}

function opened(
	state: Ballot,
	command: Extract<BallotCommand, { do: 'open' }>,
	{ now, board, newId }: Moment
): Led<Ballot> {
	if (state.open) return refused('notNow');
	const { rules, leadersVote, minutes } = command;
	if (rules.budget !== null && rules.perCard > rules.budget) return refused('outOfRange');
	const candidates = putUp(board(), command.putUp);
	if (candidates.length === 0) return refused('notNow');
	if (candidates.length > ballotLimits.candidates) return refused('outOfRange');
	const title = cleanText(command.title).replace(/\s+/g, ' ').trim();
	const endsAt = minutes === null ? null : now + minutes * minuteMs;
	const open = {
		id: newId(),
		title,
		rules,
		candidates: [...candidates],
		leadersVote,
		endsAt,
		paper: {},
		casts: []
	};
	return { ok: true, state: { ...state, open } };
}

/** Notes and empty cards are not put up with the others; who names a card means it. */
function putUp(board: Board, what: PutUp): readonly CardId[] {
	if (what.by === 'cards') return candidatesNow(board, what.cards);
	const lanes = readLanes(board);
	return zoneIds
		.filter((zone) => what.by === 'type' || zone === what.zone)
		.flatMap((zone) => lanes[zone].map(({ card }) => card))
		.filter((card) => (what.by === 'type' ? card.type === what.type : card.type !== 'note'))
		.filter((card) => card.text.trim() !== '')
		.map(({ id }) => id);
}

function given(
	state: Ballot,
	open: OpenBallot,
	command: Extract<BallotCommand, { do: 'cast' | 'withdraw' }>,
	{ now, asker, running, board }: Moment
): Led<Ballot> {
	if (mayLead(asker.role) && !open.leadersVote) return refused('notAllowed');
	const rights = mayLead(asker.role) ? null : rightsAt(running, now);
	if (rights?.every(({ vote }) => !vote)) return refused('notAllowed');
	const others = open.casts.filter(({ participant }) => participant !== asker.participantId);
	const own = open.casts.find(({ participant }) => participant === asker.participantId);
	let votes: Counts = {};
	if (command.do === 'cast') {
		const { budget, perCard } = open.rules;
		if (!candidatesNow(board(), open.candidates).includes(command.card)) return refused('notNow');
		const before = votesNow(board(), own?.votes ?? {}, perCard);
		votes = withCount(before, command.card, command.votes);
		if (command.votes > perCard || sumOf(votes) > (budget ?? Infinity))
			return refused('outOfRange');
	}
	if (others.length >= ballotLimits.voters) return refused('outOfRange');
	const { participantId: participant, profession } = asker;
	const casts = sumOf(votes) > 0 ? [...others, { participant, profession, votes }] : others;
	return { ok: true, state: { ...state, open: { ...open, casts } } };
}

/** Who gave what is forgotten with the end; the sums stay and stand on the cards. */
function counted(state: Ballot, open: OpenBallot, { now, board }: SettleMoment): LedOk<Ballot> {
	const endedAt = Math.min(now, open.endsAt ?? now);
	const result = countBallot(open, board(), endedAt);
	const results = [result, ...state.results].slice(0, ballotLimits.results);
	return {
		ok: true,
		state: { open: null, results },
		effects: [
			{
				kind: 'setVotes',
				votes: result.cards.map((card) => ({ card: card.card, votes: votesOf(card) }))
			},
			{ kind: 'mark', moment: 'voteEnd', label: open.title }
		]
	};
}

function chosen(
	state: Ballot,
	{ id, count }: Extract<BallotCommand, { do: 'chooseTop' }>,
	{ board }: Moment
): Led<Ballot> {
	const result = state.results.find((each) => each.id === id);
	if (!result) return refused('notNow');
	const { cards } = board();
	const there = result.cards.filter(({ card }) => cards.has(card));
	const first = firstOf(there, count);
	if (first.length === 0) return refused('notNow');
	const after: BallotResult = { ...result, chosen: [...first] };
	const effect: Effect = {
		kind: 'chooseCards',
		cards: first,
		instead: there.map(({ card }) => card).filter((card) => !first.includes(card))
	};
	const results = state.results.map((each) => (each.id === id ? after : each));
	return { ok: true, state: { ...state, results }, effects: [effect] };
}
