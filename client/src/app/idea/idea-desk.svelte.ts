import type { CardId } from '@renkei/shared/method/card.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { Desk, OwnIdea } from '@renkei/shared/protocol/ideas-api.ts';
import { ServerClock } from '../../state/server-clock.ts';
import type { Asked, DeskAnswer } from './ask-ideas.ts';
import { ideasApi } from './ask-ideas.ts';
import type { QueuedIdea } from './idea-queue.svelte.ts';
import { IdeaQueue } from './idea-queue.svelte.ts';

/** How the line to the server is. */
export type DeskLine = 'waiting' | 'on' | 'off';

/** How long to wait until the next look, ms: less often the longer nothing has changed. */
export function nextLookMs(unchangedLooks: number): number {
	if (unchangedLooks < 10) return 3000;
	return unchangedLooks < 40 ? 6000 : 10_000;
}

/** One row of 自分のカード. */
export type DeskCard =
	| { readonly kind: 'queued'; readonly id: CardId; readonly idea: QueuedIdea }
	| { readonly kind: 'arrived'; readonly id: CardId; readonly idea: OwnIdea };

/** What the form knows of its table, what its person has written, and what of it still waits. */
export class IdeaDesk {
	desk = $state.raw<Desk | null>(null);
	line = $state.raw<DeskLine>('waiting');
	/** Why there is nothing for this person here; empty while there is. */
	refusal = $state('');
	/** Made once the server has said who this is. */
	queue = $state.raw<IdeaQueue | null>(null);
	/** Taken, and not yet told by the desk; `at` is the moment on the clock nobody sets. */
	#fresh = $state.raw<readonly { readonly idea: OwnIdea; readonly at: number }[]>([]);
	/** Taken back, and still told by it. */
	#gone = $state.raw<ReadonlySet<string>>(new Set());

	readonly boardId: string;
	readonly #api: typeof ideasApi;
	readonly #arrived: () => void;
	readonly #clock = new ServerClock();
	#etag = '';
	#unchanged = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#look: Promise<void> | null = null;
	#isReleased = false;

	constructor(boardId: string, arrived: () => void, api: typeof ideasApi = ideasApi) {
		this.boardId = boardId;
		this.#arrived = arrived;
		this.#api = api;
	}

