import type { FileChild, ParagraphChild, TextRun, XmlComponent } from 'docx';
import { BookmarkEnd, BookmarkStart, Paragraph } from 'docx';
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
	/** Counts through the document: controls and bookmarks must not share a number. */
	readonly next: () => number;
	/** The names of bookmarks that are taken. */
	readonly taken: Set<string>;
}

const sides = ['top', 'left', 'bottom', 'right'] as const;
const narrowShare = 0.2;

/** Whether a frame stands to the left of the one that follows it: it asks who is speaking there. */
export function standsBeside(
	space: ContentSpace,
	next: { readonly kind: string; readonly name?: string } | undefined
): boolean {
	return (
		space.lines === 1 &&
		next?.kind === 'space' &&
		next.name !== undefined &&
		space.name.startsWith(`${next.name}-`)
	);
}

/** The words over a frame, with the bookmark that says which frame follows. */
export function spaceLabel(space: ContentSpace, place: SpacePlace, startsPage: boolean): Paragraph {
	return new Paragraph({
		style: 'SpaceLabel',
		pageBreakBefore: startsPage,
		children: [...bookmarked(space, place)]
	});
}

/** A frame to write in: a table of one cell, in a control that typing does not remove. */
export function wordSpace(space: ContentSpace, place: SpacePlace): FileChild {
	const width = twips(place.widthMm);
	return new WordBlock('w:sdt', [
		controlOf(space, place),
		wordElement('w:sdtContent', {}, [
			wordElement(
				'w:tbl',
				{},
				tableOf(space, [width], [rowOf(heightOf(space, place), [cellOf(width)])])
			)
		])
	]);
}

/** Two frames side by side under their words, each a control of its own. */
export function wordSpacePair(
	pair: readonly [ContentSpace, ContentSpace],
	place: SpacePlace
): FileChild {
	const whole = twips(place.widthMm);
	const narrow = Math.round(whole * narrowShare);
	const widths = [narrow, whole - narrow];
	const labels = pair.map((space, index) =>
		cellOf(
			widths[index] ?? 0,
			new Paragraph({ style: 'SpaceLabel', children: [...bookmarked(space, place)] })
		)
	);
	const frames = pair.map((space, index) =>
		wordElement('w:sdt', {}, [
			controlOf(space, place),
			wordElement('w:sdtContent', {}, [cellOf(widths[index] ?? 0)])
		])
	);
	const height = Math.max(...pair.map((space) => heightOf(space, place)));
	return new WordBlock(
		'w:tbl',
		tableOf(pair[1], widths, [rowOf(0, labels), rowOf(height, frames)])
	);
}

function bookmarked(space: ContentSpace, { next, taken }: SpacePlace): readonly ParagraphChild[] {
	const words = wordRuns(space.label);
	const name = spaceBookmark(space.name);
	if (taken.has(name)) return words;
	taken.add(name);
	const id = next();
	// The library's own bookmark counts on from document to document; its ends take a number, but are not known as children.
	const ends = [new BookmarkStart(name, id), new BookmarkEnd(id)] as unknown as readonly TextRun[];
	return [...ends.slice(0, 1), ...words, ...ends.slice(1)];
}

function controlOf(space: ContentSpace, { next }: SpacePlace): XmlComponent {
	return wordElement('w:sdtPr', {}, [
		val('w:alias', space.label),
		val('w:tag', spaceMark(space.name)),
		val('w:id', next()),
		val('w:lock', 'sdtLocked')
	]);
}

function heightOf({ lines }: ContentSpace, { maxHeightMm }: SpacePlace): number {
	return twips(Math.min(lines * handLineMm, maxHeightMm));
}

/** The parts of a table that is framed and carries the name of what is written in it. */
function tableOf(
	space: ContentSpace,
	widths: readonly number[],
	rows: readonly XmlComponent[]
): readonly XmlComponent[] {
	const line = {
		'w:val': 'single',
		'w:sz': 6,
		'w:space': 0,
		'w:color': wordColour(inks.text)
	};
	const total = widths.reduce((sum, width) => sum + width, 0);
	return [
		wordElement('w:tblPr', {}, [
			wordElement('w:tblW', { 'w:w': total, 'w:type': 'dxa' }),
			wordElement(
				'w:tblBorders',
				{},
				[...sides, ...(widths.length > 1 ? ['insideH', 'insideV'] : [])].map((side) =>
					wordElement(`w:${side}`, line)
				)
			),
			wordElement('w:tblLayout', { 'w:type': 'fixed' }),
			wordElement(
				'w:tblCellMar',
				{},
				sides.map((side) => wordElement(`w:${side}`, { 'w:w': 100, 'w:type': 'dxa' }))
			),
			val('w:tblCaption', spaceMark(space.name)),
			val('w:tblDescription', space.label)
		]),
		wordElement(
			'w:tblGrid',
			{},
			widths.map((width) => wordElement('w:gridCol', { 'w:w': width }))
		),
		...rows
	];
}

function rowOf(height: number, cells: readonly XmlComponent[]): XmlComponent {
	const least = wordElement('w:trHeight', { 'w:val': height, 'w:hRule': 'atLeast' });
	return wordElement('w:tr', {}, [
		wordElement('w:trPr', {}, [wordElement('w:cantSplit', {}), ...(height > 0 ? [least] : [])]),
		...cells
	]);
}

function cellOf(
	width: number,
	content: XmlComponent = new Paragraph({ style: 'Blank', children: [] })
): XmlComponent {
	return wordElement('w:tc', {}, [
		wordElement('w:tcPr', {}, [wordElement('w:tcW', { 'w:w': width, 'w:type': 'dxa' })]),
		content
	]);
}

function val(name: string, value: string | number): XmlComponent {
	return wordElement(name, { 'w:val': value });
}
