import { insertCards } from '@renkei/shared/document/commands/card-commands.ts';
import { addLink } from '@renkei/shared/document/commands/link-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { LaneLayout } from '@renkei/shared/lane-layout/lane-layout.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { readLanes } from '@renkei/shared/method/lanes.ts';
import { boldAdvances, regularAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import type { App } from '../support/app.ts';
import { createWorkshop, join, signInStaff } from '../support/people.ts';
import type { Visitor } from '../support/people.ts';
import { openProvider } from '../support/provider.ts';
import { makeBoard } from './canvas-page/board.ts';
import type { PeerShape } from './peers/excalidraw/page.ts';

/** A filled board on a real server, somebody who leads there, and the way in for others. */
export interface FilledBoard {
	readonly leader: Visitor;
	readonly address: string;
	readonly joinCode: string;
	readonly cards: readonly CardId[];
	/** The same cards and links at the same places, for a board of another make. */
	readonly shapes: readonly PeerShape[];
}

const author = { participant: 'bench', profession: null, now: 0 } as const;
/** So many cards go in one message: a frame has a largest size. */
const atOnce = 2000;

/** Fills a new board with so many cards and links, with the texts of the manual's case. */
export async function fillBoard(
	app: App,
	cardCount: number,
	linkCount: number
): Promise<FilledBoard> {
	const workshop = await createWorkshop(await signInStaff(app));
	const { visitor, access } = await join(app, workshop.facilitatorCode);
	const filler = await openProvider(app, { visitor, access });
	const made = makeBoard(cardCount, linkCount);
	const cards = [...made.cards.values()];
	const by = { ...author, participant: access.participant };
	for (let from = 0; from < cards.length; from += atOnce) {
		const some = cards.slice(from, from + atOnce);
		insertCards(
			filler.doc,
			some.map(({ id, type, text }) => ({ id, type, text })),
			[],
			by
		);
		await filler.saved();
	}
	filler.doc.transact(() => {
		for (const { from, to } of made.links.values()) addLink(filler.doc, { from, to }, by);
	});
	await filler.saved();
	const board = readBoard(filler.doc);
	filler.close();

	const layout = new LaneLayout({ regular: regularAdvances, bold: boldAdvances });
	const placed = layout.compute(readLanes(board), board.links.values(), 'ja');
	return {
		leader: visitor,
		address: `${app.url}/board/${access.id}`,
		joinCode: workshop.joinCode,
		cards: cards.map(({ id }) => id),
		shapes: [
			...[...placed.cards].map(([id, { box, card }]): PeerShape => ({
				kind: 'card',
				id,
				box: [box.x, box.y, box.width, box.height],
				text: card.text
			})),
			...[...board.links.values()].map(({ from, to }): PeerShape => ({ kind: 'link', from, to }))
		]
	};
}
