import type PdfDocument from 'pdfkit';
import type { StructureElement } from 'pdfkit';
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
 * paragraphs in the order of the items; lines broken from one running text are one paragraph. The rest is decoration.
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
	#open: StructureElement | 'decoration' | null = null;

	constructor(pdf: PdfDocument, bookmarks: readonly Bookmark[]) {
		this.#pdf = pdf;
		this.#bookmarks = bookmarks;
		this.#root = pdf.struct('Document');
		pdf.addStructure(this.#root);
	}

	/** To be called when a page has been added and before anything is painted on it. */
	startPage(page: number): void {
		const marks = this.#bookmarks.filter((bookmark) => bookmark.page === page);
		for (const { title } of marks) {
			this.#section = this.#pdf.struct('Sect', { title });
			this.#root.add(this.#section);
		}
		if (marks.length > 0) this.#element = null;
	}

	/** To be called before an item is painted. */
	mark(item: SheetItem): void {
		const { role = 'text' } = item.kind === 'text' ? item : { role: 'decoration' as const };
		if (item.kind !== 'text' || role === 'decoration') {
			if (this.#open === 'decoration') return;
			this.close();
			this.#pdf.markContent('Artifact', { type: 'Layout' });
			this.#open = 'decoration';
			return;
		}
		const type = elementOf[role];
		const element = this.#elementFor(item, type);
		if (this.#open === element) return;
		this.close();
		element.add(this.#pdf.markStructureContent(type));
		this.#open = element;
	}

	/** To be called at the end of a page. */
	close(): void {
		if (this.#open !== null) this.#pdf.endMarkedContent();
		this.#open = null;
	}

	/** To be called before the document is ended. */
	end(): void {
		this.#root.end();
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
	if (before.run !== undefined) return before.run === item.run;
	const mm = before.sizePt * mmPerPt;
	const end =
		before.x + lineWidthEm(before.text, before.isBold ? boldAdvances : regularAdvances) * mm;
	const gap = item.x - end;
	return Math.abs(before.y - item.y) < mm / 4 && gap > -mm / 4 && gap < mm * mostGapEm;
}
