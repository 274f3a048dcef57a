import { discardEmptyCard } from '@renkei/shared/document/commands/discard-card.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { closeCodes, mustRebuild } from '@renkei/shared/protocol/close-codes.ts';
import type { BoardAction } from '@renkei/shared/method/rights.ts';
import type { BoardAccess } from '@renkei/shared/protocol/board-access.ts';
import type { Refused } from '@renkei/shared/protocol/messages.ts';
import { mayLead } from '@renkei/shared/method/roles.ts';
import { locale } from '../i18n/locale.svelte.ts';
import { say } from '../i18n/message.ts';
import type { CommandBinding, CommandRunner } from '../state/board-commands.ts';
import { bindCommands, commandRunner } from '../state/board-commands.ts';
import { BoardState } from '../state/board-state.svelte.ts';
import { ConnectionState } from '../state/connection-state.svelte.ts';
import { Drafts } from '../state/drafts.svelte.ts';
import { Editing } from '../state/editing.svelte.ts';
import { HistoryState } from '../state/history.svelte.ts';
import type { FacilitationState } from '../state/facilitation.svelte.ts';
import { LayoutState } from '../state/layout.svelte.ts';
import { Leading } from '../state/leading.svelte.ts';
import { MethodWords } from '../state/method-words.svelte.ts';
import { Notices } from '../state/notices.svelte.ts';
import type { OpenBoard } from '../state/open-board.ts';
import { announceOwnPresence } from '../state/own-presence.svelte.ts';
import { Participants } from '../state/participants.svelte.ts';
import { Popups } from '../state/popups.svelte.ts';
import { Preferences } from '../state/preferences.svelte.ts';
import { Selection } from '../state/selection.svelte.ts';
import { sharedTextOf } from '../state/shared-text.ts';
import type { SharedText } from '../state/text-session.ts';
import { Toolbox } from '../state/toolbox.svelte.ts';
import { Viewport, zoomRanges } from '../state/viewport.svelte.ts';
import { LeadLine } from '../sync/lead-line.ts';
import type { ReplicaListener } from '../sync/replica.ts';
import { Replica } from '../sync/replica.ts';

/** Below this zoom text is too small to be written in place (design §3.3). */
const inPlaceZoom = 0.6;
/** A server that refuses what it sent itself would otherwise be asked for ever. */
const rebuilds = { most: 3, withinMs: 60_000 } as const;

/** What opening a board needs from the page. */
export interface Opening {
	readonly access: BoardAccess;
	/** Asks the server again for the board's current epoch; null when it cannot be opened any more. */
	readonly reload: () => Promise<BoardAccess | null>;
	/** Address of the sync line; the page's own server unless a test says otherwise. */
	readonly url?: string;
	readonly socket?: typeof WebSocket;
}

/** Opens a board: joins document, line, local copy and everything the page looks at. */
export function openBoard(opening: Opening): OpenBoard {
	return new OpenedBoard(opening);
}

