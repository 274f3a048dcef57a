import type { Board } from '../method/board.ts';
import type { CardId } from '../method/card.ts';
import { cardIdSchema } from '../method/card.ts';
import { iCityMitori } from '../method/templates/i-city-mitori.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import type { Led } from './aid.ts';
import type { Ballot, BallotCommand } from './ballot.ts';
import { ballot } from './ballot.ts';
import type { BallotRules } from './ballot-rules.ts';
import { momentOf } from './moment.driver.ts';

/** A card id for tests. */
export const cardId = (id: string): CardId => cardIdSchema.parse(id);

/** The manual's 看取り board; its first causes in reading order. */
export const mitori: Board = boardOf(iCityMitori);

type Asker = Omit<NonNullable<Parameters<typeof momentOf>[1]>, 'board'>;

/** A table that votes: it does commands one after the other and remembers what they left. */
export class VotingTable {
	state: Ballot = ballot.initial;
	board: Board = mitori;
	now = 1_000_000;

	/** Judges a command; what was done stays. */
	ask(command: unknown, asker: Asker = {}): Led<Ballot> {
		const led = ballot.lead(
			this.state,
			command,
			momentOf(this.now, { ...asker, board: this.board })
		);
		if (led.ok) this.state = led.state;
		return led;
	}

	/** Why not, or null once it is done. */
	refusal(command: unknown, asker: Asker = {}): string | null {
		const led = this.ask(command, asker);
		return led.ok ? null : led.reason;
	}

	open(rules: Partial<BallotRules>, changes: Partial<BallotCommand> = {}): string {
		const led = this.ask({
			do: 'open',
			title: '何から始めますか',
			rules: { budget: 3, perCard: 3, showCounts: 'after', ...rules },
			putUp: { by: 'type', type: 'cause' },
			leadersVote: false,
			minutes: null,
			...changes
		});
		if (!led.ok) throw new Error(led.reason);
		return this.id;
	}

	get id(): string {
		return this.state.open?.id ?? this.state.results[0]?.id ?? '';
	}

	cast(participantId: string, card: CardId, votes: number, asker: Asker = {}): string | null {
		const command = { do: 'cast', id: this.id, card, votes };
		return this.refusal(command, { role: 'participant', participantId, ...asker });
	}

	/** Takes cards to the trash, merged into another one or just so. */
	take(ids: readonly CardId[], mergedInto: CardId | null = null): void {
		const cards = new Map(this.board.cards);
		const trash = new Map(this.board.trash);
		for (const id of ids) {
			const card = cards.get(id);
			if (!card) throw new Error('no such card');
			cards.delete(id);
			trash.set(id, { ...card, mergedInto, deletedAt: 1 });
		}
		this.board = { ...this.board, cards, trash };
	}

	/** The result of the vote that ended last. */
	result() {
		const [result] = this.state.results;
		if (!result) throw new Error('nothing has ended');
		return result;
	}
}
