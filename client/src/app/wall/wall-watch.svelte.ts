import type { Wall } from '@renkei/shared/protocol/wall-api.ts';
import { ServerClock } from '../../state/server-clock.ts';
import type { WallAnswer } from './ask-wall.ts';
import { askWall } from './ask-wall.ts';

/** How long after an answer the next look is taken, and how long an answer may take. */
const watchPace = { everyMs: 2000, answerWithinMs: 8000 } as const;

/** All tables as this screen last heard of them. The last picture stays whatever becomes of the line. */
export class WallWatch {
	#wall = $state.raw<Wall | null>(null);
	#isReachable = $state.raw(true);
	#refusal = $state.raw('');
	readonly #workshopId: string;
	readonly #clock = new ServerClock();
	#etag = '';
	#timer: ReturnType<typeof setTimeout> | null = null;
	#asking: AbortController | null = null;
	#isClosed = false;

	/** Looks again and again until it is closed, but not while nobody sees the page. */
	constructor(workshopId: string) {
		this.#workshopId = workshopId;
		document.addEventListener('visibilitychange', this.#hurry);
		window.addEventListener('online', this.#hurry);
		void this.look();
	}

	/** Null until the first answer. */
	get wall(): Wall | null {
		return this.#wall;
	}

	/** Whether the last look was answered. */
	get isReachable(): boolean {
		return this.#isReachable;
	}

	/** Why this person is shown nothing; empty while they are. */
	get refusal(): string {
		return this.#refusal;
	}

	/** The server's time now in ms, whatever this device's clock says. */
	serverNow(): number {
		return this.#clock.now(performance.now());
	}

	/** Looks at once, for example after something was led from here. */
	async look(): Promise<void> {
		if (this.#isClosed) return;
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#asking?.abort();
		const asking = new AbortController();
		this.#asking = asking;
		const tooLate = setTimeout(() => asking.abort(), watchPace.answerWithinMs);
		const answer = await askWall(this.#workshopId, { etag: this.#etag, signal: asking.signal });
		clearTimeout(tooLate);
		// A later look has taken over.
		if (this.#isClosed || this.#asking !== asking) return;
		this.#asking = null;
		this.#take(answer);
		if (answer.kind !== 'refused') this.#plan();
	}

	close(): void {
		this.#isClosed = true;
		document.removeEventListener('visibilitychange', this.#hurry);
		window.removeEventListener('online', this.#hurry);
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#asking?.abort();
	}

	#take(answer: WallAnswer): void {
		this.#isReachable = answer.kind !== 'unreachable';
		if (answer.kind === 'unreachable') return;
		this.#refusal = answer.kind === 'refused' ? answer.sentence : '';
		if (answer.kind === 'refused') return;
		this.#clock.take(answer.serverNow, performance.now());
		if (answer.kind === 'same') return;
		this.#etag = answer.etag;
		this.#wall = answer.wall;
	}

	#plan(): void {
		if (document.visibilityState === 'hidden') return;
		this.#timer = setTimeout(() => void this.look(), watchPace.everyMs);
	}

	readonly #hurry = (): void => {
		if (document.visibilityState === 'visible' && this.#refusal === '') void this.look();
	};
}
