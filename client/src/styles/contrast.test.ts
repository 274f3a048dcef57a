import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import { describe, expect, test } from 'vitest';
import { withDeviceTheme } from '../../../.config/device-theme.ts';

const sheet = (name: string): string =>
	readFileSync(join(import.meta.dirname, `${name}.css`), 'utf8');
const tokens = sheet('tokens');

type Tokens = ReadonlyMap<string, string>;

/** The colours of one rule of a sheet, by its selector. */
function coloursOf(css: string, selector: string): Tokens {
	const rule = css.slice(css.indexOf(`${selector} {`));
	const found = new Map<string, string>();
	for (const [, name = '', value = ''] of rule
		.slice(0, rule.indexOf('}'))
		.matchAll(/(--[\w-]+): (#[0-9a-f]{6})/g))
		found.set(name, value);
	if (found.size === 0) throw new Error(`No colours for ${selector}.`);
	return found;
}

const light = coloursOf(tokens, "[data-theme='mono']");
const over = (below: Tokens, ...above: readonly Tokens[]): Tokens =>
	new Map([below, ...above].flatMap((each) => [...each]));
const dark = over(light, coloursOf(tokens, "\t[data-theme='dark']"));
const contrast = coloursOf(sheet('contrast'), "\t[data-contrast='more']");
const themes = {
	light,
	dark,
	'light with more contrast': over(light, contrast),
	'dark with more contrast': over(
		dark,
		contrast,
		coloursOf(sheet('contrast'), "\t[data-theme='dark'][data-contrast='more']")
	),
	'black and white': over(light, coloursOf(sheet('mono'), "[data-theme='mono']"))
};

/** Contrast of two colours as WCAG 2 computes it. */
function ratio(a: string, b: string): number {
	const [light = 1, dark = 1] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const share = parseInt(colour.slice(at, at + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const grounds = ['--c-surface', '--c-surface-2', '--c-canvas'];
const people = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `--who-${number}`);

/** Everything that is read, with what it is read on. */
const texts: readonly (readonly [string, string])[] = [
	...['--c-text', '--c-text-2', '--c-text-3', '--c-primary', '--c-success', '--c-danger'].flatMap(
		(text) => grounds.map((ground) => [text, ground] as const)
	),
	['--c-primary', '--c-primary-soft'],
	['--c-success', '--c-success-soft'],
	['--c-warning', '--c-warning-soft'],
	['--c-danger', '--c-danger-soft'],
	['--c-warning', '--c-surface'],
	['--n-700', '--n-100'],
	['--c-text', '--c-primary-soft'],
	// Words on what is filled: the primary button, the chosen view, what is done, what is dangerous.
	...['--c-primary', '--c-primary-hover', '--c-text', '--c-success', '--c-danger'].map(
		(ground) => ['--c-surface', ground] as const
	),
	...people.flatMap((who) => [['--c-surface', who] as const, ['--n-0', who] as const]),
	...cardTypeIds.flatMap((type) => [
		[`--card-${type}-ink`, `--card-${type}-bg`] as const,
		['--card-mark', `--card-${type}-strong`] as const,
		[`--card-${type}-strong`, `--card-${type}-bg`] as const,
		[`--card-${type}-strong`, '--c-surface'] as const
	])
];

/** Outlines and signs that must be seen, with what they are seen on. */
const outlines: readonly (readonly [string, string])[] = [
	['--c-line-control', '--c-surface'],
	['--n-500', '--c-surface'],
	['--c-focus-outer', '--c-surface'],
	['--c-focus-outer', '--c-canvas'],
	['--c-primary', '--c-canvas'],
	...cardTypeIds.map((type) => [`--card-${type}-border`, '--c-surface'] as const)
];

describe.each(Object.entries(themes))('%s', (name, theme) => {
	const isStrong = name.includes('contrast');
	const tooWeak = (pairs: readonly (readonly [string, string])[], least: number): string[] =>
		pairs.flatMap(([ink, ground]) => {
			const found = ratio(theme.get(ink) ?? '', theme.get(ground) ?? '');
			return found >= least ? [] : [`${ink} on ${ground}: ${found.toFixed(2)}`];
		});

	test('every word can be read', () => {
		expect(tooWeak(texts, isStrong ? 7 : 4.5)).toEqual([]);
	});

	test('every outline and sign can be seen', () => {
		expect(tooWeak(outlines, isStrong ? 4.5 : 3)).toEqual([]);
	});
});

test('black and white has no colour left on the board', () => {
	const coloured = [...themes['black and white']].filter(
		([name, value]) =>
			/^--(c|card|who)-/.test(name) &&
			Math.max(...[1, 3, 5].map((at) => parseInt(value.slice(at, at + 2), 16))) -
				Math.min(...[1, 3, 5].map((at) => parseInt(value.slice(at, at + 2), 16))) >
				24
	);
	expect(coloured).toEqual([]);
});

test('a device that asks for dark gets the same dark where nobody has chosen', () => {
	const built = withDeviceTheme(tokens);
	const asked = coloursOf(built, ':root:not([data-theme])');
	expect([...asked]).toEqual([...coloursOf(tokens, "\t[data-theme='dark']")]);
});
