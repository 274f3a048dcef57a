/** What a notice can be about; the words are the page's. */
export const noticeKinds = [
	'cardsWithdrawn',
	'undoSkipped',
	'refused',
	'boardReplaced',
	'packMissing',
	'linkSame',
	'linkExists',
	'cardGone',
	'cannotMove',
	'notInThisPart',
	'beingWritten',
	'savedAlready',
	'cardsMerged',
	'cardMade',
	'copied',
	'pasteByKey',
	'mergeTooLong',
	'pasted',
	'imported',
	'sent'
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** One line at the bottom of the screen. `count` and `reason` fill its words; `action` is what its button does. */
export interface Notice {
	readonly id: number;
	readonly kind: NoticeKind;
	readonly count: number;
	readonly reason: string | null;
	readonly action: (() => void) | null;
}

/** How long a notice stays: one with a button long enough to read and press it. */
const stayMs = { plain: 4000, withAction: 5000, reason: 12_000 } as const;

/** The notice this screen shows now; a newer one takes the place of the older. */
export class Notices {
	#current = $state.raw<Notice | null>(null);
	#timer: ReturnType<typeof setTimeout> | null = null;
	#nextId = 1;

	get current(): Notice | null {
		return this.#current;
	}

	show(
		kind: NoticeKind,
		more: {
			readonly count?: number;
			readonly reason?: string;
			readonly action?: () => void;
		} = {}
	): void {
		this.#stopTimer();
		this.#current = {
			id: this.#nextId++,
			kind,
			count: more.count ?? 1,
			reason: more.reason ?? null,
			action: more.action ?? null
		};
		const stay = more.reason ? stayMs.reason : more.action ? stayMs.withAction : stayMs.plain;
		this.#timer = setTimeout(() => this.dismiss(), stay);
	}

	/** Does what the notice offers and takes it away. */
	act(): void {
		const action = this.#current?.action;
		this.dismiss();
		action?.();
	}

	dismiss(): void {
		this.#stopTimer();
		this.#current = null;
	}

	#stopTimer(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
	}
}
