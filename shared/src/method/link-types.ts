import type { Localised } from './localised.ts';
import type { CardType } from './ids.ts';

/** The kinds of links; the colour follows the card type in `strong` (design §4). */
export const linkKindIds = [
	'factTheme',
	'gap',
	'themeVision',
	'collaborationArea',
	'causeTheme',
	'why',
	'writtenFrom',
	'causeMeasure',
	'uses',
	'measureOutcome',
	'outcomeOutcome',
	'outcomeIndicator',
	'outcomeSource',
	'indicatorSource',
	'outcomeVision',
	'note',
	'unusual'
] as const;
export type LinkKind = (typeof linkKindIds)[number];

/** How a kind is drawn and named: `dash` is a canvas dash array in bu, `label` stands on the line, `phrase` is read in the list. */
export interface LinkKindDefinition {
	readonly strong: CardType;
	readonly width: number;
	readonly dash: readonly number[];
	readonly hasHead: boolean;
	readonly label: Localised | null;
	readonly phrase: Localised;
}

const solid: readonly number[] = [];

/** Every kind of link with its look and its word. */
export const linkKinds = {
	factTheme: look('fact', 2.5, solid, null, '根拠', 'grounds'),
	gap: look('vision', 2.5, [9, 5], { ja: 'ギャップ', en: 'Gap' }, 'ギャップ', 'gap'),
	themeVision: look('vision', 2.5, [9, 5], { ja: 'ギャップ', en: 'Gap' }, 'ギャップ', 'gap'),
	collaborationArea: look('vision', 2.5, solid, null, '実現のため', 'to achieve'),
	causeTheme: look('cause', 2.5, solid, null, '原因', 'cause of'),
	why: look('cause', 2.5, solid, null, 'なぜ', 'why'),
	writtenFrom: look('cause', 2, [3, 5], null, 'もと', 'written from'),
	causeMeasure: look('cause', 2.5, solid, null, '対策', 'measure'),
	uses: look(
		'measure',
		2.5,
		[2, 6],
		{ ja: '資料を使う', en: 'uses material' },
		'資料を使う',
		'uses'
	),
	measureOutcome: look('measure', 2.5, solid, null, '期待', 'expects'),
	outcomeOutcome: look('outcome', 2.2, solid, null, 'つながる', 'leads to'),
	outcomeIndicator: look('outcome', 2.2, solid, null, '指標', 'indicator'),
	outcomeSource: look('outcome', 2.2, solid, null, '把握方法', 'source'),
	indicatorSource: look('indicator', 2.2, solid, null, '把握方法', 'source'),
	outcomeVision: look('outcome', 2.2, solid, null, '近づく', 'comes closer to'),
	note: { ...look('fact', 2, [3, 5], null, 'メモ', 'note'), hasHead: false },
	unusual: look('fact', 2, [6, 4], null, 'つながり', 'link')
} satisfies Record<LinkKind, LinkKindDefinition>;

function look(
	strong: CardType,
	width: number,
	dash: readonly number[],
	label: Localised | null,
	ja: string,
	en: string
): LinkKindDefinition {
	return { strong, width, dash, hasHead: true, label, phrase: { ja, en } };
}

/** The one table of what may lead to what (method §1.4); the first kind of a pair is what a new link gets. */
const kindsByPair: {
	readonly [From in CardType]?: { readonly [To in CardType]?: readonly LinkKind[] };
} = {
	fact: { theme: ['factTheme'], vision: ['gap'], fact: ['why'] },
	theme: { vision: ['themeVision'] },
	vision: { vision: ['collaborationArea'], theme: ['themeVision'] },
	cause: {
		theme: ['causeTheme'],
		fact: ['causeTheme'],
		cause: ['why', 'writtenFrom'],
		measure: ['causeMeasure']
	},
	measure: { measure: ['uses'], outcome: ['measureOutcome'] },
	outcome: {
		outcome: ['outcomeOutcome'],
		indicator: ['outcomeIndicator'],
		source: ['outcomeSource'],
		vision: ['outcomeVision']
	},
	indicator: { source: ['indicatorSource'] }
};

/** The kinds a link between these two types may have, never empty: an unlisted pair is allowed and called unusual. */
export function linkKindsBetween(from: CardType, to: CardType): readonly [LinkKind, ...LinkKind[]] {
	if (from === 'note' || to === 'note') return ['note'];
	const kinds = kindsByPair[from]?.[to];
	const first = kinds?.[0];
	return kinds && first ? [first, ...kinds.slice(1)] : ['unusual'];
}

/** The kind to show for a link: what was stored when the pair allows it, else what the pair means. */
export function linkKindOf(from: CardType, to: CardType, stored: LinkKind | null): LinkKind {
	const kinds = linkKindsBetween(from, to);
	return stored !== null && kinds.includes(stored) ? stored : kinds[0];
}

/** The type a person most likely wants next to a card of this type (Tab, drag to empty space). */
export const nextCardType = {
	theme: 'cause',
	vision: 'fact',
	fact: 'cause',
	cause: 'measure',
	measure: 'outcome',
	outcome: 'source',
	indicator: 'source',
	source: 'note',
	note: 'note'
} satisfies Record<CardType, CardType>;
