import type { LeadRefusal } from '@renkei/shared/facilitation/aid.ts';
import type {
	AidCommands,
	AidId,
	OwnFacilitation,
	ShownFacilitation
} from '@renkei/shared/facilitation/index.ts';
import { readOwn, readShown } from '@renkei/shared/facilitation/index.ts';
import {
	facilitationNewsSchema,
	leadAnswerSchema,
	ownNewsSchema
} from '@renkei/shared/facilitation/words.ts';
import type { RunningPhase } from '@renkei/shared/facilitation/phase.ts';
import { boardRights, rightsAt } from '@renkei/shared/facilitation/phase.ts';
import type { Profession } from '@renkei/shared/method/professions.ts';
import type { BoardAction } from '@renkei/shared/method/rights.ts';
import { isStamp, mayDo } from '@renkei/shared/method/rights.ts';
import type { Role } from '@renkei/shared/method/roles.ts';
import { mayLead, mayWrite } from '@renkei/shared/method/roles.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import type * as Y from 'yjs';
import type { LeadHeard, LeadLine } from '../sync/lead-line.ts';
import type { BoardCommands } from './board-commands.ts';
import type { CardsKnown } from './command-rights.ts';
import { actionsOf } from './command-rights.ts';
import { refusalOf } from './refusal-of.ts';
import { ServerClock } from './server-clock.ts';

/** Why something that was asked for has not happened; `noLine` when nothing was heard of it. */
export type LeadFailure = LeadRefusal | 'noLine';

/** How long a command may go without an answer. */
const answerWithinMs = 6000;

/** Who sits at this screen, and what they see of the board. */
export interface LedPerson {
	readonly role: () => Role;
	readonly profession: () => Profession | null;
	readonly cards: CardsKnown;
	/** Told why something was not begun: its card is locked, or the part that runs does not allow it. */
	readonly refused: (why: 'locked' | 'part') => void;
}

/** What is led at this board, as this screen knows it, and the way to lead. */
export class FacilitationState {
	/** Null until the server has spoken of it; one that is too old never does. */
	known = $state.raw<ShownFacilitation | null>(null);
	/** What is this person's alone. */
	own = $state.raw<OwnFacilitation>(readOwn(null));
	readonly #line: LeadLine;
	readonly #person: LedPerson;
	readonly #clock = new ServerClock();
	readonly #waiting = new Map<number, (failure: LeadFailure | null) => void>();
	#lastRequest = 0;

	/** Listens until it is released. */
	constructor(line: LeadLine, person: LedPerson) {
		this.#line = line;
		this.#person = person;
		line.listen((heard) => this.#take(heard));
	}

	/** The server's time now, whatever this device's clock says. */
	serverNow(): number {
		return this.#clock.now(performance.now());
	}

	/** The part of the programme that runs; null is 全部できる. */
	get running(): RunningPhase | null {
		return this.known?.phases.running ?? null;
	}

	/** Whether people vote: stamps rest meanwhile. */
	get isVoting(): boolean {
		return (this.known?.ballot.open ?? null) !== null;
	}

	/** Whether the person at this screen leads the table. */
	get leads(): boolean {
		return mayLead(this.#person.role());
	}

	/** ひとりで書く時間: what this person writes now goes to nobody else until it is shown. */
	get writesUnseen(): boolean {
		const isPrivate = this.running?.phase.visibility === 'private';
		return isPrivate && !this.leads && mayWrite(this.#person.role());
	}

	/** Whether the part that runs offers this to the person at this screen. */
	may(action: BoardAction): boolean {
		const { running } = this;
		if (this.isVoting && isStamp(action)) return false;
		return mayDo(action, this.#person.role(), running && [boardRights(running.phase)]);
	}

	/** Whether this command may be done now, what was begun in the part before included; says so where not. */
	allows<Name extends keyof BoardCommands>(name: Name, args: readonly unknown[]): boolean {
		const rights = rightsAt(this.running, this.serverNow());
		const role = this.#person.role();
		// Bound by name: the arguments are those of the command of that name.
		const asked = actionsOf(name, args as Parameters<BoardCommands[Name]>, this.#person.cards);
		const forbidden = asked.find((action) => !mayDo(action, role, rights));
		if (forbidden === undefined) return true;
		this.#person.refused('lock' in forbidden && forbidden.lock !== null ? 'locked' : 'part');
		return false;
	}

	/** Whether commands that are not judged one by one may be done; says so where not. */
	mayWorkFreely(): boolean {
		const isFree = this.may({ do: 'edit', isOwn: false, lock: null });
		if (!isFree) this.#person.refused('part');
		return isFree;
	}

	/**
	 * Whether the server would take what this does to a board, tried on a copy of it; says so where not. For what no
	 * list of commands knows: steps taken back, and commands that views bring along.
	 */
	permits(doc: Y.Doc, change: (copy: Y.Doc) => void): boolean {
		const rights = rightsAt(this.running, this.serverNow());
		const { cards, me } = this.#person.cards;
		const isFree = this.leads || (rights === null && ![...cards.values()].some(({ lock }) => lock));
		const { isVoting } = this;
		if (isFree && !isVoting) return true;
		const role = this.#person.role();
		const may = (action: BoardAction): boolean =>
			!(isVoting && isStamp(action)) && mayDo(action, role, rights);
		const profession = this.#person.profession();
		const refusal = refusalOf(doc, change, { participantId: me, profession, may });
		if (refusal !== null) this.#person.refused(refusal === 'locked' ? 'locked' : 'part');
		return refusal === null;
	}

	/** Asks for a change; null once it is done and kept, else why it is not. */
	lead<Id extends AidId>(aid: Id, command: AidCommands[Id]): Promise<LeadFailure | null> {
		const request = ++this.#lastRequest;
		if (!this.#line.send(JSON.stringify({ request, aid, command })))
			return Promise.resolve('noLine');
		return new Promise((resolve) => {
			const timeout = setTimeout(() => this.#waiting.get(request)?.('noLine'), answerWithinMs);
			this.#waiting.set(request, (failure) => {
				clearTimeout(timeout);
				this.#waiting.delete(request);
				resolve(failure);
			});
		});
	}

	release(): void {
		this.#line.listen(null);
		for (const settle of this.#waiting.values()) settle('noLine');
	}

	#take({ type, text, at }: LeadHeard): void {
		if (type === messageTypes.lead) {
			const answer = leadAnswerSchema.safeParse(parsed(text));
			if (answer.success) this.#waiting.get(answer.data.request)?.(answer.data.refused);
			return;
		}
		if (type === messageTypes.own) {
			const own = ownNewsSchema.safeParse(parsed(text));
			if (own.success) this.own = readOwn(own.data.aids);
			return;
		}
		const news = facilitationNewsSchema.safeParse(parsed(text));
		if (!news.success) return;
		this.#clock.take(news.data.serverNow, at);
		this.known = readShown(news.data.aids, this.known);
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
