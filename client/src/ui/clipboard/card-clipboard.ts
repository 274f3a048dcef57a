import type { CardClip } from '@renkei/shared/method/card-clip.ts';
import { clipOf, readClip } from '@renkei/shared/method/card-clip.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import { boxContains } from '@renkei/shared/geometry/box.ts';
import { mayLead } from '@renkei/shared/method/roles.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import { linesToCards } from '../outline/lines-to-cards.ts';

/** What a clipboard holds, as far as a board understands it. */
export interface Clipping {
	readonly html: string;
	readonly text: string;
}

const besideBu = 24;

/** The clip of these cards, in reading order; null when none of them is on the board any more. */
export function clipCards(open: OpenBoard, ids: Iterable<CardId>): CardClip | null {
	const { board, layout } = open;
	const wanted = new Set(ids);
	const cards = [...board.numbers.keys()].flatMap((id) => {
		const card = wanted.has(id) ? board.cards.get(id) : undefined;
		const box = layout.cards.get(id)?.box;
		return card && box ? [{ card, place: [box.x, box.y] as const }] : [];
	});
	return cards.length === 0 ? null : clipOf(open.access.id, cards, board.links.values());
}

/**
 * Puts what a clipboard holds on the board: our own cards with their links; one line of text as a card; several
 * lines through the preview. `place` is where the pointer is. False when there is nothing in it for a board.
 */
export function pasteClipping(
	open: OpenBoard,
	clipping: Clipping,
	place: BoardPoint | null
): boolean {
	if (!open.canWrite) return false;
	const clip = readClip(clipping.html);
	if (clip) {
		pasteClip(open, clip, place);
		return true;
	}
	const lines = linesToCards(clipping.text);
	const [line] = lines;
	if (line === undefined) return false;
	const type = open.toolbox.cardType;
	if (lines.length > 1) {
		open.popups.open({ kind: 'paste', subject: { text: clipping.text, type } });
		return true;
	}
	const made = open.commands.addCard({ type, text: line });
	if (made !== null) show(open, [made]);
	return true;
}

function pasteClip(open: OpenBoard, clip: CardClip, place: BoardPoint | null): void {
	const free = place && isFreeGround(open, place) ? place : null;
	const left = Math.min(...clip.cards.map((card) => card.place[0]));
	const top = Math.min(...clip.cards.map((card) => card.place[1]));
	const beside = clip.board === open.access.id ? besideBu : 0;
	const made = open.commands.insertCards(
		clip.cards.map(({ type, text, fields, parts, place: [x, y], isPlaced }) => ({
			type,
			text,
			fields,
			parts,
			// On free ground they lie as they lay to each other; elsewhere lanes take what no hand had placed.
			position: free
				? ([Math.round(free.x + x - left), Math.round(free.y + y - top)] as const)
				: isPlaced
					? ([x + beside, y + beside] as const)
					: null
		})),
		clip.links
	);
	if (!made) return;
	show(open, made);
	open.notices.show('pasted', { count: made.length, action: () => takeBack(open, made) });
}

function takeBack(open: OpenBoard, cards: readonly CardId[]): void {
	open.editing.finish();
	open.commands.withdrawCards(cards.filter((id) => open.board.cards.has(id)));
}

/** Ground beside all zones, where those who lead put cards by hand. */
function isFreeGround({ layout, connection }: OpenBoard, at: BoardPoint): boolean {
	if (!mayLead(connection.role)) return false;
	for (const { box } of layout.zones.values()) if (boxContains(box, at)) return false;
	return true;
}

function show(open: OpenBoard, cards: readonly CardId[]): void {
	open.selection.choose(cards);
	const [first] = cards;
	const box = first === undefined ? undefined : open.layout.cards.get(first)?.box;
	if (box) open.viewport.reveal(box);
}
