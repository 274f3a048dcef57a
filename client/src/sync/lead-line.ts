import { messageTypes } from '@renkei/shared/protocol/messages.ts';

/** A message of leading as it came; what judges it is loaded later. `at` is in ms of the clock nobody sets. */
export interface LeadHeard {
	readonly type: number;
	readonly text: string;
	readonly at: number;
}

/** What is said about leading on a board's line, kept for whoever asks later. */
export class LeadLine {
	readonly send: (text: string) => boolean;
	#heard: LeadHeard[] = [];
	#listener: ((heard: LeadHeard) => void) | null = null;

	/** `send` says whether there was a line to send on. */
	constructor(send: (text: string) => boolean) {
		this.send = send;
	}

	take(type: number, text: string): void {
		const heard = { type, text, at: performance.now() };
		// Each names only what changed, so none may be left out; an answer concerns only who waits for it.
		if (!this.#listener && type !== messageTypes.lead) this.#heard.push(heard);
		this.#listener?.(heard);
	}

	/** Tells all there was to hear at once and everything from now on; null ends it. */
	listen(listener: ((heard: LeadHeard) => void) | null): void {
		this.#listener = listener;
		if (!listener) return;
		for (const heard of this.#heard) listener(heard);
		this.#heard = [];
	}
}
