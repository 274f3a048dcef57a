import type { CardId } from '@renkei/shared/method/card.ts';
import type { CardHistory, Trash } from '@renkei/shared/protocol/history-api.ts';
import { createContext } from 'svelte';
import type { Told } from './library.ts';

/** What the server remembers of a board beyond what stands on it, for everybody who may write there. */
export interface BoardPast {
	readonly card: (card: CardId) => Promise<Told<CardHistory>>;
	readonly trash: () => Promise<Told<Trash>>;
}

export const [getPast, setPast] = createContext<BoardPast>();
