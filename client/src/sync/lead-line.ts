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
	#news: LeadHeard | null = null;
	#listener: ((heard: LeadHeard) => void) | null = null;

	/** `send` says whether there was a line to send on. */
	constructor(send: (text: string) => boolean) {
		this.send = send;
	}

	take(type: number, text: string): void {
		const heard = { type, text, at: performance.now() };
		if (type === messageTypes.facilitation) this.#news = heard;
		this.#listener?.(heard);
	}

	/** Tells the latest news at once and everything from now on; null ends it. */
	listen(listener: ((heard: LeadHeard) => void) | null): void {
		this.#listener = listener;
		if (this.#news) listener?.(this.#news);
	}
}
