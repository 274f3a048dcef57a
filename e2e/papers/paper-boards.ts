import * as Y from 'yjs';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { encodeStart } from '@renkei/shared/document/templates.ts';
import { officeCharacters } from '@renkei/shared/exports/test-boards.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import { iCityMitori } from '@renkei/shared/method/templates/i-city-mitori.ts';
import type { TemplateId } from '@renkei/shared/method/templates/template-ids.ts';
import { boardOf } from '@renkei/shared/method/worksheet/test-board.ts';

/** An example of the manual as somebody finds it on a new board. */
export function boardOfCase(id: TemplateId): Board {
	const doc = new Y.Doc();
	const author = { participant: 'p1', profession: null, now: 1_800_000_000_000 };
	Y.applyUpdate(doc, encodeStart(id, { title: '見本', scene: 'endOfLife' }, author));
	return readBoard(doc);
}

/** A board of so many cards, no two with the same words, linked as those of I市 are. */
export function boardOfCards(count: number): Board {
	const { cards, links } = iCityMitori;
	const times = Math.ceil(count / cards.length);
	const copies = Array.from({ length: times }, (_, copy) => ({
		cards: cards.map((card) => ({
			...card,
			id: `${card.id}-${copy}`,
			text: `${copy + 1}${card.text}`
		})),
		links: links.map(({ from, to }) => ({
			from: `${from}-${copy}`,
			to: to.map((end) => `${end}-${copy}`)
		}))
	}));
	const kept = copies.flatMap((copy) => copy.cards).slice(0, count);
	const ids = new Set(kept.map(({ id }) => id));
	return boardOf({
		...iCityMitori,
		cards: kept,
		links: copies
			.flatMap((copy) => copy.links)
			.map(({ from, to }) => ({ from, to: to.filter((end) => ids.has(end)) }))
			.filter(({ from }) => ids.has(from))
	});
}

/** Characters that fonts, encodings and normal forms lose, in one card that breaks over lines and in one that does not. */
export const rareBoard: Board = boardOf({
	...iCityMitori,
	cards: [
		{ id: 'a', type: 'cause', text: `${officeCharacters}𠮷野家・葛󠄀飾区・か゛・㎡` },
		{ id: 'b', type: 'theme', text: '髙﨑①㈱～−ー𠮷葛󠄀㎡ｶﾞﾊﾟか\u3099は\u309a' }
	],
	links: []
});
