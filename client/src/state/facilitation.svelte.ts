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
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import type { LeadHeard, LeadLine } from '../sync/lead-line.ts';
import { ServerClock } from './server-clock.ts';

/** Why something that was asked for has not happened; `noLine` when nothing was heard of it. */
export type LeadFailure = LeadRefusal | 'noLine';

/** How long a command may go without an answer. */
const answerWithinMs = 6000;

/** What is led at this board, as this screen knows it, and the way to lead. */
export class FacilitationState {
	/** Null until the server has spoken of it; one that is too old never does. */
	known = $state.raw<ShownFacilitation | null>(null);
	/** What is this person's alone. */
	own = $state.raw<OwnFacilitation>(readOwn(null));
	readonly #line: LeadLine;
	readonly #clock = new ServerClock();
	readonly #waiting = new Map<number, (failure: LeadFailure | null) => void>();
	#lastRequest = 0;

	/** Listens until it is released. */
	constructor(line: LeadLine) {
		this.#line = line;
		line.listen((heard) => this.#take(heard));
	}

	/** The server's time now, whatever this device's clock says. */
	serverNow(): number {
		return this.#clock.now(performance.now());
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
