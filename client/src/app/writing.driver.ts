import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { partOf } from '@renkei/shared/facilitation/part-kinds.ts';
import type { PartKind } from '@renkei/shared/facilitation/part-kinds.ts';
import type { RunningPhase } from '@renkei/shared/facilitation/phase.ts';
import { schemaVersion } from '@renkei/shared/method/board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { Role } from '@renkei/shared/method/roles.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import { messageTypes, protocolVersion } from '@renkei/shared/protocol/messages.ts';
import { writeVarString } from 'lib0/encoding';
import { writeUpdate } from 'y-protocols/sync';
import { vi } from 'vitest';
import type * as Y from 'yjs';
import { startLeading } from '../facilitation/start-leading.ts';
import type { OpenBoard } from '../state/open-board.ts';
import { ScriptedServer } from '../sync/scripted-server.ts';
import { bindCardField } from '../ui/card-field.ts';
import { leaveByPress } from '../ui/outside-press.ts';
import { openBoard } from './open-board.ts';
import type { BrowserKind } from './page-field.driver.ts';
import { PageField } from './page-field.driver.ts';

/** Somebody else at the board, whose screen is not here. */
export const somebody = { participant: 'other', profession: null, now: 1 };

/**
 * One person's open board with the field on its cards, as `CardEditor` puts it there; its line ends at a server whose
 * document others write to. Needs fake timers.
 */
export class WritingPage {
	readonly server = new ScriptedServer();
	readonly open: OpenBoard;
	readonly card: CardId;
	/** The window, as far as the board listens to it. */
	readonly page = new EventTarget();
	field: PageField | null = null;
	/** Whether others have taken the right to write. */
	isForbidden = false;
	readonly #kind: BrowserKind;
	readonly #role: Role;
	#boundTo: CardId | null = null;
	#unbind = (): void => {};
	#since = 1;
	#epoch = 1;
	#running: RunningPhase | null = null;
	#isOneByOne = false;

