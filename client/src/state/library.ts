import type {
	CopiedChain,
	LibraryAnswer,
	LibrarySearch
} from '@renkei/shared/protocol/library-api.ts';
import { createContext } from 'svelte';

/** What an asking came to; a refusal is a sentence to show. */
export type Told<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly sentence: string };

/** The boards beside this one, for those who may see all of them. */
export interface BoardLibrary {
	readonly search: (search: LibrarySearch) => Promise<Told<LibraryAnswer>>;
	readonly chain: (boardId: string, cardId: string) => Promise<Told<CopiedChain>>;
}

export const [getLibrary, setLibrary] = createContext<BoardLibrary | null>();
