import type { FileChild, ParagraphChild, TextRun, XmlComponent } from 'docx';
import { BookmarkEnd, BookmarkStart, LineRuleType, Paragraph } from 'docx';
import { inks } from '../method/worksheet/sheet-items.ts';
import type { ContentSpace } from '../sheets/contents.ts';
import { handLineMm } from '../sheets/lay-out-contents.ts';
import { WordBlock, wordElement } from './docx-element.ts';
import { twips, wordColour } from './docx-look.ts';
import { spaceBookmark, spaceMark } from './docx-marks.ts';
import { wordRuns } from './docx-text.ts';

/** Where frames stand. */
export interface SpacePlace {
	readonly widthMm: number;
	readonly maxHeightMm: number;
	/** The names of bookmarks that the document has. */
	readonly bookmarks: Set<string>;
}

const sides = ['top', 'left', 'bottom', 'right'] as const;

/** The words over a frame, with the bookmark that says which frame follows. */
export function spaceLabel(space: ContentSpace, place: SpacePlace, startsPage: boolean): Paragraph {
	return new Paragraph({
		style: 'SpaceLabel',
		pageBreakBefore: startsPage,
		// Without words only the bookmark is left, which takes no room.
		...(space.label === ''
			? { spacing: { line: 40, lineRule: LineRuleType.EXACT, before: 0, after: 0 } }
			: {}),
		children: [...bookmarked(space, place)]
	});
}

/**
 * A frame to write in: a table of one cell that carries the name of what is written in it. No content control around it:
 * LibreOffice writes the words in one several times when it saves.
 */
export function wordSpace(space: ContentSpace, place: SpacePlace): FileChild {
	const width = twips(place.widthMm);
	const height = twips(Math.min(space.lines * handLineMm, place.maxHeightMm));
	const line = { 'w:val': 'single', 'w:sz': 6, 'w:space': 0, 'w:color': wordColour(inks.text) };
	const eachSide = (attributes: Readonly<Record<string, string | number>>): XmlComponent[] =>
		sides.map((side) => wordElement(`w:${side}`, attributes));
	return new WordBlock('w:tbl', [
		wordElement('w:tblPr', {}, [
			wordElement('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
			wordElement('w:tblBorders', {}, eachSide(line)),
			wordElement('w:tblLayout', { 'w:type': 'fixed' }),
			wordElement('w:tblCellMar', {}, eachSide({ 'w:w': 100, 'w:type': 'dxa' })),
			val('w:tblCaption', spaceMark(space.name)),
			val('w:tblDescription', space.label)
		]),
		wordElement('w:tblGrid', {}, [wordElement('w:gridCol', { 'w:w': width })]),
		wordElement('w:tr', {}, [
			wordElement('w:trPr', {}, [
				wordElement('w:trHeight', { 'w:val': height, 'w:hRule': 'atLeast' })
			]),
			wordElement('w:tc', {}, [
				wordElement('w:tcPr', {}, [wordElement('w:tcW', { 'w:w': width, 'w:type': 'dxa' })]),
				new Paragraph({ style: 'Blank', children: [] })
			])
		])
	]);
}

function bookmarked(space: ContentSpace, { bookmarks }: SpacePlace): readonly ParagraphChild[] {
	const words = wordRuns(space.label);
	const name = spaceBookmark(space.name);
	if (bookmarks.has(name)) return words;
	bookmarks.add(name);
	const id = bookmarks.size;
	// The library's own bookmark counts on from document to document; its ends take a number, but are not known as children.
	const ends = [new BookmarkStart(name, id), new BookmarkEnd(id)] as unknown as readonly TextRun[];
	return [...ends.slice(0, 1), ...words, ...ends.slice(1)];
}

function val(name: string, value: string | number): XmlComponent {
	return wordElement(name, { 'w:val': value });
}
