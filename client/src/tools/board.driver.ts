import { insertCards } from '@renkei/shared/document/commands/card-commands.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import type { NewCard } from '@renkei/shared/document/write-card.ts';
import { boardPoint } from '@renkei/shared/geometry/point.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import type { OwnPresence } from '@renkei/shared/protocol/presence.ts';
import * as Y from 'yjs';
import { cardsTouching, hitTest } from '../canvas/hit-test.ts';
import { buildPicture } from '../canvas/picture.ts';
import type { Picture } from '../canvas/picture.ts';
import { bindCommands, commandRunner } from '../state/board-commands.ts';
import { BoardState } from '../state/board-state.svelte.ts';
import { Editing } from '../state/editing.svelte.ts';
import { HistoryState } from '../state/history.svelte.ts';
import { LayoutState } from '../state/layout.svelte.ts';
import { Notices } from '../state/notices.svelte.ts';
import type { OpenBoard } from '../state/open-board.ts';
import { Participants } from '../state/participants.svelte.ts';
import { Popups } from '../state/popups.svelte.ts';
import { Preferences } from '../state/preferences.svelte.ts';
import { Selection } from '../state/selection.svelte.ts';
import { Toolbox } from '../state/toolbox.svelte.ts';
import { Viewport, zoomRanges } from '../state/viewport.svelte.ts';
import type { PointerPress } from './board-pointer.ts';
import { BoardPointer } from './board-pointer.ts';
import { aimMenu } from './aim-menu.ts';
import { snapDrag } from './guides.ts';
import { Gesture } from './gesture.svelte.ts';
import { makeTools } from './index.ts';
import type { KeyStroke } from './key-match.ts';
import { runShortcut } from './shortcuts/index.ts';
import type { KeyboardPlace } from './shortcuts/index.ts';
import type { PointerTarget, ToolContext } from './tool.ts';

const author: Author = { participant: 'p1', profession: null, now: 1 };
/** The cards of the board that the hand works on. */
export const someCards: readonly NewCard[] = [
	{ type: 'cause', text: '本人が衰弱してくると家族は不安になる' },
	{ type: 'cause', text: '本人の状態の変化' },
	{ type: 'measure', text: '専門職の説明能力向上' },
	{ type: 'outcome', text: '家族の不安が減少する' },
	{ type: 'outcome', text: '家族が後悔することが減る' }
];

/** Who works at the board, and with what. */
export interface Options {
	readonly isLeader?: boolean;
	readonly canWrite?: boolean;
	readonly pointerType?: 'mouse' | 'touch';
	/** Dragged cards are drawn into row with others. */
	readonly snaps?: boolean;
}

