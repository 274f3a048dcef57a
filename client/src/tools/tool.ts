import type { Box } from '@renkei/shared/geometry/box.ts';
import type { BoardPoint, ScreenPoint } from '@renkei/shared/geometry/point.ts';
import type { Side } from '@renkei/shared/lane-layout/link-curves.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { ZoneId } from '@renkei/shared/method/ids.ts';
import type { LinkId } from '@renkei/shared/method/link.ts';
import type { RecordId } from '@renkei/shared/method/records/index.ts';
import type { OpenBoard } from '../state/open-board.ts';
import type { Gesture } from './gesture.svelte.ts';
import type { snapDrag } from './guides.ts';

/** What lies under the pointer. */
export type PointerTarget =
	| { readonly kind: 'handle'; readonly card: CardId; readonly side: Side }
	| { readonly kind: 'card'; readonly card: CardId }
	| { readonly kind: 'island'; readonly cluster: RecordId }
	| { readonly kind: 'link'; readonly link: LinkId }
	| { readonly kind: 'empty'; readonly zone: ZoneId | null };

/** A pointer on the board, already translated from the browser's event. */
export interface BoardPointerEvent {
	readonly screen: ScreenPoint;
	readonly board: BoardPoint;
	readonly target: PointerTarget;
	readonly pointer: 'mouse' | 'touch';
	readonly shift: boolean;
	readonly alt: boolean;
	/** Ctrl, or Command on a Mac. */
	readonly ctrl: boolean;
	/** How long the pointer has been down. */
	readonly heldMs: number;
	/** How firmly a pen is pressed, 0 to 1; null for everything that cannot tell. */
	readonly pressure: number | null;
}

/** What tools and shortcuts work with. */
export interface ToolContext {
	readonly open: OpenBoard;
	readonly gesture: Gesture;
	/** Leaders draw a marquee on empty ground; everybody else moves the board there. */
	readonly isLeader: boolean;
	readonly cardsTouching: (box: Box) => readonly CardId[];
	/** Calls back after so many ms; returns how to call it off. */
	readonly later: (callback: () => void, ms: number) => () => void;
	/** Draws dragged cards into row with others; null until its part of the page has come. */
	readonly snap: () => typeof snapDrag | null;
	/** Puts cards in the trash, asking first when they are many. */
	readonly withdraw: (ids: readonly CardId[]) => void;
}

/**
 * What the pointer does. Whether a press is a tap or a drag is decided before a tool hears of it, so that the
 * thresholds are the same everywhere. After `cancel` nothing of the gesture may remain.
 */
export interface Tool {
	/** A drag is a line that is drawn: it begins at once, has every place in between, and a palm is no finger. */
	readonly draws?: boolean;
	/** It comes into the hand. */
	take?(): void;
	press(event: BoardPointerEvent): void;
	/** The pointer came up where it went down; `count` is 2 for the second of two quick taps. */
	tap(event: BoardPointerEvent, count: number): void;
	dragStart(press: BoardPointerEvent, event: BoardPointerEvent): void;
	drag(event: BoardPointerEvent): void;
	drop(event: BoardPointerEvent): void;
	/** The pointer moves with nothing pressed. */
	hover(event: BoardPointerEvent): void;
	cancel(): void;
	/** A key while this tool is in hand; true when it has done something. */
	key(key: string): boolean;
}