class OpenedBoard implements OpenBoard {
	access: BoardAccess;
	readonly notices = new Notices();
	readonly popups = new Popups();
	readonly preferences = new Preferences();
	readonly toolbox = new Toolbox();
	readonly participants = new Participants();
	readonly connection = new ConnectionState();
	readonly leadLine = new LeadLine((text) => this.#replica.lead(text));
	readonly drafts: Drafts;
	readonly board: BoardState;
	readonly selection: Selection;
	readonly viewport: Viewport;
	readonly layout: LayoutState;
	readonly history: HistoryState;
	readonly editing: Editing;
	readonly #words = new MethodWords({
		load: async (packId) => (await import('./load-pack.ts')).loadPack(packId),
		missing: () => this.notices.show('packMissing')
	});
	readonly commands = bindCommands(() => this.#binding());
	readonly run: CommandRunner['run'];
	readonly runAs: CommandRunner['runAs'];
	readonly judged = commandRunner(() => this.#binding());
	readonly #leading = new Leading();
	readonly #opening: Opening;
	readonly #stopAnnouncing: () => void;
	#replica: Replica;
	/** How far the server's clock is ahead of this device's, which may be minutes off. */
	#clockAheadMs = 0;
	#hasOfferedDrafts = false;
	/** What stood on the card when the writing began that is under way or was last. */
	#writtenFrom = '';
	#hadLine = false;
	/** What the server did not take, until its words are on offer. */
	#lost: Replica['doc'] | null = null;
	#rebuiltAt: number[] = [];
	#isClosed = false;

	constructor(opening: Opening) {
		this.#opening = opening;
		({ run: this.run, runAs: this.runAs } = commandRunner(() => ({
			...this.#binding(),
			canWrite: this.canWrite && (this.led?.mayWorkFreely() ?? true)
		})));
		this.access = opening.access;
		this.drafts = new Drafts(opening.access.id);
		this.connection.takeAccess(opening.access);
		this.#replica = this.#openReplica(opening.access.epoch);
		const { doc } = this.#replica;
		this.board = new BoardState(doc);
		this.selection = new Selection(this.board);
		this.viewport = new Viewport(
			mayLead(opening.access.role) ? zoomRanges.leader : zoomRanges.participant
		);
		this.layout = new LayoutState(this.board, () => locale.current);
		this.viewport.keepNear(() => this.layout.bounds);
		this.history = new HistoryState(doc, () => this.#author(), this.notices, this.#permits);
		this.editing = new Editing({
			canWrite: () => this.canWrite,
			needsSheet: () => this.viewport.zoom < inPlaceZoom || isFingerScreen(),
			mayEdit: (card) =>
				this.board.cards.has(card) && this.#isFree(card) && this.#allows('editCardText', [card]),
			started: (card) => {
				this.#writtenFrom = this.#wordsOf(card);
				this.history.beginText(card);
			},
			finished: (card, isNew) => this.#finishEditing(card, isNew)
		});
		this.board.onChange(() => {
			this.connection.takeVersion(this.board.isFromNewerVersion);
			this.#words.follow(this.board.meta.pack);
		});
		this.participants.attach(this.#replica.presence);
		this.#stopAnnouncing = announceOwnPresence(this.participants, this.selection, this.editing);
		this.#listenToWindow('add');
	}

	get method(): Method {
		return this.#words.current;
	}

	get isMethodComing(): boolean {
		return this.#words.isComing;
	}

	get canWrite(): boolean {
		return this.connection.canWrite;
	}

	get led(): FacilitationState | null {
		return this.#leading.state;
	}

	takeLed(led: FacilitationState): void {
		this.#leading.state = led;
	}

	may(action: BoardAction): boolean {
		return this.canWrite && (this.led?.may(action) ?? true);
	}

	textOf(card: CardId): SharedText | null {
		const mayWrite = (): boolean => this.canWrite && this.#allows('editCardText', [card]);
		return sharedTextOf(this.#replica.doc, card, mayWrite);
	}

	keepDraft(card: CardId, text: string): void {
		const isSafe = this.connection.unsentCount === 0 && this.editing.unsentCard !== card;
		if (this.canWrite && !isSafe) this.#draft('keep', card, text, this.#writtenFrom);
	}

	offerWords(card: CardId, text: string, before: string): void {
		this.#draft('offerNow', card, text, before);
	}

	close(): void {
		if (this.#isClosed) return;
		this.editing.finish();
		this.led?.release();
		this.#isClosed = true;
		this.#listenToWindow('remove');
		this.#stopAnnouncing();
		this.participants.release();
		this.history.release();
		this.board.release();
		this.connection.release();
		this.notices.dismiss();
		void this.#replica.close();
	}

	#binding(): CommandBinding {
		return {
			doc: this.#replica.doc,
			author: this.#author(),
			canWrite: this.canWrite,
			allows: this.#allows,
			permits: this.#permits
		};
	}

	#author(): Author {
		const { participant, profession } = this.access;
		return { participant, profession, now: Math.round(Date.now() + this.#clockAheadMs) };
	}

	readonly #allows: NonNullable<CommandBinding['allows']> = (name, args) =>
		this.led?.allows(name, args) ?? true;

	readonly #permits = (change: (copy: Replica['doc']) => void): boolean =>
		this.led?.permits(this.#replica.doc, change) ?? true;

	#finishEditing(card: CardId, isNew: boolean): void {
		this.history.endText();
		const text = this.#wordsOf(card);
		// Words that were not taken wait in a draft, and their card waits for them.
		const waits = this.drafts.offered.some((draft) => draft.card === card);
		if (!isNew || waits || text.trim() !== '') this.keepDraft(card, text);
		else if (this.canWrite && this.board.cards.has(card)) {
			if (discardEmptyCard(this.#replica.doc, card, this.#author())) this.history.forgetCard(card);
			this.drafts.forget(card);
		}
	}

	#wordsOf(card: CardId): string {
		return (this.board.cards.get(card) ?? this.board.trash.get(card))?.text ?? '';
	}

	#draft(way: 'keep' | 'offerNow', card: CardId, text: string, base: string): void {
		const type = (this.board.cards.get(card) ?? this.board.trash.get(card))?.type;
		if (type && text !== '') this.drafts[way]({ card, type, text, base, savedAt: Date.now() });
	}

	/** Where the table writes one at a time, nobody else may be writing on the card. */
	#isFree(card: CardId): boolean {
		if (!this.led?.known?.coWriting.isOneByOne) return true;
		const isTaken = [...this.participants.others.values()].some(
			({ editing, identity }) =>
				editing === card && identity.participant !== this.access.participant
		);
		if (isTaken) this.notices.show('beingWritten');
		return !isTaken;
	}

	#openReplica(epoch: number, after: Promise<void> = Promise.resolve()): Replica {
		const { url = defaultUrl(), socket, access } = this.#opening;
		const listener: ReplicaListener = {
			copyLoaded: (isWhole) => {
				if (this.#replica !== replica) return;
				this.connection.takeCopy(isWhole);
			},
			report: (report) => {
				if (this.#replica !== replica) return;
				if (report.hello && report.hello !== this.connection.hello)
					this.#clockAheadMs = report.hello.serverNow - Date.now();
				this.connection.take(report);
				if (report.isOpen !== this.#hadLine) {
					this.#hadLine = report.isOpen;
					// Whether the line comes or goes: what can be seen is then in the document, on this device at least.
					this.#commit();
				}
				if (report.isSynced && !this.#hasOfferedDrafts) this.#offerDrafts();
			},
			allSaved: () => {
				if (this.#replica === replica) this.drafts.forgetKept(this.editing.unsentCard);
			},
			closed: (code, refused) => {
				if (this.#replica === replica) void this.#afterClose(code, refused);
			},
			led: (type, text) => {
				if (this.#replica === replica) this.leadLine.take(type, text);
			}
		};
		const replica = new Replica(
			{ url, boardId: access.id, epoch, after, ...(socket ? { socket } : {}) },
			listener
		);
		return replica;
	}

	async #afterClose(code: number, refused: Refused['reason'] | null): Promise<void> {
		if (code === closeCodes.epochReplaced) {
			const access = await this.#opening.reload();
			if (this.#isClosed) return;
			if (!access) return this.connection.giveUp();
			this.connection.takeAccess(access);
			this.#rebuild(access.epoch, true);
			this.notices.show('boardReplaced');
		} else if (mustRebuild(code)) {
			const now = performance.now();
			const recent = this.#rebuiltAt.filter((at) => now - at < rebuilds.withinMs);
			// What a part of the programme does not allow is no quarrel between this screen and the server.
			const isByRights = refused === 'phaseClosed' || refused === 'locked';
			this.#rebuiltAt = isByRights ? recent : [...recent, now];
			if (this.#rebuiltAt.length > rebuilds.most) return this.connection.giveUp();
			this.#rebuild(this.#epoch, false);
			// In another window somebody else, or with another profession, may have joined meanwhile.
			if (refused === 'notAllowed')
				void this.#opening.reload().then((access) => (this.access = access ?? this.access));
			if (refused) this.notices.show('refused', { reason: refused });
		}
	}

	get #epoch(): number {
		return this.connection.hello?.epoch ?? this.access.epoch;
	}

	/** Puts a fresh document in the place of the one the server contradicts; what was typed stays as drafts. */
	#rebuild(epoch: number, keepsCopy: boolean): void {
		const old = this.#replica;
		this.editing.finish();
		this.selection.clear();
		this.#hasOfferedDrafts = false;
		this.connection.startAnew();
		if (!keepsCopy) this.#lost ??= old.doc;
		// The new copy must not be opened before the refused one is gone: both have the same name.
		const closing = old.close(keepsCopy);
		this.#replica = this.#openReplica(epoch, closing);
		this.history.attach(this.#replica.doc);
		this.board.attach(this.#replica.doc);
		this.participants.attach(this.#replica.presence);
	}

	#offerDrafts(): void {
		this.#hasOfferedDrafts = true;
		const lost = this.#lost;
		const offer = (): void => this.drafts.offer((card) => this.board.cards.get(card)?.text ?? null);
		if (!lost) return offer();
		void import('../state/lost-words.ts')
			.then(({ lostWords }) => {
				for (const draft of lostWords(lost, this.#replica.doc, Date.now(), say)) {
					// All that was kept of the card is in what was lost.
					this.drafts.forget(draft.card);
					this.drafts.keep(draft);
				}
				this.#lost = null;
			})
			.finally(offer);
	}

	#listenToWindow(way: 'add' | 'remove'): void {
		if (typeof window === 'undefined') return;
		const method = way === 'add' ? 'addEventListener' : 'removeEventListener';
		window[method]('online', this.#hurry);
		window[method]('offline', this.#doubt);
		window[method]('pagehide', this.#commit);
		window[method]('beforeunload', this.#warn);
		document[method]('visibilitychange', this.#onVisibility);
	}

	readonly #hurry = (): void => this.#replica.hurry();

	readonly #doubt = (): void => this.#replica.doubt();

	/** Writes what can be seen, also on this device: the page may be gone in a moment. */
	readonly #commit = (): void => {
		const { card } = this.editing;
		this.editing.commit();
		if (card !== null) this.keepDraft(card, this.#wordsOf(card));
	};

	readonly #onVisibility = (): void => {
		if (document.visibilityState === 'hidden') {
			this.#commit();
			this.participants.announce({ cursor: null });
		} else this.#replica.hurry();
	};

	readonly #warn = (event: BeforeUnloadEvent): void => {
		this.#commit();
		if (this.connection.unsentCount > 0) event.preventDefault();
	};
}

function isFingerScreen(): boolean {
	return typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;
}

function defaultUrl(): string {
	return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`;
}
