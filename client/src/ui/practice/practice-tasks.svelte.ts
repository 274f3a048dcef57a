import type { CardId } from '@renkei/shared/method/card.ts';
import type { LinkId } from '@renkei/shared/method/link.ts';
import { SvelteSet } from 'svelte/reactivity';
import type { OpenBoard } from '../../state/open-board.ts';

/** What is practised, in this order. */
export type PracticeTask = 'write' | 'move' | 'link' | 'undo' | 'whole';

/** What is practised on the picture of a board, and in its list, where there is nothing to aim at. */
export const practiceTasks = {
	board: ['write', 'move', 'link', 'undo', 'whole'],
	list: ['write', 'move', 'undo']
} as const satisfies Record<string, readonly PracticeTask[]>;

/** The edge of the board may be cut by a hair and is still seen. */
const hairBu = 8;

/** Which tasks have been done, noticed from what became of the board and never from which button was pressed. */
export class PracticeTasks {
	readonly #tasks: readonly PracticeTask[];
	readonly #open: OpenBoard;
	readonly #done = new SvelteSet<PracticeTask>();
	readonly #given: ReadonlySet<CardId>;
	readonly #givenLinks: ReadonlySet<LinkId>;
	/** Where each card was when it was first seen. */
	readonly #places = new Map<CardId, string>();

	constructor(open: OpenBoard, tasks: readonly PracticeTask[]) {
		this.#open = open;
		this.#tasks = tasks;
		this.#given = new Set(open.board.cards.keys());
		this.#givenLinks = new Set(open.board.links.keys());
		this.look();
	}

	get tasks(): readonly PracticeTask[] {
		return this.#tasks;
	}

	/** What is to be done now; null when everything has been. */
	get current(): PracticeTask | null {
		return this.#tasks.find((task) => !this.#done.has(task)) ?? null;
	}

	/** What was done last before `current`, to be praised; null at the beginning. */
	get praised(): PracticeTask | null {
		const { current } = this;
		const at = current === null ? this.#tasks.length : this.#tasks.indexOf(current);
		return this.#tasks[at - 1] ?? null;
	}

	isDone(task: PracticeTask): boolean {
		return this.#done.has(task);
	}

	/** Looks at the board again; to be called whenever anything on it or of its view has changed. */
	look(): void {
		const { board, editing, history, layout, viewport } = this.#open;
		for (const card of board.cards.values()) {
			const isOwn = !this.#given.has(card.id);
			if (isOwn && card.text.trim() !== '' && editing.card !== card.id) this.#done.add('write');
			const place = JSON.stringify([card.position, card.order, card.cluster]);
			const before = this.#places.get(card.id);
			if (before === undefined) this.#places.set(card.id, place);
			else if (before !== place) this.#done.add('move');
		}
		if ([...board.links.keys()].some((id) => !this.#givenLinks.has(id))) this.#done.add('link');
		if (history.canRedo) this.#done.add('undo');
		if (viewport.width > 0 && this.current === 'whole') {
			const { bounds } = layout;
			const seen = viewport.visibleBox;
			const isSeen =
				seen.x <= bounds.x + hairBu &&
				seen.y <= bounds.y + hairBu &&
				seen.x + seen.width >= bounds.x + bounds.width - hairBu &&
				seen.y + seen.height >= bounds.y + bounds.height - hairBu;
			if (isSeen) this.#done.add('whole');
		}
	}
}
