import type { Board } from '../method/board.ts';
import type { Card } from '../method/card.ts';
import type { Profession } from '../method/professions.ts';
import type { Rights } from '../method/rights.ts';
import type { Role } from '../method/roles.ts';
import type { Effect } from './effects.ts';
import type { Facilitation } from './index.ts';
import { lead, readFacilitation } from './index.ts';
import { momentOf } from './moment.driver.ts';
import type { Phase } from './phase.ts';
import type { WritingCommand } from './writing-commands.ts';
import type { ShownWriting } from './writing-show.ts';
import { showOwnWriting, showWriting } from './writing-show.ts';

/** When the driven table begins, server time in ms. */
export const start = 1_000_000;
const rights: Rights = {
	create: ['cause', 'note'],
	edit: 'all',
	move: 'all',
	delete: 'own',
	link: false,
	vote: false,
	tools: []
};
/** What a card has that has just come. */
const asNew = {
	position: null,
	cluster: null,
	votes: null,
	lock: null,
	isRoot: false,
	rootReason: '',
	category: ''
};
/** A part in which causes are written. */
export const part = (visibility: Phase['visibility'], id = 'p', create = rights.create): Phase => ({
	id,
	title: '原因を書く',
	question: '',
	minutes: 5,
	step: 'cause',
	visibility,
	rights: { ...rights, create }
});

/** A table that writes: people, a clock, and the cards that came to the board. */
export class Table {
	now = start;
	handles = 0;
	state: Facilitation = readFacilitation(null);
	readonly cards = new Map<string, Card>();
	readonly effects: Effect[] = [];

	get since(): number {
		return this.state.phases.running?.since ?? 0;
	}

	get shown(): ShownWriting {
		return showWriting(this.state.writing, 'leaders');
	}

	ask(
		who: string,
		aid: 'writing' | 'phases',
		command: unknown,
		role: Role = 'participant',
		profession: Profession | null = 'visitingNurse'
	): string | null {
		this.now += 1;
		const board = { cards: this.cards, trash: new Map(), links: new Map() } as unknown as Board;
		const asker = { participantId: who, role, profession };
		const moment = {
			...momentOf(this.now, { ...asker, board }),
			newId: () => `h-${++this.handles}`
		};
		const before = JSON.stringify(this.state);
		const led = lead(this.state, { aid, command }, moment);
		if (JSON.stringify(this.state) !== before) throw new Error('the state was edited in place');
		if (!led.ok) return led.reason;
		this.state = led.state;
		for (const effect of led.effects) this.#do(effect);
		return null;
	}

	write(
		who: string,
		command: WritingCommand,
		role?: Role,
		profession?: Profession | null
	): string | null {
		return this.ask(who, 'writing', command, role, profession);
	}

	leads(command: WritingCommand): string | null {
		return this.write('leader', command, 'facilitator', null);
	}

	begin(phase: Phase): void {
		const since = this.state.phases.running?.since ?? null;
		const refused = this.ask('leader', 'phases', { do: 'begin', phase, since }, 'facilitator');
		if (refused !== null) throw new Error(refused);
	}

	own(who: string): [text: string, place: string][] {
		return showOwnWriting(this.state.writing, who).cards.map(({ text, place }) => [text, place]);
	}

	get texts(): string[] {
		return [...this.cards.values()].map(({ text }) => text);
	}

	#do(effect: Effect): void {
		this.effects.push(effect);
		if (effect.kind === 'insertCards')
			for (const { id, type, text } of effect.cards)
				this.cards.set(id, { id, type, text, ...asNew } as unknown as Card);
		if (effect.kind === 'takeCards') for (const { id } of effect.cards) this.cards.delete(id);
	}
}
