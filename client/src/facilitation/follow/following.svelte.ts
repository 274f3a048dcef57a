import type { Box } from '@renkei/shared/geometry/box.ts';
import { steps } from '@renkei/shared/method/steps.ts';
import type { ZoneId } from '@renkei/shared/method/ids.ts';
import { stepIds } from '@renkei/shared/method/ids.ts';
import type { Identity, OwnPresence } from '@renkei/shared/protocol/presence.ts';
import type { FacilitationState } from '../../state/facilitation.svelte.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import { showZone } from '../../tools/show-board.ts';
import type { BoardScreen } from '../../ui/board/board-screen.svelte.ts';
import { moveNearer } from './next-box.ts';

/** How long a call is announced before anything moves, ms. */
const noticeMs = 3000;

type View = NonNullable<OwnPresence['view']>;

/** What this screen has to do with a call: it is told and moves soon, moves with it, or stays where it is. */
export type CallAnswer = 'coming' | 'following' | 'staying';

/**
 * Whose screen is looked at here, because somebody has called everybody or because this person chose to. Whatever the
 * person does with their own hand ends it: it never fights them.
 */
export class Following {
	#answer = $state.raw<CallAnswer>('staying');
	/** The call (`since`) that was last answered. */
	#answered: number | null | undefined;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#frame = 0;
	#seenZone: ZoneId | null = null;
	readonly #open: OpenBoard;
	readonly #led: FacilitationState;
	readonly #screen: BoardScreen;

	constructor(open: OpenBoard, led: FacilitationState, screen: BoardScreen) {
		this.#open = open;
		this.#led = led;
		this.#screen = screen;
	}

	/** The call that is on, unless it is this person's own. */
	get call() {
		const call = this.#led.known?.spotlight ?? null;
		return call && call.by !== this.#open.access.participant ? call : null;
	}

	/** What this screen does about the call. */
	get answer(): CallAnswer {
		return this.#answer;
	}

	/** Whom this screen follows, as others know them; null when nobody, or when they have left. */
	get leader(): Identity | null {
		const id = this.#followed;
		return (
			this.#open.participants.people.find(({ identity }) => identity.participant === id)
				?.identity ?? null
		);
	}

	get isFollowing(): boolean {
		return this.#followed !== null;
	}

	/** What of the board the one sees whose pixels are followed here, and their colour; a zone has no pixels. */
	get frame(): { readonly seen: Box; readonly who: number } | null {
		const { leader } = this;
		if (!leader || this.#calledZone !== null || this.#screen.view !== 'board') return null;
		const view = this.#viewOf(leader.participant);
		if (!view) return null;
		const [x, y, width, height] = view;
		return { seen: { x, y, width, height }, who: leader.who };
	}

	get #calledZone(): ZoneId | null {
		return this.call && this.#answer === 'following' ? this.call.zone : null;
	}

	get #followed(): string | null {
		if (this.call && this.#answer === 'following') return this.call.by;
		return this.#screen.followed;
	}

	/** Hears of a call that has begun, gone on or ended; to be called whenever what is known changes. */
	hear(): void {
		const { call } = this;
		const since = call?.since ?? null;
		if (since === this.#answered) return;
		this.#answered = since;
		this.#stopTimer();
		this.#seenZone = null;
		if (!call) {
			this.#answer = 'staying';
			return;
		}
		// Whoever leads roams between tables, and whoever is writing must not lose the place: both are only told.
		const isBusy = this.#led.leads || this.#open.editing.card !== null;
		this.#answer = isBusy ? 'staying' : 'coming';
		if (!isBusy) this.#timer = setTimeout(() => this.#arrive(), noticeMs);
	}

	#arrive(): void {
		this.#timer = null;
		this.#answer = this.#open.editing.card === null ? 'following' : 'staying';
		this.look();
	}

	/** いまはしない, やめる, or a hand of one's own. */
	stay(): void {
		this.#stopTimer();
		this.#answer = 'staying';
		this.#screen.followed = null;
		this.#stopMoving();
	}

	/** もどる: goes with the call after all. */
	join(): void {
		if (!this.call) return;
		this.#open.editing.finish();
		this.#seenZone = null;
		this.#answer = 'following';
		this.look();
	}

	/** Brings this screen to where it should be now. */
	look(): void {
		if (!this.isFollowing) return this.#stopMoving();
		if (this.#open.editing.card !== null) return this.stay();
		const zone = this.#calledZone;
		if (zone !== null) {
			if (zone !== this.#seenZone) this.#lookAtZone(zone);
			return;
		}
		const view = this.#viewOf(this.#followed);
		if (view && this.#screen.view === 'board') this.#moveTowards(view);
	}

	release(): void {
		this.#stopTimer();
		this.#stopMoving();
	}

	/** A zone, and no pixels: every device shows it in the layout that suits it. */
	#lookAtZone(zone: ZoneId): void {
		this.#seenZone = zone;
		this.#stopMoving();
		const step = stepIds.find((id) => steps[id].zone === zone && this.#screen.steps.includes(id));
		if (step) this.#screen.chooseStep(step);
		if (this.#screen.view === 'board') showZone(this.#open, zone);
	}

	#viewOf(participant: string | null): View | null {
		for (const { identity, view } of this.#open.participants.others.values())
			if (identity.participant === participant && view) return view;
		return null;
	}

	#moveTowards([x, y, width, height]: View): void {
		const target = { x, y, width, height };
		cancelAnimationFrame(this.#frame);
		const { viewport } = this.#open;
		const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
		const step = (): void => {
			if (!moveNearer(viewport, target, isCalm)) this.#frame = requestAnimationFrame(step);
		};
		step();
	}

	#stopMoving(): void {
		cancelAnimationFrame(this.#frame);
	}

	#stopTimer(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
	}
}
