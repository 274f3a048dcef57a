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
import { openFont, printable } from './pdf-fonts.ts';

const ptPerMm = 1 / mmPerPt;

/** A sheet as a PDF: real text in an embedded subset of the font, the same bytes for the same board and date. */
export async function writePdf(board: Board, options: ExportOptions): Promise<ExportedFile> {
	const maker = await sheetKinds[options.sheet].load();
	const layout = maker.layOut(board, options);
	return paintPdf(layout, {
		fonts: await options.fonts(),
		title: maker.tell(board, options).title,
		date: options.date
	});
}

/** Paints a laid out sheet. `date` is the only date written into the file. */
async function paintPdf(
	layout: SheetLayout,
	options: { readonly fonts: FontFiles; readonly title: string; readonly date: string }
): Promise<ExportedFile> {
	const fonts = { regular: openFont(options.fonts.regular), bold: openFont(options.fonts.bold) };
	const pdf = new PdfDocument({
		size: [layout.widthMm * ptPerMm, layout.heightMm * ptPerMm],
		margin: 0,
		autoFirstPage: false,
		font: null,
		lang: 'ja-JP',
		displayTitle: true,
		pdfVersion: '1.7',
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
	pdf.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);

	const missing = new Set<string>();
	for (const page of layout.pages) {
		pdf.addPage();
		for (const item of page) {
			const paintable =
				item.kind === 'text'
					? {
							...item,
							text: printable(item.text, fonts[item.isBold ? 'bold' : 'regular'], (character) =>
								missing.add(character)
							)
						}
					: item;
			paint(pdf, paintable);
		}
	}
	pdf.end();
	await done;
	return { bytes: concat(chunks), missingCharacters: [...missing] };
}

function paint(pdf: PdfDocument, item: SheetItem): void {
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
			pdf
				.font(item.isBold ? 'bold' : 'regular')
				.fontSize(item.sizePt)
				.fillColor(item.colour)
				.text(item.text, item.x * k, item.y * k, { lineBreak: false, baseline: 'alphabetic' });
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
	{ path, x, y, scale, fill, stroke, lineUnits }: PathItem
): void {
	pdf
		.save()
		.translate(x * ptPerMm, y * ptPerMm)
		.scale(scale * ptPerMm)
		.lineWidth(lineUnits)
		.path(path);
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
