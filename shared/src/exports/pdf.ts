import PdfDocument from 'pdfkit';
import type { Board } from '../method/board.ts';
import { connectorShape } from '../method/worksheet/connector-shape.ts';
import type {
	BoxItem,
	ConnectorItem,
	PathItem,
	SheetItem,
	SheetLayout
} from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import { sheetKinds } from '../sheets/index.ts';
import type { ExportedFile, ExportOptions, FontFiles } from './export-format.ts';
import { prepareText } from './fonts.ts';
import type { SheetText } from './fonts.ts';
import { embeddable } from './pdf-font.ts';
import { Tags } from './pdf-tags.ts';
import { escapeXml } from './xml-text.ts';

const ptPerMm = 1 / mmPerPt;
const lineOptions = { lineBreak: false, baseline: 'alphabetic' } as const;

/** A sheet as a PDF: real text in embedded subsets of the fonts, tagged, the same bytes for the same board and date. */
export async function writePdf(board: Board, options: ExportOptions): Promise<ExportedFile> {
	const maker = await sheetKinds[options.sheet].load();
	const layout = maker.layOut(board, options);
	const { title } = maker.tell(board, options);
	return paintPdf(layout, { fonts: await options.fonts(), title, date: options.date });
}

/** Paints a laid out sheet. `date` is the only date written into the file. */
export async function paintPdf(
	layout: SheetLayout,
	options: { readonly fonts: FontFiles; readonly title: string; readonly date: string }
): Promise<ExportedFile> {
	const text = await prepareText(layout, options.fonts);
	const pdf = new SheetDocument({
		size: [layout.widthMm * ptPerMm, layout.heightMm * ptPerMm],
		margin: 0,
		autoFirstPage: false,
		font: null,
		lang: 'ja-JP',
		displayTitle: true,
		pdfVersion: '1.7',
		tagged: true,
		info: {
			Title: options.title,
			Creator: '連携ボード',
			Producer: '連携ボード',
			CreationDate: new Date(`${options.date}T00:00:00Z`)
		}
	});
	const chunks: Uint8Array[] = [];
	const done = new Promise<void>((resolve, reject) => {
		pdf.on('data', (chunk) => chunks.push(chunk));
		pdf.on('end', resolve);
		pdf.on('error', reject);
	});
	for (const [id, { font }] of text.faces) pdf.registerFont(id, embeddable(font));

	const tags = new Tags(pdf, layout.bookmarks);
	for (const [number, page] of layout.pages.entries()) {
		pdf.addPage();
		tags.startPage(number, page);
		for (const item of page) {
			tags.mark(item);
			paint(pdf, item, text);
		}
		tags.endPage();
	}
	tags.end();
	for (const { title, page } of layout.bookmarks) pdf.outline.addItem(title, { pageNumber: page });
	pdf.end();
	await done;
	return { bytes: concat(chunks), missingCharacters: text.missing };
}

class SheetDocument extends PdfDocument {
	/** Ours, because pdfkit's puts the title into the XML as it is, and a title may hold `<`. */
	protected override _addInfo(): void {
		const { Title, Creator, Producer, CreationDate } = this.info;
		const date = (CreationDate as Date).toISOString().replace('.000', '');
		const [title, creator, producer] = [Title, Creator, Producer].map((word) =>
			escapeXml(String(word))
		);
		this.appendXML(
			`<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
				`<xmp:CreateDate>${date}</xmp:CreateDate><xmp:CreatorTool>${creator}</xmp:CreatorTool>` +
				`<pdf:Producer>${producer}</pdf:Producer>` +
				`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>` +
				`<dc:language><rdf:Bag><rdf:li>ja-JP</rdf:li></rdf:Bag></dc:language>` +
				`</rdf:Description>`
		);
	}
}

function paint(pdf: PdfDocument, item: SheetItem, text: SheetText): void {
	const k = ptPerMm;
	switch (item.kind) {
		case 'rect':
			pdf
				.lineWidth(item.lineMm * k)
				.rect(item.x * k, item.y * k, item.width * k, item.height * k)
				.stroke(item.colour);
			return;
		case 'line': {
			const [length = 0, space = length] = item.dash;
			pdf.lineWidth(item.lineMm * k);
			if (length > 0) pdf.dash(length * k, { space: space * k });
			pdf
				.moveTo(item.x1 * k, item.y1 * k)
				.lineTo(item.x2 * k, item.y2 * k)
				.stroke(item.colour);
			if (length > 0) pdf.undash();
			return;
		}
		case 'text':
			pdf.fontSize(item.sizePt).fillColor(item.colour);
			for (const piece of text.piecesOf(item))
				pdf.font(piece.face).text(piece.text, piece.x * k, item.y * k, lineOptions);
			return;
		case 'box':
			paintBox(pdf, item);
			return;
		case 'connector':
			paintConnector(pdf, item);
			return;
		case 'path':
			paintPath(pdf, item);
	}
}

function paintBox(pdf: PdfDocument, box: BoxItem): void {
	const k = ptPerMm;
	const [length = 0, space = length] = box.dash;
	pdf.lineWidth(box.lineMm * k);
	if (length > 0) pdf.dash(length * k, { space: space * k });
	pdf.roundedRect(box.x * k, box.y * k, box.width * k, box.height * k, box.radiusMm * k);
	if (box.fill !== null && box.lineMm > 0) pdf.fillAndStroke(box.fill, box.colour);
	else if (box.fill !== null) pdf.fill(box.fill);
	else pdf.stroke(box.colour);
	if (length > 0) pdf.undash();
}

function paintConnector(pdf: PdfDocument, line: ConnectorItem): void {
	const k = ptPerMm;
	const [length = 0, space = length] = line.dash;
	const { shaft, head } = connectorShape(line);
	pdf.lineWidth(line.lineMm * k);
	if (length > 0) pdf.dash(length * k, { space: space * k });
	for (const [index, [x, y]] of shaft.entries())
		if (index === 0) pdf.moveTo(x * k, y * k);
		else pdf.lineTo(x * k, y * k);
	pdf.stroke(line.colour);
	if (length > 0) pdf.undash();
	const [tip, left, right] = head;
	if (!tip || !left || !right) return;
	pdf
		.moveTo(tip[0] * k, tip[1] * k)
		.lineTo(left[0] * k, left[1] * k)
		.lineTo(right[0] * k, right[1] * k)
		.fill(line.colour);
}

function paintPath(
	pdf: PdfDocument,
	{ path, x, y, scale, fill, stroke, lineUnits, isRound }: PathItem
): void {
	pdf
		.save()
		.translate(x * ptPerMm, y * ptPerMm)
		.scale(scale * ptPerMm)
		.lineWidth(lineUnits)
		.path(path);
	if (isRound) pdf.lineCap('round').lineJoin('round');
	if (fill !== null && stroke !== null) pdf.fillAndStroke(fill, stroke);
	else if (fill !== null) pdf.fill(fill);
	else if (stroke !== null) pdf.stroke(stroke);
	pdf.restore();
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}
