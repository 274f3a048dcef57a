import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkit';
import type { Font } from 'fontkit';

/** Where the generated table lies. */
const target = fileURLToPath(
	new URL('../src/method/worksheet/font-advances-data.ts', import.meta.url)
);

const files = {
	'400Regular': import.meta
		.resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
	'700Bold': import.meta
		.resolve('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf')
};

/** The TTF of one weight of BIZ UDPGothic, opened. */
export function openFont(weight: keyof typeof files): Font {
	const font = create(readFileSync(fileURLToPath(files[weight])));
	if ('fonts' in font) throw new Error(`${weight} is a collection, not one font`);
	return font;
}

/** The runs of equal advances that are not 1 em wide, as `gap,length,advance` in base 36. */
function encodeAdvances(font: Font): readonly string[] {
	const runs: { start: number; length: number; advance: number }[] = [];
	for (const character of [...font.characterSet].sort((a, b) => a - b)) {
		const advance = font.glyphForCodePoint(character).advanceWidth;
		if (advance === font.unitsPerEm) continue;
		if (character > 0xffff) throw new Error('A narrow character outside the basic plane');
		const last = runs.at(-1);
		if (last?.advance === advance && last.start + last.length === character) last.length += 1;
		else runs.push({ start: character, length: 1, advance });
	}
	let end = 0;
	return runs.map(({ start, length, advance }) => {
		const gap = start - end;
		end = start + length;
		return [gap, length, advance].map((n) => n.toString(36)).join();
	});
}

/** The text of the generated file. */
export function fontAdvancesFile(): string {
	const constant = (name: string, what: string, words: readonly string[]): string =>
		`/** ${what} */\nexport const ${name} = \`\n${wrap(words).join('\n')}\n\`;\n`;
	return [
		'// Made by shared/scripts/make-font-advances.ts from the TTF files of BIZ UDPGothic; do not edit.\n',
		constant(
			'regularRuns',
			'Regular: runs of `gap,length,advance`.',
			encodeAdvances(openFont('400Regular'))
		),
		constant('boldRuns', 'Bold: runs of `gap,length,advance`.', encodeAdvances(openFont('700Bold')))
	].join('\n');
}

function wrap(words: readonly string[]): string[] {
	const lines: string[] = [];
	for (const word of words) {
		const line = lines.at(-1);
		if (line !== undefined && line.length + word.length < 99)
			lines[lines.length - 1] = `${line} ${word}`;
		else lines.push(word);
	}
	return lines;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, fontAdvancesFile());
