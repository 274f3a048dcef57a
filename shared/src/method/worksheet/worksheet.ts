import type { CardId } from '../card.ts';
import type { CardType } from '../ids.ts';

/** The head of 図表4-10 (block 0) as printed words; an empty one is left open for a pen. */
export interface WorksheetHead {
	readonly title: string;
	readonly scene: string;
	readonly municipality: string;
	readonly group: string;
	readonly date: string;
	readonly reviewDate: string;
	readonly professions: string;
}

/**
 * One line of thought in a block. `lead` is a statement in bold, `item` a numbered or dotted entry, `detail` something
 * small that belongs to the row before it, `heading` a word over the rows after it. `mark` is ① or 対策1, `label` 現状 or 担当.
 */
export interface WorksheetRow {
	readonly kind: 'lead' | 'item' | 'detail' | 'heading';
	readonly mark: string;
	readonly label: string;
	readonly text: string;
	readonly depth: number;
	/** Whether a dotted rule parts it from the rows above. */
	readonly startsSection: boolean;
	readonly cardIds: readonly CardId[];
}

/** The blocks in the order of the sheet; 7 and 8 share one, the last holds notes that belong to no card. */
export const worksheetBlockIds = [
	'theme',
	'vision',
	'causes',
	'rootCause',
	'measures',
	'outcomes',
	'evaluation',
	'notes'
] as const;
export type WorksheetBlockId = (typeof worksheetBlockIds)[number];

/** A framed block of the sheet with the badges of the card types that fill it. */
export interface WorksheetBlock {
	readonly id: WorksheetBlockId;
	readonly title: string;
	readonly badges: readonly { readonly type: CardType; readonly mark: string }[];
	readonly rows: readonly WorksheetRow[];
	/** Left out on paper, its room given to the others: notes where there are none, empty blocks where nobody wants them. */
	readonly isHidden: boolean;
}

/** 演習シート (図表4-10) of one board: read-only, Japanese like the form it follows. */
export interface Worksheet {
	readonly head: WorksheetHead;
	readonly blocks: { readonly [Id in WorksheetBlockId]: WorksheetBlock };
}

/** The line under the sheet: the manual's own name for it. */
export const worksheetCaption = 'テーマを決めて、原因・対策・評価方法を考えるための演習シート';

/** The row as one string, as a cell of a table shows it. */
export function rowText(row: WorksheetRow): string {
	if (row.kind === 'detail') return row.label ? `${row.label}：${row.text}` : row.text;
	return [row.mark, row.label, row.text].filter((part) => part !== '').join('　');
}

/** What the sheet is called: the board's own title, else the scene and the municipality. */
export function worksheetTitle(head: WorksheetHead): string {
	if (head.title !== '') return head.title;
	return ['演習シート', head.scene, head.municipality, head.group].filter(Boolean).join('　');
}
