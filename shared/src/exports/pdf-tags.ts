import type PdfDocument from 'pdfkit';
import type { StructureElement } from 'pdfkit';
import { connectorWords, mostMarkLength } from './connector-words.ts';
import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import type { Bookmark, SheetItem, TextItem, TextRole } from '../method/worksheet/sheet-items.ts';

const elementOf: Readonly<Record<Exclude<TextRole, 'decoration'>, string>> = {
	title: 'H1',
	heading: 'H2',
	text: 'P'
};

/**
 * Marks everything on the pages for those who have a PDF read to them: a section per bookmark, in it headings and
 * paragraphs in the order of the items; lines broken from one running text are one paragraph, and the arrows of a page
 * are one figure that says what they join. The rest is decoration.
 */
export class Tags {
	readonly #pdf: PdfDocument;
	readonly #bookmarks: readonly Bookmark[];
	readonly #root: StructureElement;
	#section: StructureElement | null = null;
	/** The element under way and the last line in it. */
	#element: {
		readonly element: StructureElement;
		readonly type: string;
		readonly last: TextItem;
	} | null = null;
	/** The arrows of the page under way, told in words. */
	#arrows: StructureElement | null = null;
	#open: StructureElement | 'decoration' | null = null;

	constructor(pdf: PdfDocument, bookmarks: readonly Bookmark[]) {
		this.#pdf = pdf;
		this.#bookmarks = bookmarks;
		this.#root = pdf.struct('Document');
		pdf.addStructure(this.#root);
	}

	/** To be called when a page has been added and before anything is painted on it. */
	startPage(page: number, items: readonly SheetItem[]): void {
		for (const { title } of this.#bookmarks.filter((bookmark) => bookmark.page === page)) {
			this.#section = this.#pdf.struct('Sect', { title });
			this.#root.add(this.#section);
		}
		this.#element = null;
		const alt = connectorWords(items);
		this.#arrows = alt === '' ? null : this.#pdf.struct('Figure', { alt });
	}

	/** To be called before an item is painted. */
	mark(item: SheetItem): void {
		if (item.kind === 'connector' && this.#arrows) {
			this.#openFor(this.#arrows, 'Figure');
			return;
		}
		const { role = 'text' } = item.kind === 'text' ? item : { role: 'decoration' as const };
		if (item.kind !== 'text' || role === 'decoration') {
			if (this.#open === 'decoration') return;
			this.#close();
			this.#pdf.markContent('Artifact', { type: 'Layout' });
			this.#open = 'decoration';
			return;
		}
		const type = elementOf[role];
		this.#openFor(this.#elementFor(item, type), type);
	}

	/** To be called when everything on a page has been painted. */
	endPage(): void {
		this.#close();
		// What the arrows say is understood once the boxes have been read.
		if (this.#arrows) (this.#section ?? this.#root).add(this.#arrows);
		this.#arrows = null;
	}

	/** To be called before the document is ended. */
	end(): void {
		this.#root.end();
	}

	#openFor(element: StructureElement, type: string): void {
		if (this.#open === element) return;
		this.#close();
		element.add(this.#pdf.markStructureContent(type));
		this.#open = element;
	}

	#close(): void {
		if (this.#open !== null) this.#pdf.endMarkedContent();
		this.#open = null;
	}

	#elementFor(item: TextItem, type: string): StructureElement {
		const before = this.#element;
		const continues = before?.type === type && isContinued(before.last, item);
		const element = continues ? before.element : this.#pdf.struct(type);
		if (!continues) (this.#section ?? this.#root).add(element);
		this.#element = { element, type, last: item };
		return element;
	}
}

/** How far behind a number or a label its text may begin, in em. */
const mostGapEm = 1.5;

/** Whether a line belongs to the same statement as the one before: broken from one text, or a mark and what it marks. */
function isContinued(before: TextItem, item: TextItem): boolean {
	if (before.run !== undefined && before.run === item.run) return true;
	const isMark = Array.from(before.text).length <= mostMarkLength && isWhole(before);
	if (before.run !== undefined && !isMark) return false;
	const mm = before.sizePt * mmPerPt;
	const end =
		before.x + lineWidthEm(before.text, before.isBold ? boldAdvances : regularAdvances) * mm;
	const gap = item.x - end;
	return Math.abs(before.y - item.y) < mm / 4 && gap > -mm / 4 && gap < mm * mostGapEm;
}

function isWhole({ text, run }: TextItem): boolean {
	return run === undefined || run.parts.map((part) => part.text).join('') === text;
}
