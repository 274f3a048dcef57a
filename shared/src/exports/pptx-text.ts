import type { TextItem, TextRun } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import type { PaperRun } from './pptx-fit.ts';
import { brokenParts, fitRun, lineEnd, widestLineEm, wholeSize } from './pptx-fit.ts';
import { fillXml, placeXml } from './pptx-xml.ts';
import { escapeXml } from './xml-text.ts';

/** The font of a slide by the name Windows has it under; office software cannot embed ours. */
export const slideFont = 'BIZ UDPゴシック';

// Where PowerPoint puts the baseline within a line of a fixed height.
const baselineShare = 0.8;
const singleLineEm = 1.3;
// A box of one line is never broken, so it may be wider than its words without harm.
const singleLineSlack = 1.02;

/** A text box with what it says, unbroken; PowerPoint breaks it itself. `freeMm` is the room
 * below its last line, `freeWidthMm` what a title may take: LibreOffice breaks titles even where they must not be. */
export function textXml(
	id: number,
	items: readonly TextItem[],
	options: { readonly isTitle: boolean; readonly freeMm: number; readonly freeWidthMm: number }
): string {
	const [item] = items;
	if (!item) return '';
	const run = item.run ?? lineAsRun(item);
	const paragraphs = paragraphsOf(run.parts);
	const blankAbove = Math.max(
		0,
		paragraphs.findIndex((parts) => parts.some(({ text }) => text.trim() !== ''))
	);
	const paper = paperRun(items, run, blankAbove);
	const fitted = item.run
		? fitRun(run, paper, Math.floor(options.freeMm / run.lineMm + 1e-6))
		: {
				widthMm: Math.max(run.widthMm, options.freeWidthMm),
				lines: 1,
				sizePt: wholeSize(item.sizePt),
				isBroken: false
			};
	const rest = run.widthMm - fitted.widthMm;
	const box = {
		x: run.x + { left: 0, center: rest / 2, right: rest }[run.align],
		y: item.y - run.lineMm * (baselineShare + blankAbove),
		width: fitted.widthMm,
		height: run.lineMm * fitted.lines
	};
	const look = `sz="${Math.round(fitted.sizePt * 100)}"`;
	const paragraph = paragraphXml(run);
	const words = (fitted.isBroken ? paragraphsOf(brokenParts(run.parts, paper.lines)) : paragraphs)
		.map((parts) => {
			const runs = parts.map(({ text, isBold }) => runXml(text, item.colour, look, isBold));
			const end = `<a:endParaRPr lang="ja-JP" ${look}/>`;
			return `<a:p>${paragraph}${runs.join('') || end}</a:p>`;
		})
		.join('');
	const wrap = item.run ? 'square' : 'none';
	const kind = options.isTitle
		? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>'
		: '<p:cNvSpPr txBox="1"/><p:nvPr/>';
	return (
		`<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${options.isTitle ? '題名' : '文'} ${id}"/>${kind}</p:nvSpPr>` +
		`<p:spPr>${placeXml(box)}<a:prstGeom prst="rect"/><a:noFill/></p:spPr>` +
		`<p:txBody><a:bodyPr wrap="${wrap}" lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></a:bodyPr><a:lstStyle/>${words}</p:txBody></p:sp>`
	);
}

/** The lines a run has on paper, and how many places for lines it takes with the blank ones. */
function paperRun(items: readonly TextItem[], { lineMm }: TextRun, blankAbove: number): PaperRun {
	const lines: string[] = [];
	let last = -Infinity;
	for (const { text, y } of items) {
		if (y - last > lineMm / 2) lines.push(text);
		// Two weights on one line.
		else lines.push(`${lines.pop() ?? ''}${text}`);
		last = y;
	}
	const { y: first = 0, sizePt = 0 } = items[0] ?? {};
	return { lines, count: blankAbove + Math.round((last - first) / lineMm) + 1, sizePt };
}

/** A title nobody sees, above the slide: every slide needs one for its outline and for screen readers. */
export function hiddenTitleXml(id: number, title: string, widthMm: number): string {
	const sizePt = 18;
	const item: TextItem = {
		kind: 'text',
		x: 0,
		y: -sizePt * mmPerPt * 1.5,
		text: title,
		sizePt,
		isBold: true,
		colour: '#171C21',
		cardIds: []
	};
	const lineMm = sizePt * mmPerPt * singleLineEm;
	const run: TextRun = { ...lineAsRun(item), widthMm, lineMm };
	return textXml(id, [{ ...item, run }], { isTitle: true, freeMm: 0, freeWidthMm: 0 });
}

function lineAsRun(item: TextItem): TextRun {
	const sizeMm = item.sizePt * mmPerPt;
	return {
		parts: [{ text: item.text, isBold: item.isBold }],
		x: item.x,
		widthMm: widestLineEm(item.text, item.isBold) * sizeMm * singleLineSlack,
		lineMm: sizeMm * singleLineEm,
		align: 'left'
	};
}

/** The parts of a run, cut at the line ends that people typed. */
function paragraphsOf(parts: TextRun['parts']): readonly TextRun['parts'][] {
	const paragraphs: TextRun['parts'][number][][] = [[]];
	for (const { text, isBold } of parts)
		for (const [index, piece] of text.split('\n').entries()) {
			if (index > 0) paragraphs.push([]);
			if (piece !== '') paragraphs.at(-1)?.push({ text: piece, isBold });
		}
	return paragraphs;
}

// A fixed line height keeps its place with any font; 禁則 by our own table, no comma outside the box.
function paragraphXml({ align, lineMm }: TextRun): string {
	const edge = { left: 'l', center: 'ctr', right: 'r' }[align];
	const height = Math.round((lineMm / mmPerPt) * 100);
	return `<a:pPr algn="${edge}" eaLnBrk="1" hangingPunct="0"><a:lnSpc><a:spcPts val="${height}"/></a:lnSpc></a:pPr>`;
}

function runXml(text: string, colour: string, look: string, isBold: boolean): string {
	const font = `typeface="${slideFont}" charset="-128"`;
	const letters = `lang="ja-JP" ${look}${isBold ? ' b="1"' : ''}`;
	return text
		.split(lineEnd)
		.map(
			(line) =>
				`<a:r><a:rPr ${letters}>${fillXml(colour)}<a:latin ${font}/><a:ea ${font}/></a:rPr><a:t>${escapeXml(line)}</a:t></a:r>`
		)
		.join(`<a:br><a:rPr ${letters}/></a:br>`);
}
