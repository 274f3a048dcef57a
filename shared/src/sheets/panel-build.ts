import type { Board } from '../method/board.ts';
import type { CardType } from '../method/ids.ts';
import type { WorksheetRow } from '../method/worksheet/worksheet.ts';
import { rowText } from '../method/worksheet/worksheet.ts';
import type { ContentBlock } from './contents.ts';
import type { Panel, PanelBand, PanelBox } from './panel.ts';

/** Rows of a block as boxes, one a card with what belongs to it; rows that no card says are left for a pen. */
export function boxesOf(
	board: Board,
	rows: readonly WorksheetRow[]
): Pick<Panel, 'boxes' | 'notes'> {
	const boxes: { readonly own: string; readonly rows: WorksheetRow[]; readonly box: PanelBox }[] =
		[];
	const notes: WorksheetRow[] = [];
	let heading = '';
	for (const row of rows) {
		const [id] = row.cardIds;
		if (row.kind === 'heading') heading = row.text;
		if (row.kind === 'heading' || id === undefined) continue;
		// What is said of several cards at once would look like the last one's own.
		if (row.kind === 'detail' && row.cardIds.length > 1) {
			notes.push(row);
			continue;
		}
		const last = boxes.at(-1);
		const plain = { ...row, depth: 0, startsSection: false };
		if (last && (row.kind === 'detail' || last.own === id)) {
			const before = last.rows.at(-1);
			if (before && areOneLine(before, plain)) last.rows.splice(-1, 1, joined(before, plain));
			else last.rows.push(plain);
			continue;
		}
		const card = board.cards.get(id);
		const own: WorksheetRow[] = [plain];
		const isRoot = card?.type === 'cause' && card.isRoot;
		const isQuiet = card?.type === 'theme' && row.kind !== 'lead';
		const type = card?.type ?? null;
		const box = { rows: own, type, isRoot, isQuiet, heading, indent: row.depth };
		boxes.push({ own: id, rows: own, box });
		heading = '';
	}
	return { boxes: boxes.map(({ box }) => box), notes };
}

const shortWord = 16;

/** Whether two small words about one card may share a line: 種類 and 聞いた相手. */
function areOneLine(a: WorksheetRow, b: WorksheetRow): boolean {
	const isShort = ({ kind, text, label }: WorksheetRow): boolean =>
		kind === 'detail' && label !== '' && text.length <= shortWord && !text.includes('\n');
	return isShort(a) && isShort(b) && a.cardIds[0] === b.cardIds[0];
}

function joined(a: WorksheetRow, b: WorksheetRow): WorksheetRow {
	return { ...a, text: `${a.text}　${b.label}：${b.text}` };
}

/** A stage of these rows. */
export function panelOf(
	board: Board,
	stage: {
		readonly id: string;
		readonly title: string;
		readonly types: readonly CardType[];
		readonly rows: readonly WorksheetRow[];
	},
	markOf: (type: CardType) => string
): Panel {
	const { id, title, types, rows } = stage;
	return {
		id,
		title,
		badges: types.map((type) => ({ type, mark: markOf(type) })),
		...boxesOf(board, rows),
		isBegun: false
	};
}

/** The bands without what has no cards; where nobody has written anything the whole form stays. */
export function withoutEmpty(bands: readonly PanelBand[]): readonly PanelBand[] {
	const filled = bands
		.map((band) => ({
			...band,
			columns: band.columns
				.map((panels) => panels.filter(({ boxes, notes }) => boxes.length > 0 || notes.length > 0))
				.filter((panels) => panels.length > 0)
		}))
		.filter(({ columns }) => columns.length > 0);
	return filled.length > 0 ? filled : bands;
}

/** The stages in words, in the order of reading; one that nobody has written in is an empty frame. */
export function tellPanels(bands: readonly PanelBand[]): readonly ContentBlock[] {
	return bands
		.flatMap(({ columns }) => columns.flat())
		.flatMap((panel): ContentBlock[] => [
			{ kind: 'heading', level: 2, text: panel.title },
			...(panel.boxes.length === 0 && panel.notes.length === 0
				? [{ kind: 'space', name: panel.id, label: '', lines: 3 } as const]
				: []),
			...panel.notes.map((row) => paragraphOf(row)),
			...panel.boxes.flatMap(({ heading, rows }): ContentBlock[] => [
				...(heading === ''
					? []
					: [{ kind: 'paragraph', mark: '', text: heading, look: 'lead', cardIds: [] } as const]),
				...rows.map((row) => paragraphOf(row))
			])
		]);
}

/** A row as a statement of a sheet in words. */
export function paragraphOf(row: WorksheetRow): ContentBlock {
	return {
		kind: 'paragraph',
		mark: row.kind === 'detail' ? '' : row.mark,
		text: rowText(row.kind === 'detail' ? row : { ...row, mark: '' }),
		look: row.kind === 'lead' ? 'lead' : row.kind === 'detail' ? 'small' : 'normal',
		cardIds: row.cardIds
	};
}
