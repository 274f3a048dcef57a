import type { OwnBallot, ShownBallot } from '@renkei/shared/facilitation/ballot.ts';
import type { Counts } from '@renkei/shared/facilitation/ballot-rules.ts';
import {
	ballotLimits,
	candidatesNow,
	sumOf,
	votesNow
} from '@renkei/shared/facilitation/ballot-rules.ts';
import { rightsAt } from '@renkei/shared/facilitation/phase.ts';
import type { Card, CardId } from '@renkei/shared/method/card.ts';
import { mayLead, mayWrite } from '@renkei/shared/method/roles.ts';
import type { FacilitationState } from '../../state/facilitation.svelte.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import { writersAt } from '../table-people.ts';
import { CountsSender } from './counts-sender.svelte.ts';

type Open = NonNullable<ShownBallot['open']>;
const nothing: OwnBallot = { of: null, votes: {} };

/** A vote that goes on as the person at this screen has it: the cards, the votes that are left, and what may be done. */
export class BallotView {
	readonly #led: FacilitationState;
	readonly #open: OpenBoard;
	readonly #ballot: () => Open;
	readonly votes: CountsSender;
	readonly paper: CountsSender;

	constructor(led: FacilitationState, open: OpenBoard, ballot: () => Open) {
		this.#led = led;
		this.#open = open;
		this.#ballot = ballot;
		this.votes = new CountsSender(
			() => votesNow(open.board, this.#own.votes, this.#rules.perCard),
			(card, votes) => led.lead('ballot', { do: 'cast', id: ballot().id, card, votes })
		);
		this.paper = new CountsSender(
			() => votesNow(open.board, ballot().paper, ballotLimits.paper),
			(card, votes) => led.lead('ballot', { do: 'setPaper', id: ballot().id, card, votes })
		);
	}

	get #own(): OwnBallot {
		const own = this.#led.own.ballot ?? nothing;
		return own.of === this.#ballot().id ? own : nothing;
	}

	get #rules(): Open['rules'] {
		return this.#ballot().rules;
	}

	get cards(): readonly Card[] {
		return candidatesNow(this.#open.board, this.#ballot().candidates)
			.map((id) => this.#open.board.cards.get(id))
			.filter((card) => card !== undefined);
	}

	/** How many votes this person can still give; null for no limit. */
	get left(): number | null {
		const { budget } = this.#rules;
		return budget === null ? null : Math.max(0, budget - sumOf(this.votes.counts));
	}

	/** How many came back to this person because their card is gone. */
	get returned(): number {
		const { votes } = this.#own;
		return sumOf(votes) - sumOf(votesNow(this.#open.board, votes, ballotLimits.perCard));
	}

	/** The counts as they come in, where they are shown. */
	get counts(): Counts | null {
		const { counts } = this.#ballot();
		return counts && votesNow(this.#open.board, counts, Infinity);
	}

	/** Whether the person at this screen votes here at all. */
	get takesPart(): boolean {
		const { role, canWrite } = this.#open.connection;
		return canWrite && mayWrite(role) && (!mayLead(role) || this.#ballot().leadersVote);
	}

	/** Whether the part that runs lets the person at this screen vote. */
	get mayNow(): boolean {
		if (this.#led.leads) return true;
		const rights = rightsAt(this.#led.running, this.#led.serverNow());
		return rights === null || rights.some(({ vote }) => vote);
	}

	/** Whether the person at this screen writes down what people without a device voted. */
	get keysPaper(): boolean {
		return this.#led.leads || this.#open.connection.role === 'recorder';
	}

	canGive(card: CardId): boolean {
		const { budget, perCard } = this.#rules;
		// The only vote there is can be laid on another card with one press.
		return this.votes.of(card) < perCard && (budget === 1 || this.left !== 0);
	}

	give(card: CardId): void {
		if (!this.canGive(card)) return;
		if (this.left === 0)
			for (const { id } of this.cards)
				if (id !== card && this.votes.of(id) > 0) this.votes.set(id, 0);
		this.votes.set(card, this.votes.of(card) + 1);
	}

	take(card: CardId): void {
		if (this.votes.of(card) > 0) this.votes.set(card, this.votes.of(card) - 1);
	}

	/** How many people at the table have voted, and how many are not done; only for who leads. */
	get progress(): { readonly some: number; readonly people: number; readonly toGo: number } | null {
		const { voters } = this.#ballot();
		if (!voters) return null;
		const people = Math.max(voters.some, writersAt(this.#open).length);
		return { some: voters.some, people, toGo: Math.max(0, people - voters.done) };
	}
}
