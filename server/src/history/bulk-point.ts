import type { Roots } from '@renkei/shared/document/layout.ts';
import type { TouchedCards } from '@renkei/shared/document/touched-cards.ts';
import { touchedCards } from '@renkei/shared/document/touched-cards.ts';
import type { PointMark } from '../storage/history.ts';
import { pointMark } from './mark-point.ts';

/** More cards than this at once, and the state before it gets a name. */
const fewCards = 5;

/** The name of the state before somebody withdrew or brought many cards at once; null for what people do one by one. */
export function bulkPoint(
	transaction: Parameters<typeof touchedCards>[0],
	roots: Roots,
	writer: { readonly participantId: string; readonly mayLead: boolean }
): PointMark | null {
	const { withdrawn, brought }: TouchedCards = touchedCards(transaction, roots);
	const cards = Math.max(withdrawn, brought);
	if (cards <= fewCards) return null;
	const kind = withdrawn >= brought ? 'bulkDelete' : 'import';
	return {
		...pointMark({ kind, params: { cards } }, Date.now()),
		participantId: writer.participantId
	};
}
