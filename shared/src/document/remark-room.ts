import * as Y from 'yjs';
import type { Roots } from './layout.ts';

/** Whether the server would take one more remark of this kind about this card. */
export function hasRoomFor(
	{ records }: Roots,
	kind: 'comment' | 'stamp',
	card: string,
	most: { readonly onCard: number; readonly onBoard: number }
): boolean {
	let onBoard = 0;
	let onCard = 0;
	for (const entry of records.values()) {
		if (!(entry instanceof Y.Map) || entry.get('kind') !== kind) continue;
		onBoard += 1;
		if (entry.get('card') === card) onCard += 1;
	}
	return onBoard < most.onBoard && onCard < most.onCard;
}
