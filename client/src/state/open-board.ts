import type { CardId } from '@renkei/shared/method/card.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import type { BoardAccess } from '@renkei/shared/protocol/board-access.ts';
import { createContext } from 'svelte';
import type { BoardAction } from '@renkei/shared/method/rights.ts';
import type { LeadLine } from '../sync/lead-line.ts';
import type { BoardCommands, CommandRunner } from './board-commands.ts';
import type { BoardState } from './board-state.svelte.ts';
import type { ConnectionState } from './connection-state.svelte.ts';
import type { Drafts } from './drafts.svelte.ts';
import type { Editing } from './editing.svelte.ts';
import type { FacilitationState } from './facilitation.svelte.ts';
import type { HistoryState } from './history.svelte.ts';
import type { LayoutState } from './layout.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import type { Participants } from './participants.svelte.ts';
import type { Popups } from './popups.svelte.ts';
import type { Preferences } from './preferences.svelte.ts';
import type { Selection } from './selection.svelte.ts';
import type { SharedText } from './text-session.ts';
import type { Toolbox } from './toolbox.svelte.ts';
import type { Viewport } from './viewport.svelte.ts';

/** Everything a page needs of the board it shows. It stays the same object while the board is open, also when the document behind it is replaced. */
export interface OpenBoard {
	readonly access: BoardAccess;
	readonly board: BoardState;
	readonly layout: LayoutState;
	readonly selection: Selection;
	readonly viewport: Viewport;
	readonly editing: Editing;
	readonly toolbox: Toolbox;
	readonly participants: Participants;
	readonly connection: ConnectionState;
	/** What is said about leading: timer and the like. */
	readonly leadLine: LeadLine;
	/** What is led here and the way to lead; null until its part of the page has come. */
	readonly led: FacilitationState | null;
	/** Takes in that part of the page. */
	takeLed(led: FacilitationState): void;
	readonly history: HistoryState;
	readonly commands: BoardCommands;
	/** For the commands that a view brings along. */
	readonly run: CommandRunner['run'];
	readonly runAs: CommandRunner['runAs'];
	/** The same for commands that need no free hand on cards: only what they do to the board is judged. */
	readonly judged: CommandRunner;
	readonly preferences: Preferences;
	readonly notices: Notices;
	/** What is open over the board. */
	readonly popups: Popups;
	readonly drafts: Drafts;
	/** The words of the board's method pack. */
	readonly method: Method;
	/** True while the words of the pack are on their way, and `method` still speaks the manual's. */
	readonly isMethodComing: boolean;
	/** Whether this person may change this board now: role, version, workshop, and a document that is complete. */
	readonly canWrite: boolean;
	/** Whether this person may do this now, also by what runs at the table. */
	may(action: BoardAction): boolean;
	/** The text of a card for an editor to work on; null when the document has no such card. */
	textOf(card: CardId): SharedText | null;
	/** Keeps what stands in an editor on this device until the server has it. */
	keepDraft(card: CardId, text: string): void;
	/** Offers words that the document does not take now; `before` is what stood there when they were begun. */
	offerWords(card: CardId, text: string, before: string): void;
	/** Leaves the board: commits what is being written and lets go of the connection. */
	close(): void;
}

export const [getOpenBoard, setOpenBoard] = createContext<OpenBoard>();
