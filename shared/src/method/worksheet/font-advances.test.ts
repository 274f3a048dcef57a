import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fontAdvancesFile, openFont } from '../../../scripts/make-font-advances.ts';
import { boldAdvances, regularAdvances } from './font-advances.ts';

test.each([
	['400Regular', regularAdvances],
	['700Bold', boldAdvances]
] as const)(
	'the table of %s says what the font says, character by character',
	(weight, advances) => {
		const font = openFont(weight);
		expect(font.unitsPerEm).toBe(advances.unitsPerEm);
		const inFont = new Uint16Array(0x10000).fill(font.unitsPerEm);
		const outside = new Set<number>();
		for (const character of font.characterSet) {
			const { advanceWidth } = font.glyphForCodePoint(character);
			if (character < inFont.length) inFont[character] = advanceWidth;
			else outside.add(advanceWidth);
		}
		expect(Buffer.from(advances.byUnit.buffer).equals(Buffer.from(inFont.buffer))).toBe(true);
		expect([...outside]).toEqual([font.unitsPerEm]);
	}
);

test('the font has no kerning, so widths may be added up', () => {
	for (const weight of ['400Regular', '700Bold'] as const)
		expect(openFont(weight).availableFeatures).not.toContain('kern');
});

test('the generated file is the one the generator makes', () => {
	const file = new URL('./font-advances-data.ts', import.meta.url);
	expect(readFileSync(file, 'utf8')).toBe(fontAdvancesFile());
});
