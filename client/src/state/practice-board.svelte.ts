import { discardEmptyCard } from '@renkei/shared/document/commands/discard-card.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import { encodeNewDocument } from '@renkei/shared/document/write-board.ts';
import { writeCard } from '@renkei/shared/document/write-card.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { Language } from '@renkei/shared/lane-layout/footer-tags.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import type { BoardAction } from '@renkei/shared/method/rights.ts';
import type { BoardAccess } from '@renkei/shared/protocol/board-access.ts';
import * as Y from 'yjs';
import { LeadLine } from '../sync/lead-line.ts';
import type { CommandRunner } from './board-commands.ts';
import { bindCommands, commandRunner } from './board-commands.ts';
import { BoardState } from './board-state.svelte.ts';
import { ConnectionState } from './connection-state.svelte.ts';
import { Drafts } from './drafts.svelte.ts';
import { Editing } from './editing.svelte.ts';
import type { FacilitationState } from './facilitation.svelte.ts';
import { HistoryState } from './history.svelte.ts';
import { LayoutState } from './layout.svelte.ts';
import { Notices } from './notices.svelte.ts';
import type { OpenBoard } from './open-board.ts';
import { Participants } from './participants.svelte.ts';
import { Popups } from './popups.svelte.ts';
import { practiceId } from './practice-id.ts';
import type { Preferences } from './preferences.svelte.ts';
import { Selection } from './selection.svelte.ts';
import { sharedTextOf } from './shared-text.ts';
import type { SharedText } from './text-session.ts';
import { Toolbox } from './toolbox.svelte.ts';
import { Viewport, zoomRanges } from './viewport.svelte.ts';

/** What a practice starts with. */
export interface PracticeStart {
	readonly title: string;
	readonly cards: readonly { readonly type: CardType; readonly text: string }[];
	/** The types that the tool for cards offers. */
	readonly types: readonly CardType[];
	readonly preferences: Preferences;
	readonly language: () => Language;
	/** The words of the board that is practised for. */
	readonly method: () => Method;
	/** Writing happens in the sheet at the edge: small cards, or a finger. */
	readonly needsSheet: (zoom: number) => boolean;
}

/**
 * A board to try things out on, of this screen alone: a document without a line, without a copy on the device and
 * without drafts. Everything else is what a board is worked with, so what is learnt here holds there.
 */
export class PracticeBoard implements OpenBoard {
	readonly access: BoardAccess;
	readonly isMethodComing = false;
	readonly led: FacilitationState | null = null;
	readonly leadLine = new LeadLine(() => false);
	readonly connection = new ConnectionState();
	readonly notices = new Notices();
	readonly popups = new Popups();
	readonly toolbox = new Toolbox();
	readonly participants = new Participants();
	readonly viewport = new Viewport(zoomRanges.participant);
	readonly drafts = new Drafts(practiceId, null);
	readonly preferences: Preferences;
	readonly board: BoardState;
	readonly selection: Selection;
	readonly layout: LayoutState;
	readonly history: HistoryState;
	readonly editing: Editing;
	readonly commands = bindCommands(() => this.#binding());
	readonly run: CommandRunner['run'];
	readonly runAs: CommandRunner['runAs'];
	readonly judged: CommandRunner;
	readonly #doc = new Y.Doc();
	readonly #types: readonly CardType[];
	readonly #method: () => Method;

	constructor({ title, cards, types, preferences, language, method, needsSheet }: PracticeStart) {
		this.#types = types;
		this.#method = method;
		this.preferences = preferences;
		this.access = {
			id: practiceId,
			epoch: 0,
			title,
			role: 'participant',
			profession: null,
			participant: practiceId,
			table: 1,
			workshopId: practiceId,
			workshopName: title,
			state: 'open',
			joinCode: null
		};
		this.connection.takeAccess(this.access);
		this.connection.takeCopy(true);
		const start = encodeNewDocument({ title }, (roots) => {
			const nobody: Author = { participant: '', profession: null, now: Date.now() };
			for (const card of cards) writeCard(roots, card, nobody);
		});
		Y.applyUpdate(this.#doc, start);
		this.judged = commandRunner(() => this.#binding());
		({ run: this.run, runAs: this.runAs } = this.judged);
		this.board = new BoardState(this.#doc);
		this.selection = new Selection(this.board);
		this.layout = new LayoutState(this.board, language);
		this.history = new HistoryState(this.#doc, () => this.#author(), this.notices);
		this.editing = new Editing({
			canWrite: () => true,
			needsSheet: () => needsSheet(this.viewport.zoom),
			mayEdit: (card) => this.board.cards.has(card),
			started: (card) => this.history.beginText(card),
			finished: (card, isNew) => this.#finishEditing(card, isNew)
		});
	}

	get method(): Method {
		return this.#method();
	}

	get canWrite(): boolean {
		return this.connection.canWrite;
	}

	may(action: BoardAction): boolean {
		if (action.do === 'create') return this.#types.includes(action.type);
		return action.do === 'tool' ? action.tool === 'group' : action.do !== 'head';
	}

	textOf(card: CardId): SharedText | null {
		return sharedTextOf(this.#doc, card, () => true);
	}

	/** Nothing is led in a practice. */
	takeLed(): void {}

	/** Nothing of a practice is kept. */
	keepDraft(): void {}

	offerWords(): void {}

	close(): void {
		this.editing.finish();
		this.history.release();
		this.board.release();
		this.participants.release();
		this.connection.release();
		this.notices.dismiss();
		this.popups.close();
		this.#doc.destroy();
	}

	#binding() {
		return { doc: this.#doc, author: this.#author(), canWrite: this.canWrite };
	}

	#author(): Author {
		return { participant: practiceId, profession: null, now: Date.now() };
	}

	#finishEditing(card: CardId, isNew: boolean): void {
		this.history.endText();
		const isEmpty = this.board.cards.get(card)?.text.trim() === '';
		if (isNew && isEmpty && discardEmptyCard(this.#doc, card, this.#author()))
			this.history.forgetCard(card);
	}
}