	readonly cards = $derived.by((): readonly DeskCard[] => {
		const queued = this.queue?.ideas ?? [];
		const waiting = new Set<string>(queued.map(({ key }) => key));
		const told = this.desk?.cards ?? [];
		const known = new Set<string>(told.map(({ id }) => id));
		const fresh = this.#fresh.flatMap(({ idea }) => (known.has(idea.id) ? [] : [idea]));
		const arrived = [...fresh, ...told].filter(({ id }) => !waiting.has(id) && !this.#gone.has(id));
		return [
			...[...queued].reverse().map((idea) => ({ kind: 'queued', id: idea.key, idea }) as const),
			...arrived.map((idea) => ({ kind: 'arrived', id: idea.id, idea }) as const)
		];
	});

	/** The server's time now, whatever this device's clock says. */
	serverNow(): number {
		return this.#clock.now(performance.now());
	}

	/** Looks now and then goes on looking; nothing while the page cannot be seen. */
	async watch(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#isReleased || document.visibilityState === 'hidden') return;
		await this.look();
		if (this.#isReleased || this.refusal !== '') return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.watch(), nextLookMs(this.#unchanged));
	}

	/** Looks once, and sends what waits when the line is there. */
	look(): Promise<void> {
		this.#look ??= this.#lookOnce().finally(() => (this.#look = null));
		return this.#look;
	}

	async #lookOnce(): Promise<void> {
		const before = performance.now();
		const answer: DeskAnswer = await this.#api.readDesk(this.boardId, this.#etag);
		this.line = answer.kind === 'unreachable' ? 'off' : 'on';
		if (answer.kind === 'unreachable') return;
		if (answer.kind === 'refused') {
			this.refusal = answer.sentence;
			return;
		}
		// In the middle of the way there and back.
		this.#clock.take(answer.serverNow, (before + performance.now()) / 2);
		if (answer.kind === 'same') this.#unchanged += 1;
		else {
			this.#unchanged = 0;
			this.#etag = answer.etag;
			this.#take(answer.desk);
		}
		this.#fresh = this.#fresh.filter(({ at }) => at > before);
		void this.#flush();
	}

	/** Sends an idea of this type, written at this moment. */
	send(type: CardType, text: string): boolean {
		const key = this.queue?.add({ type, text, of: this.desk?.of ?? null }) ?? null;
		if (key === null) return false;
		void this.#flush();
		return true;
	}

	/** Puts other words on one of one's own; null once that is done, or kept to be done. */
	async rewrite(card: DeskCard, type: CardType, text: string): Promise<Asked> {
		if (card.kind === 'queued' && this.queue?.rewrite(card.id, { type, text })) {
			void this.#flush();
			return null;
		}
		return await this.#ask(this.#api.change(this.boardId, card.id, { type, text }));
	}

	/** Takes one of one's own back. */
	async withdraw(card: DeskCard): Promise<Asked> {
		if (card.kind === 'queued' && this.queue?.drop(card.id)) return null;
		const asked = await this.#api.withdraw(this.boardId, card.id);
		if (asked === null) {
			this.#gone = new Set([...this.#gone, card.id]);
			this.#fresh = this.#fresh.filter(({ idea }) => idea.id !== card.id);
		}
		return await this.#ask(Promise.resolve(asked));
	}

	/** 戻す: sends again what was taken back. */
	putBack(card: DeskCard): void {
		const { type, text } = card.idea;
		const of = card.kind === 'queued' ? card.idea.of : (this.desk?.of ?? null);
		this.#gone = new Set([...this.#gone].filter((id) => id !== card.id));
		this.queue?.add({ type, text, of }, card.id);
		void this.#flush();
	}

	/** Asks something of an aid for oneself. */
	async askAid(aid: string, command: object): Promise<Asked> {
		return await this.#ask(this.#api.askAid(this.boardId, aid, command));
	}

	/** Sends what waits; after what was taken the desk is looked at. */
	async #flush(): Promise<void> {
		const { queue } = this;
		if (!queue || queue.isSending || queue.waiting === 0) return;
		await queue.flush();
		if (queue.waiting === 0) void this.watch();
	}

	async #ask(asking: Promise<Asked>): Promise<Asked> {
		const asked = await asking;
		if (asked === 'noLine') this.line = 'off';
		else {
			// Whatever was under way may have been asked before this was done.
			await this.#look;
			void this.watch();
		}
		return asked;
	}

	#take(desk: Desk): void {
		const isFirst = this.queue === null;
		this.desk = desk;
		const known = new Set<string>(desk.cards.map(({ id }) => id));
		this.#gone = new Set([...this.#gone].filter((id) => known.has(id)));
		if (isFirst)
			this.queue = new IdeaQueue(
				{ boardId: this.boardId, participant: desk.participant },
				async (idea) => {
					const sent = await this.#api.send(this.boardId, idea);
					this.line = sent === 'noLine' ? 'off' : 'on';
					return sent;
				},
				(idea) => this.#welcome(idea)
			);
		this.queue?.forget(known);
	}

	#welcome({ key, type, text, of }: QueuedIdea): void {
		const { desk } = this;
		const place = of !== null ? 'private' : (desk?.goesTo ?? 'board');
		const idea = { id: key, type, text, place, isHeld: false };
		this.#fresh = [{ idea, at: performance.now() }, ...this.#fresh];
		this.#unchanged = 0;
		this.#arrived();
	}

	release(): void {
		this.#isReleased = true;
		clearTimeout(this.#timer);
	}
}