	constructor(kind: BrowserKind, { role = 'participant', text = '' } = {} as PageOptions) {
		this.#kind = kind;
		this.#role = role;
		vi.stubGlobal('localStorage', memoryStorage());
		vi.stubGlobal('window', this.page);
		vi.stubGlobal(
			'document',
			Object.assign(new EventTarget(), { hasFocus: () => true, visibilityState: 'visible' })
		);
		this.server.doc.on('update', this.#tellOthersWords);
		this.card = addCard(this.server.doc, { type: 'cause', text }, somebody);
		const access = {
			id: 'b1',
			epoch: 1,
			title: '',
			role,
			profession: null,
			participant: 'me',
			table: 1,
			workshopId: 'w1',
			workshopName: '',
			state: 'open',
			joinCode: null
		} as const;
		this.open = openBoard({
			access,
			reload: () => Promise.resolve({ ...access, epoch: this.#epoch }),
			url: 'ws://board.test/sync',
			socket: this.server.socketClass
		});
	}

	/** The document as the server has it. */
	get doc(): Y.Doc {
		return this.server.doc;
	}

	/** Loads the board and hears what is led at it. */
	async start(): Promise<void> {
		await this.comeBack();
		startLeading(this.open);
		this.lead('free');
	}

	close(): void {
		this.#bindTo(null);
		this.open.close();
		vi.unstubAllGlobals();
	}

	/** What all cards of the server say, those in the trash included. */
	words(): string {
		const { cards, trash } = readBoard(this.doc);
		return [...cards.values(), ...trash.values()].map(({ text }) => text).join('');
	}

	/** The network is gone. */
	loseLine(): void {
		if (this.#isOnLine) this.server.latest.break(1006);
	}

	/** The line comes back and both sides tell each other what is missing. */
	async comeBack(): Promise<void> {
		for (let tries = 0; !this.#isOnLine && tries < 40; tries++) {
			this.page.dispatchEvent(new Event('online'));
			await vi.advanceTimersByTimeAsync(500);
			const socket = this.server.sockets.at(-1);
			if (socket?.readyState !== 0) continue;
			socket.open();
			this.server.welcome({
				protocol: protocolVersion,
				schemaVersion,
				role: this.#role,
				epoch: this.#epoch,
				serverNow: Date.now()
			});
			this.#tellWhatIsLed();
		}
		await vi.advanceTimersByTimeAsync(1);
		this.follow();
	}

	/**
	 * Another part of the programme begins; what was begun before may still arrive for `lateMs`. `isOneByOne`: one card
	 * is written by one person at a time.
	 */
	lead(kind: PartKind, lateMs = 0, isOneByOne = false): void {
		this.#isOneByOne = isOneByOne;
		this.isForbidden = kind === 'listen';
		const phase = partOf(kind, null, { id: 'part', title: '時間', minutes: null });
		const late = lateMs === 0 ? null : { rights: null, until: Date.now() + lateMs };
		this.#running = { phase, since: this.#since++, late };
		this.#tellWhatIsLed();
		this.follow();
	}

	/** Selects a card, on which the unseen field then waits. */
	select(card: CardId | null): void {
		this.open.selection.choose(card === null ? [] : [card]);
		this.follow();
	}

	/** Opens a card for writing. */
	edit(card: CardId): void {
		this.select(card);
		this.open.editing.start(card);
		this.follow();
	}

	/** Presses somewhere outside the editor; `heard` is told when the press arrives there. */
	pressOutside(heard: () => void = () => {}): void {
		const { editing } = this.open;
		const press = new Event('pointerdown', { cancelable: true });
		const board = new EventTarget();
		board.addEventListener('pointerdown', (event) => event === press || heard());
		if (editing.card === null || !this.field) heard();
		else {
			let isHeld = false;
			Object.defineProperty(press, 'target', { value: board });
			press.stopImmediatePropagation = () => void (isHeld = true);
			leaveByPress(press, {
				field: this.field.element,
				isComposing: () => editing.unsentCard !== null,
				finish: () => editing.finish(),
				page: this.page
			});
			if (!isHeld) heard();
		}
		this.follow();
	}

	/** Puts the field where the selection and the editor want it, as the component does after every change. */
	follow(): void {
		const { board, editing, selection } = this.open;
		const only = selection.only;
		this.#bindTo(editing.card ?? (only !== null && board.cards.has(only) ? only : null));
	}

	/** The board is restored on the server: another document stands in the place of the one known here. */
	async restoreBoard(doc: Y.Doc): Promise<void> {
		this.#epoch += 1;
		const restored = Object.assign(this.server, { doc });
		restored.latest.break(closeCodes.epochReplaced);
		await vi.advanceTimersByTimeAsync(1);
		await this.comeBack();
	}

	/** Goes on until nothing is on its way any more. */
	async settle(): Promise<void> {
		this.field?.endComposition();
		await vi.advanceTimersByTimeAsync(200);
		this.open.editing.finish();
		this.follow();
		await this.comeBack();
		for (let round = 0; round < 20 && this.open.connection.unsentCount > 0; round++) {
			await vi.advanceTimersByTimeAsync(100);
			this.server.acknowledge();
			await this.comeBack();
		}
	}

	get #isOnLine(): boolean {
		return this.server.sockets.at(-1)?.readyState === 1;
	}

	#tellWhatIsLed(): void {
		if (!this.#isOnLine) return;
		const phases = { programme: [], running: this.#running };
		const aids = { phases, coWriting: { isOneByOne: this.#isOneByOne } };
		const news = JSON.stringify({ version: 1, serverNow: Date.now(), aids });
		this.server.say(messageTypes.facilitation, (encoder) => writeVarString(encoder, news));
	}

	#bindTo(card: CardId | null): void {
		if (card === this.#boundTo) return;
		this.#unbind();
		this.#unbind = () => {};
		this.#boundTo = card;
		this.field = card === null ? null : new PageField(this.#kind);
		if (card === null || !this.field) return;
		const { editing } = this.open;
		const left = (): void => editing.finish();
		this.#unbind = bindCardField(this.field.element, this.open, card, { changed: () => {}, left });
		const { length } = this.field.value;
		this.field.setSelectionRange(length, length);
	}

	readonly #tellOthersWords = (update: Uint8Array, origin: unknown): void => {
		const socket = this.server.sockets.at(-1);
		if (socket?.readyState === 1 && origin !== socket)
			this.server.say(messageTypes.sync, (encoder) => writeUpdate(encoder, update));
	};
}

interface PageOptions {
	readonly role?: Role;
	readonly text?: string;
}

function memoryStorage(): Partial<Storage> {
	const kept = new Map<string, string>();
	return {
		get length() {
			return kept.size;
		},
		key: (index) => [...kept.keys()][index] ?? null,
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key)
	};
}
