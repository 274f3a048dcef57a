import type { CardType } from '../method/ids.ts';
import type { LinkKind } from '../method/link-types.ts';
import { linkKindsBetween } from '../method/link-types.ts';
import type { ImportedLink } from './imported-table.ts';

interface Placed {
	readonly at: number;
	readonly type: CardType;
}

/** What a card of a row is linked to: the nearest of the first of these types that the row has. */
const followers: readonly (readonly [from: CardType, to: readonly CardType[]])[] = [
	['fact', ['theme']],
	['cause', ['theme']],
	['cause', ['measure']],
	['measure', ['outcome']],
	['outcome', ['indicator', 'source']],
	['indicator', ['source']]
];

/** The links along one row, column by column; a column may hold several cards. */
export function linkChain(columns: readonly (readonly Placed[])[]): readonly ImportedLink[] {
	const links: ImportedLink[] = [];
	const link = (from: Placed, to: Placed, kind: LinkKind | null = null): void => {
		if (from.at !== to.at) links.push({ from: from.at, to: to.at, kind });
	};
	const last = (type: CardType): readonly Placed[] =>
		[...columns].reverse().find((cards) => cards[0]?.type === type) ?? [];
	for (const [from, targets] of followers) {
		const to = targets.map(last).find((cards) => cards.length > 0) ?? [];
		for (const start of last(from)) for (const end of to) link(start, end);
	}
	const causes = columns.filter((cards) => cards[0]?.type === 'cause');
	for (const [index, answers] of causes.slice(1).entries())
		// 原因 beside 解決すべき原因: what the second was written from.
		for (const origin of causes[index] ?? [])
			for (const root of answers) link(origin, root, 'writtenFrom');
	for (const [index, cards] of columns.entries())
		for (const note of cards)
			if (note.type === 'note')
				for (const host of columns[index - 1] ?? []) if (host.type !== 'note') link(note, host);
	return links;
}

/** A link in the direction in which its two types mean something, where only one does. */
export function orientLink<End>(
	from: { readonly end: End; readonly type: CardType },
	to: { readonly end: End; readonly type: CardType }
): readonly [from: End, to: End] {
	const isUsual = linkKindsBetween(from.type, to.type)[0] !== 'unusual';
	const isUsualBack = linkKindsBetween(to.type, from.type)[0] !== 'unusual';
	return !isUsual && isUsualBack ? [to.end, from.end] : [from.end, to.end];
}
