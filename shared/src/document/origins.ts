import type * as Y from 'yjs';
import type { Profession } from '../method/professions.ts';

/** Who changes the document: the participant's opaque id, never a name; `now` in ms since 1970. */
export interface Author {
	readonly participant: string;
	readonly profession: Profession | null;
	readonly now: number;
}

/** What a person did, as named on the undo button. */
export const gestures = [
	'addCard',
	'editText',
	'editField',
	'moveCards',
	'arrangeCards',
	'reorderCard',
	'changeType',
	'withdrawCards',
	'restoreCards',
	'duplicateCards',
	'chooseRoot',
	'addLink',
	'removeLink',
	'editLink',
	'editBoard',
	'insertCards',
	'addRecord',
	'editRecord',
	'removeRecord',
	'addTurn',
	'rewordTheme',
	'makeCluster',
	'changeCluster',
	'mergeCards',
	'importChanges',
	'comment',
	'stamp',
	'drawStroke',
	'eraseStrokes',
	'undo',
	'redo'
] as const;
export type Gesture = (typeof gestures)[number];

/** The origin of every transaction made on this screen; whatever else comes as an origin is somebody else's change. */
export class LocalOrigin {
	readonly gesture: Gesture;

	constructor(gesture: Gesture) {
		this.gesture = gesture;
	}
}

/** Runs one gesture as one transaction, which is one undo step. */
export function transactGesture<T>(doc: Y.Doc, gesture: Gesture, change: () => T): T {
	return doc.transact(change, new LocalOrigin(gesture));
}
