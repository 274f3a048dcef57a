import * as z from 'zod/mini';
import { copyChain } from '@renkei/shared/document/copy-chain.ts';
import { boardKindIds } from '@renkei/shared/method/board.ts';
import { cardTypeSchema } from '@renkei/shared/method/card.ts';
import { foldText } from '@renkei/shared/method/fold-text.ts';
import { sceneSchema } from '@renkei/shared/method/scenes.ts';
import type { LibraryCard } from '@renkei/shared/protocol/library-api.ts';
import { libraryCardSchema } from '@renkei/shared/protocol/library-api.ts';
import type { FoundCard } from '../storage/library.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import type { LibraryKeeper } from './library-keeper.ts';
import type { Services } from './services.ts';

/** So much of a search is looked at: nobody types more words, and each costs a look through the texts. */
const maxWords = 8;
const maxWordLength = 100;
const maxFound = 60;

/** Searching the cards of all boards. */
export function libraryRoutes(
	{ storage: { library }, readBoardNow }: Pick<Services, 'storage' | 'readBoardNow'>,
	keeper: Pick<LibraryKeeper, 'refreshAll'>
): Pick<Handlers, 'searchLibrary' | 'readChain'> {
	return {
		searchLibrary: async ({ body }) => {
			await keeper.refreshAll();
			const { scene, kind } = body;
			const disease = foldText(body.disease);
			const category = foldText(body.category);
			const words = searchWords(body.words);
			const facets = await library.listFacets();
			const lists = {
				diseases: facets.diseases.map((facet) => ({ ...facet })),
				categories: facets.categories.map((facet) => ({ ...facet }))
			};
			// Nothing asked for: everything would be no answer.
			const isEmpty = words.length === 0 && !scene && !kind && disease === '' && category === '';
			if (isEmpty) return answer({ cards: [], isMore: false, ...lists });
			const found = await library.findCards({
				words,
				scene,
				kind,
				type: null,
				disease: disease || null,
				category: category || null,
				limit: maxFound
			});
			return answer({ cards: tellCards(found.cards), isMore: found.isMore, ...lists });
		},

		readChain: async ({ params }) => {
			const board = await readBoardNow(params.boardId);
			const chain = board && copyChain(board, params.boardId, params.cardId);
			if (!chain) return refuse('notFound');
			const cards = chain.cards.map(({ type, text, fields = {}, parts = {}, copiedFrom = '' }) => ({
				type,
				text,
				fields: { ...fields },
				parts: Object.fromEntries(
					Object.entries(parts).map(([name, members]) => [
						name,
						members.map((each) => ({ ...each }))
					])
				),
				copiedFrom
			}));
			return answer({ cards, links: [...chain.links] });
		}
	};
}

/** The words of a search in the form in which texts are compared. */
function searchWords(text: string): readonly string[] {
	const words = text
		.slice(0, maxWords * maxWordLength)
		.split(/[\s\u3000]+/)
		.map((word) => foldText(word.slice(0, maxWordLength)).replaceAll('\u0000', ''))
		.filter((word) => word !== '');
	return [...new Set(words)].slice(0, maxWords);
}

/** Found cards as they are sent; what a later version kept and this one does not know is left out. */
export function tellCards(cards: readonly FoundCard[]): LibraryCard[] {
	return cards.flatMap((card) => {
		const told = libraryCardSchema.safeParse({
			...card,
			kind: boardKindIds.find((kind) => kind === card.kind) ?? 'full',
			scene: z.catch(z.nullable(sceneSchema), null).parse(card.scene),
			chain: card.chain.filter(({ type }) => cardTypeSchema.safeParse(type).success)
		});
		return told.success ? [told.data] : [];
	});
}