/** Real tools on real state, moved by a hand that exists only here. Board units and CSS px are the same. */
export function boardDriver({
	isLeader = true,
	canWrite = true,
	pointerType = 'mouse',
	snaps = false
}: Options = {}) {
	const doc = new Y.Doc();
	const ids = insertCards(doc, someCards, [], author);
	const board = new BoardState(doc);
	const notices = new Notices();
	const history = new HistoryState(doc, () => author, notices);
	const participants = new Participants();
	const announced: Partial<OwnPresence>[] = [];
	participants.announce = (change) => void announced.push(change);
	const viewport = new Viewport(isLeader ? zoomRanges.leader : zoomRanges.participant);
	viewport.resize(2400, 1000);
	const layout = new LayoutState(board);
	viewport.keepNear(() => layout.bounds);
	const around = { history, board, canWrite };
	const open = {
		access: {
			id: 'b1',
			table: 1,
			participant: author.participant,
			role: isLeader ? 'facilitator' : 'participant'
		},
		board,
		method: defaultMethod,
		notices,
		popups: new Popups(),
		history,
		participants,
		viewport,
		layout,
		selection: new Selection(board),
		toolbox: new Toolbox(),
		preferences: new Preferences(),
		connection: { kind: 'saved', role: isLeader ? 'facilitator' : 'participant' },
		editing: new Editing({
			canWrite: () => around.canWrite,
			needsSheet: () => false,
			mayEdit: (card) => board.cards.has(card),
			started: (card) => history.beginText(card),
			finished: () => history.endText()
		}),
		commands: bindCommands(() => ({ doc, author, canWrite })),
		...commandRunner(() => ({ doc, author, canWrite })),
		canWrite,
		may: () => canWrite
	} as unknown as OpenBoard;

	let picture: Picture | null = null;
	const look = (): Picture => {
		picture = buildPicture(
			{
				zones: open.layout.zones,
				cards: open.layout.cards,
				islands: open.layout.islands,
				titles: new Map(),
				routes: open.layout.routes,
				numbers: board.numbers,
				currentZone: null,
				language: 'ja'
			},
			picture
		);
		return picture;
	};
	const gesture = new Gesture();
	const menus: (PointerTarget | 'keyboard')[] = [];
	const withdrawn: (readonly CardId[])[] = [];
	let timers: { readonly at: number; readonly callback: () => void }[] = [];
	let now = 0;
	const context: ToolContext = {
		open,
		gesture,
		isLeader,
		cardsTouching: (box) => cardsTouching(look(), box),
		later: (callback, ms) => {
			const timer = { at: now + ms, callback };
			timers.push(timer);
			return () => (timers = timers.filter((other) => other !== timer));
		},
		snap: () => (snaps ? snapDrag : null),
		withdraw: (cards) => void withdrawn.push(cards)
	};
	const tools = makeTools(context);
	let frames: (() => void)[] = [];
	const pointer = new BoardPointer({
		viewport,
		pan: tools.pan,
		tool: () => tools[open.toolbox.tool],
		target: (at, by) => {
			const handles = open.selection.only ?? gesture.hovered;
			return hitTest(look(), canWrite ? handles : null, at, viewport.zoom, by);
		},
		menu: (event) => {
			menus.push(event.target);
			aimMenu(open, event.target);
			return true;
		},
		later: context.later,
		wheelZooms: () => open.preferences.wheelZooms,
		corner: () => ({ left: 0, top: 0 }),
		pointed: () => {},
		now: () => now,
		nextFrame: (callback) => {
			frames.push(callback);
			return () => (frames = frames.filter((other) => other !== callback));
		}
	});
	let at: PointerPress = {
		pointerId: 1,
		pointerType,
		button: 0,
		clientX: 0,
		clientY: 0,
		shiftKey: false,
		altKey: false,
		ctrlKey: false,
		metaKey: false
	};
	const hand = {
		press(x: number, y: number, more: Partial<PointerPress> = {}) {
			at = {
				...at,
				shiftKey: false,
				altKey: false,
				ctrlKey: false,
				button: 0,
				...more,
				clientX: x,
				clientY: y
			};
			pointer.down(at);
			return hand;
		},
		move(x: number, y: number, more: Partial<PointerPress> = {}) {
			at = { ...at, ...more, clientX: x, clientY: y };
			now += 16;
			pointer.move(at);
			return hand;
		},
		release() {
			now += 16;
			pointer.up(at);
			return hand;
		},
		tap(x: number, y: number, more: Partial<PointerPress> = {}) {
			return hand.press(x, y, more).release();
		},
		pressKey() {
			pointer.endDoublePress();
			return hand;
		},
		wait(ms: number) {
			now += ms;
			const due = timers.filter((timer) => timer.at <= now);
			timers = timers.filter((timer) => timer.at > now);
			for (const timer of due) timer.callback();
			return hand;
		},
		frame() {
			const due = frames;
			frames = [];
			now += 16;
			for (const callback of due) callback();
			return hand;
		}
	};
	const id = (index: number): CardId => ids[index] as CardId;
	const middle = (card: CardId): readonly [number, number] => {
		const { x, y, width, height } = must(open.layout.cards.get(card)).box;
		const at = viewport.toScreen(boardPoint(x + width / 2, y + height / 2));
		return [at.x, at.y];
	};
	const key = (stroke: Partial<KeyStroke>, place: KeyboardPlace = 'board'): boolean =>
		runShortcut(
			{
				...context,
				tools,
				openMenu: () => void menus.push('keyboard'),
				cancelGesture: () => {
					const was = pointer.isBusy;
					pointer.cancel();
					return was;
				}
			},
			{ ...noStroke, ...stroke },
			place
		);
	return { doc, open, gesture, tools, pointer, hand, id, middle, key, announced, withdrawn, menus };
}

/** A key that is none; a test adds what it presses. */
export const noStroke: KeyStroke = {
	key: '',
	code: '',
	keyCode: 0,
	isComposing: false,
	shiftKey: false,
	altKey: false,
	ctrlKey: false,
	metaKey: false
};

/** A value that has to be there. */
export function must<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('There is nothing here.');
	return value;
}
