import type { FileChild } from 'docx';
import { Paragraph } from 'docx';
import type { ContentSpace } from '../sheets/contents.ts';
import { handLineMm } from '../sheets/lay-out-contents.ts';
import { WordBlock, wordElement } from './docx-element.ts';
import { twips, wordColour } from './docx-look.ts';
import { spaceMark } from './docx-marks.ts';
import { inks } from '../method/worksheet/sheet-items.ts';

const sides = ['top', 'left', 'bottom', 'right'] as const;

/** A frame to write in: a table of one cell, in a content control that typing does not remove. `number` is unique in the document. */
export function wordSpace(
	space: ContentSpace,
	place: { readonly number: number; readonly widthMm: number; readonly maxHeightMm: number }
): FileChild {
	const mark = spaceMark(space.name);
	const width = twips(place.widthMm);
	const height = twips(Math.min(space.lines * handLineMm, place.maxHeightMm));
	const val = (name: string, value: string | number) => wordElement(name, { 'w:val': value });
	const table = wordElement('w:tbl', {}, [
		wordElement('w:tblPr', {}, [
			wordElement('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
			wordElement(
				'w:tblBorders',
				{},
				sides.map((side) =>
					wordElement(`w:${side}`, {
						'w:val': 'single',
						'w:sz': 6,
						'w:space': 0,
						'w:color': wordColour(inks.text)
					})
				)
			),
			wordElement('w:tblLayout', { 'w:type': 'fixed' }),
			wordElement(
				'w:tblCellMar',
				{},
				sides.map((side) => wordElement(`w:${side}`, { 'w:w': 100, 'w:type': 'dxa' }))
			),
			val('w:tblCaption', mark),
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
	return new WordBlock('w:sdt', [
		wordElement('w:sdtPr', {}, [
			val('w:alias', space.label),
			val('w:tag', mark),
			val('w:id', place.number),
			val('w:lock', 'sdtLocked')
		]),
		wordElement('w:sdtContent', {}, [table])
	]);
}
