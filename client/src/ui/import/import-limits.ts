import type { BoardChange } from '@renkei/shared/method/board-changes.ts';
import { withdrawalLimit } from '@renkei/shared/method/withdrawal-limit.ts';
import { limits } from '@renkei/shared/protocol/limits.ts';
import { importText } from '../../i18n/messages/import.ts';

/** One frame to the server holds an import with room to spare: what a change costs beside its words, and the most in all. */
const bytesPerChange = 400;
const mostBytes = limits.maxFrameBytes / 2;

/** What the board allows at this moment. */
export interface ImportRoom {
	/** Cards of the board, trashed ones included: they count for the server. */
	readonly allCards: number;
	readonly liveCards: number;
	readonly links: number;
	readonly mayLead: boolean;
}

/** Why these changes would be refused by the server, as a sentence, or null. Refused afterwards, all of them would be lost. */
export function importRefusal(changes: readonly BoardChange[], room: ImportRoom): string | null {
	const count = (kind: BoardChange['kind']): number =>
		changes.filter((change) => change.kind === kind).length;
	const roomForCards = limits.maxCards - room.allCards;
	if (count('addCard') > roomForCards) return importText.tooMany(Math.max(0, roomForCards));
	if (count('addLink') > limits.maxLinks - room.links) return importText.tooMuch();
	const mostGone = withdrawalLimit(room.liveCards);
	if (!room.mayLead && count('removeCard') > mostGone) return importText.tooManyGone(mostGone);
	const bytes = new TextEncoder().encode(JSON.stringify(changes)).length;
	return bytes + changes.length * bytesPerChange > mostBytes ? importText.tooMuch() : null;
}
