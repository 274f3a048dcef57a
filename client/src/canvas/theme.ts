import type { CardType } from '@renkei/shared/method/ids.ts';
import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import type { StrokeColour } from '@renkei/shared/method/records/stroke.ts';

/** The four colours of a card type, and its band: 16 % of `strong` over the face. */
export interface CardColours {
	readonly strong: string;
	readonly face: string;
	readonly border: string;
	readonly ink: string;
	readonly band: string;
	/** What tells the type where there are no colours (design §3.1), or null where there are. */
	readonly outline: Outline | null;
}

/** A line around a card, in bu; a double one has its second line as far inside as it is wide. */
export interface Outline {
	readonly width: number;
	readonly dash: readonly number[];
	readonly isDouble: boolean;
}

const solid = (width: number): Outline => ({ width, dash: [], isDouble: false });
const dashed = (dash: readonly number[]): Outline => ({ width: 1.5, dash, isDouble: false });

/** The outlines of types in black and white. */
const outlines: Readonly<Record<CardType, Outline>> = {
	theme: solid(3),
	vision: { width: 1.5, dash: [], isDouble: true },
	fact: solid(1),
	cause: solid(1.5),
	measure: solid(2),
	outcome: solid(1.5),
	indicator: dashed([8, 3]),
	source: dashed([4, 2]),
	note: dashed([2, 3])
};

/** Every colour the canvas draws with, read from the page's design tokens. */
export interface CanvasTheme {
	readonly font: string;
	readonly canvas: string;
	readonly surface: string;
	readonly zoneFace: string;
	readonly line: string;
	readonly text: string;
	readonly textSoft: string;
	readonly tagText: string;
	readonly primary: string;
	readonly primarySoft: string;
	readonly focusInner: string;
	readonly focusOuter: string;
	readonly unusual: string;
	readonly mark: string;
	readonly pens: Readonly<Record<StrokeColour, string>>;
	readonly shadow: string;
	readonly cards: Readonly<Record<CardType, CardColours>>;
	/** Colours of people, 1 to 8. */
	readonly who: readonly string[];
}

/** How strongly a card's band is tinted. */
const bandShare = 0.16;
const zoneShare = 0.6;

/** Reads the theme in force on an element; called once at start and when the theme changes. */
export function readTheme(element: Element): CanvasTheme {
	const style = getComputedStyle(element);
	const read = (name: string): string => style.getPropertyValue(name).trim();
	const canvas = read('--c-canvas');
	const surface = read('--c-surface');
	const isMonochrome = element.closest('[data-theme]')?.matches('[data-theme="mono"]') ?? false;
	const cards = Object.fromEntries(
		cardTypeIds.map((type) => {
			const strong = read(`--card-${type}-strong`);
			const face = read(`--card-${type}-bg`);
			const colours: CardColours = {
				strong,
				face,
				border: read(`--card-${type}-border`),
				ink: read(`--card-${type}-ink`),
				band: mixColours(face, strong, isMonochrome ? 0 : bandShare),
				outline: isMonochrome ? outlines[type] : null
			};
			return [type, colours];
		})
	) as Record<CardType, CardColours>;
	return {
		font: read('--font-ui'),
		canvas,
		surface,
		zoneFace: mixColours(canvas, surface, zoneShare),
		line: read('--c-line'),
		text: read('--c-text'),
		textSoft: read('--c-text-2'),
		tagText: read('--n-700'),
		primary: read('--c-primary'),
		primarySoft: read('--c-primary-soft'),
		focusInner: read('--c-focus-inner'),
		focusOuter: read('--c-focus-outer'),
		unusual: read('--n-500'),
		mark: read('--card-mark'),
		pens: {
			ink: read('--c-text'),
			red: read('--c-danger'),
			blue: read('--c-primary'),
			green: read('--c-success'),
			brown: read('--c-warning')
		},
		shadow: 'rgba(23, 28, 33, 0.12)',
		cards,
		who: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => read(`--who-${number}`))
	};
}

/** The theme of this name, whatever the page wears: for a picture on paper. */
export function readThemeOf(name: 'light' | 'mono'): CanvasTheme {
	const probe = document.createElement('div');
	probe.dataset['theme'] = name;
	probe.hidden = true;
	document.body.append(probe);
	const theme = readTheme(probe);
	probe.remove();
	return theme;
}

/** Whether two themes draw the same. */
export function isSameTheme(a: CanvasTheme, b: CanvasTheme): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/** A colour `share` of the way from one `#rrggbb` to another; anything else is given back unmixed. */
export function mixColours(from: string, to: string, share: number): string {
	const a = channels(from);
	const b = channels(to);
	if (!a || !b) return from;
	const mixed = a.map((value, index) => Math.round(value + ((b[index] ?? 0) - value) * share));
	return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): readonly number[] | null {
	const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
	return match ? match.slice(1).map((digits) => parseInt(digits, 16)) : null;
}
