import { describe, expect, test } from 'vitest';
import type { TextItem } from '../method/worksheet/sheet-items.ts';
import { brokenParts, fitRun, lineEnd } from './pptx-fit.ts';
import { measureForOffice, officeCuts, officeEmMm, officeRules } from './pptx-office-breaks.ts';
import { textXml } from './pptx-text.ts';
import { elementsOf } from './test-elements.ts';

/** The lines LibreOffice prints in a box so many em wide, were every character 1 em. */
function officeLines(text: string, limitEm: number): readonly string[] {
	const characters = Array.from(text);
	const widths = characters.map(() => 1);
	const cuts = officeCuts(measureForOffice(officeRules(characters), widths), limitEm);
	return [0, ...cuts].map((from, index) => characters.slice(from, cuts[index]).join(''));
}

// Each rule was seen in print, on thousands of lines.
describe('LibreOffice', () => {
	test.each([
		['knows fewer signs that begin no line', 'あっという間A／B', 7.5, ['あっという間A', '／B']],
		['keeps a number beside 。 before it', 'しかします。24時', 7.5, ['しかしま', 'す。24時']],
		['but not beside a Japanese word', 'しかしますと24時', 7.5, ['しかしますと', '24時']],
		['parts Latin from Japanese by a gap', 'あいAう', 4.4, ['あいA', 'う']],
		['keeps brackets and what is in them', '第一案と（ICT）に', 6.5, ['第一案と', '（ICT）に']],
		['keeps a path, back to a blank', '案 A/B/CD', 7.5, ['案 ', 'A/B/CD']],
		['lets a blank hang', 'あいう えお', 3.5, ['あいう ', 'えお']]
	])('%s', (_, text, limit, lines) => {
		expect(officeLines(text, limit)).toEqual(lines);
	});

	test('measures letters in whole pixels of a printer', () => {
		expect(officeEmMm(7.5)).toBeCloseTo((63 * 25.4) / 600);
		expect(officeEmMm(8.9)).toBeCloseTo((74 * 25.4) / 600);
	});
});

const run = {
	parts: [
		{ text: '12番‥', isBold: true },
		{ text: '／〜〜A…～A／B…／月A', isBold: false }
	],
	x: 20,
	widthMm: 45.95,
	lineMm: 6,
	align: 'left'
} as const;
const lines = ['12番‥／〜〜A…～', 'A／B…／月A'];

test('lines that no width keeps free of faults end as on paper', () => {
	const fitted = fitRun(run, { lines, count: 2, sizePt: 12.5 }, 0);
	expect(fitted).toMatchObject({ isBroken: true, lines: 2, sizePt: 12.5 });
	const broken = brokenParts(run.parts, lines);
	expect(broken.map(({ isBold }) => isBold)).toEqual([true, false]);
	expect(
		broken
			.map(({ text }) => text)
			.join('')
			.split(lineEnd)
	).toEqual(lines);
	const items = lines.map((text, index): TextItem => ({
		kind: 'text',
		x: 20,
		y: 30 + index * 6,
		text,
		sizePt: 12.5,
		isBold: false,
		colour: '#171C21',
		cardIds: [],
		run
	}));
	const elements = elementsOf(textXml(2, items, { isTitle: false, freeMm: 0, freeWidthMm: 0 }));
	expect(elements.filter(({ name }) => name === 'a:br')).toHaveLength(1);
	const said = elements.filter(({ name }) => name === 'a:t').map(({ text }) => text);
	expect(said.join('')).toBe(lines.join(''));
});

test('line ends that somebody typed stay, and get no second one', () => {
	const typed = [{ text: 'あい\n うえお\n\nか', isBold: false }];
	expect(brokenParts(typed, ['あい', ' うえ', 'お', '', 'か'])[0]?.text).toBe(
		`あい\n うえ${lineEnd}お\n\nか`
	);
});
