import type { Method } from '@renkei/shared/method/packs/method.ts';
import { projectorRoutes } from '@renkei/shared/protocol/projector-api.ts';
import type { ShownLaser } from '@renkei/shared/protocol/presence.ts';
import type { Projection } from '@renkei/shared/protocol/projector-api.ts';
import { BoardState } from '../../state/board-state.svelte.ts';
import { FacilitationState } from '../../state/facilitation.svelte.ts';
import { MethodWords } from '../../state/method-words.svelte.ts';
import { LeadLine } from '../../sync/lead-line.ts';
import { WatchedBoard } from '../../sync/watched-board.ts';
import type { Answer } from '../ask.ts';
import { ask } from '../ask.ts';

/** Asks what the code of viewers lets a screen show. */
export async function askProjector(code: string): Promise<Answer<Projection>> {
	return await ask(projectorRoutes.openProjector, { params: { code } });
}

/** Which board to show, and whom to ask when the server ends the line. */
export interface ShownTable {
	readonly code: string;
	readonly ticket: string;
	readonly boardId: string;
	readonly epoch: number;
	/** Asks anew; the epoch the board has now, or null when it is not to be shown any more. */
	readonly askAgain: () => Promise<{ readonly ticket: string; readonly epoch: number } | null>;
}

/** How long after an end by the server it is asked again: long enough for a restart, short for a room that waits. */
const askAgainMs = 3000;

/** A board on the screen of a room. The last picture stays whatever becomes of the line. */
export class ShownBoard {
	readonly board: BoardState;
	/** What is led at the table. */
	readonly led: FacilitationState;
	/** The screen of a room asks for nothing. */
	readonly #lead = new LeadLine(() => false);
	#isConnected = $state.raw(false);
	#hasPicture = $state.raw(false);
	#lasers = $state.raw<ReadonlyMap<number, ShownLaser>>(new Map());
	readonly #words: MethodWords;
	readonly #table: ShownTable;
	#watched: WatchedBoard;
	/** What is to take its place. */
	#coming: WatchedBoard | null = null;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#isClosed = false;

	constructor(table: ShownTable) {
		this.#table = table;
		this.#words = new MethodWords({
			load: async (packId) =>
				(await import('../load-pack.ts')).loadPack(packId, (id) =>
					ask(projectorRoutes.readProjectorPack, { params: { code: table.code, packId: id } })
				),
			// The manual's words are shown instead; nobody in the room could do anything about it.
			missing: () => {}
		});
		this.#watched = this.#watch(table);
		this.board = new BoardState(this.#watched.doc);
		const { cards, trash, records } = this.board;
		this.led = new FacilitationState(this.#lead, {
			role: () => 'viewer',
			profession: () => null,
			cards: { cards, trash, records, me: '' },
			refused: () => {}
		});
		this.board.onChange(() => this.#words.follow(this.board.meta.pack));
		window.addEventListener('online', this.#hurry);
		document.addEventListener('visibilitychange', this.#hurry);
	}

	/** Whether the server tells of every change at this moment. */
	get isConnected(): boolean {
		return this.#isConnected;
	}

	/** Whether the whole board has come once. */
	get hasPicture(): boolean {
		return this.#hasPicture;
	}

	/** Where those who lead point now. */
	get lasers(): ReadonlyMap<number, ShownLaser> {
		return this.#lasers;
	}

	/** The words of the board's method pack. */
	get method(): Method {
		return this.#words.current;
	}

	close(): void {
		this.#isClosed = true;
		if (this.#timer !== null) clearTimeout(this.#timer);
		window.removeEventListener('online', this.#hurry);
		document.removeEventListener('visibilitychange', this.#hurry);
		this.led.release();
		this.board.release();
		this.#watched.close();
		this.#coming?.close();
	}

	readonly #hurry = (): void => (this.#coming ?? this.#watched).hurry();

	#watch({ ticket, epoch }: { readonly ticket: string; readonly epoch: number }): WatchedBoard {
		const { boardId } = this.#table;
		const watched: WatchedBoard = new WatchedBoard(
			{ url: syncUrl(), boardId, epoch, ticket },
			{
				// The first report comes before there is anything to show.
				report: ({ isSynced }) => {
					this.#isConnected = isSynced;
					if (isSynced) this.#show(watched);
				},
				closed: () => this.#askLater(),
				led: (type, text) => this.#lead.take(type, text),
				pointed: (lasers) => (this.#lasers = lasers)
			}
		);
		return watched;
	}

	/** A board that was replaced takes the place of the old picture only once it is whole. */
	#show(watched: WatchedBoard): void {
		this.#hasPicture = true;
		if (watched !== this.#coming) return;
		this.board.attach(watched.doc);
		this.#watched.close();
		this.#watched = watched;
		this.#coming = null;
	}

	#askLater(): void {
		if (this.#isClosed) return;
		this.#isConnected = false;
		this.#timer = setTimeout(() => void this.#askAgain(), askAgainMs);
	}

	async #askAgain(): Promise<void> {
		const now = await this.#table.askAgain();
		if (this.#isClosed) return;
		if (now === null) return this.#askLater();
		this.#coming?.close();
		this.#coming = this.#watch(now);
	}
}

function syncUrl(): string {
	return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`;
}
