import { boardOfPlain } from '@renkei/shared/document/plain-board.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import { historyRoutes } from '@renkei/shared/protocol/history-api.ts';
import type {
	BoardDifference,
	BoardHistory,
	CardMark,
	Restore,
	Restored
} from '@renkei/shared/protocol/history-api.ts';
import type { Answer, Refusal } from '../../ask.ts';
import { ask } from '../../ask.ts';

/** A state of the board that the slider can stand at. */
export interface Stop {
	readonly seq: number;
	readonly at: number;
}

/** How long one state stands while the past is played, ms. */
const playMs = 900;

/** The past of one board: the states it can be looked at in, the one that is looked at, and what differs from now. */
export class HistoryDesk {
	history = $state.raw<BoardHistory | null>(null);
	board = $state.raw<Board | null>(null);
	difference = $state.raw<BoardDifference | null>(null);
	refusal = $state.raw<Refusal | null>(null);
	isPlaying = $state(false);
	#seq = $state.raw<number | null>(null);
	#timer: ReturnType<typeof setTimeout> | null = null;
	readonly #boardId: string;

	constructor(boardId: string) {
		this.#boardId = boardId;
	}

	/** The oldest first: stretches in which something was written, and what has a name. */
	get stops(): readonly Stop[] {
		const { history } = this;
		if (!history) return [];
		const bySeq = new Map<number, Stop>();
		for (const stop of [history.first, ...history.moments, ...history.points, history.last])
			if (stop.seq >= history.first.seq) bySeq.set(stop.seq, { seq: stop.seq, at: stop.at });
		return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
	}

	/** Where the slider stands, an index of `stops`. */
	get index(): number {
		const { stops } = this;
		const found = stops.findIndex(({ seq }) => seq >= (this.#seq ?? Infinity));
		return found < 0 ? stops.length - 1 : found;
	}

	get stop(): Stop | null {
		return this.stops[this.index] ?? null;
	}

	get isNow(): boolean {
		return this.index === this.stops.length - 1;
	}

	/** What became of a card after the state that is looked at. */
	get marks(): ReadonlyMap<string, CardMark> {
		return new Map((this.difference?.cards ?? []).map(({ id, mark }) => [id, mark]));
	}

	async load(): Promise<void> {
		const answer = this.#taken(
			await ask(historyRoutes.readHistory, { params: { boardId: this.#boardId } })
		);
		if (!answer) return;
		this.history = answer;
		await this.#show();
	}

	/** Looks at a state; the newest press counts. */
	async lookAt(seq: number): Promise<void> {
		this.#seq = seq;
		await this.#show();
	}

	async step(by: 1 | -1): Promise<void> {
		const stop = this.stops[this.index + by];
		if (stop) await this.lookAt(stop.seq);
	}

	/** Shows state after state, from the beginning when it stands at the end. */
	async play(): Promise<void> {
		if (this.isPlaying) return this.pause();
		this.isPlaying = true;
		const [first] = this.stops;
		if (this.isNow && first) await this.lookAt(first.seq);
		this.#playOn();
	}

	pause(): void {
		this.isPlaying = false;
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
	}

	async star(text: string): Promise<boolean> {
		const { stop } = this;
		const answer = this.#taken(
			await ask(historyRoutes.addPoint, {
				params: { boardId: this.#boardId },
				body: stop && !this.isNow ? { text, seq: stop.seq } : { text }
			})
		);
		if (answer) await this.load();
		return answer !== null;
	}

	/** Puts something back; the answer says how to take that back, null when it could not be done. */
	async restore(what: Restore): Promise<Restored | null> {
		const answer = this.#taken(
			await ask(historyRoutes.restore, { params: { boardId: this.#boardId }, body: what })
		);
		if (answer) {
			this.#seq = null;
			await this.load();
		}
		return answer;
	}

	#playOn(): void {
		this.#timer = setTimeout(() => {
			if (this.isNow) return this.pause();
			void this.step(1).then(() => {
				if (this.isPlaying) this.#playOn();
			});
		}, playMs);
	}

	async #show(): Promise<void> {
		const { stop, history } = this;
		if (!stop || !history) return;
		const params = { boardId: this.#boardId };
		const [at, difference] = await Promise.all([
			ask(historyRoutes.readBoardAt, { params: { ...params, seq: String(stop.seq) } }),
			ask(historyRoutes.readDifference, {
				params,
				query: { from: String(stop.seq), to: String(history.last.seq) }
			})
		]);
		// Somebody has moved on meanwhile: the older answer would overwrite the newer picture.
		if (this.stop?.seq !== stop.seq) return;
		const shown = this.#taken(at);
		const differs = this.#taken(difference);
		if (!shown || !differs) return;
		this.board = boardOfPlain(shown.board);
		this.difference = differs;
	}

	#taken<T>(answer: Answer<T>): T | null {
		this.refusal = answer.ok ? null : answer.refusal;
		return answer.ok ? answer.value : null;
	}
}
