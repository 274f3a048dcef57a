import type { Card, CardId } from '@renkei/shared/method/card.ts';
import type { Link, LinkId } from '@renkei/shared/method/link.ts';
import { linkKinds, linkKindsBetween } from '@renkei/shared/method/link-types.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';

/** One link as the list of a card shows it: which way it runs, what it means, and the card at its other end. */
export interface LinkRow {
	readonly id: LinkId;
	readonly isOutgoing: boolean;
	readonly phrase: Localised;
	readonly other: Card;
}

/** The links of a card, those that lead to it first, each side in the order they were made. */
export function linkRows(
	card: CardId,
	links: Iterable<Link>,
	cards: ReadonlyMap<CardId, Card>
): readonly LinkRow[] {
	const rows: (LinkRow & { readonly at: number })[] = [];
	for (const { id, from, to, kind, createdAt } of links) {
		if (from !== card && to !== card) continue;
		const other = cards.get(from === card ? to : from);
		if (!other) continue;
		const { phrase } = linkKinds[kind];
		rows.push({ id, isOutgoing: from === card, phrase, other, at: createdAt });
	}
	return rows.sort((a, b) => Number(a.isOutgoing) - Number(b.isOutgoing) || a.at - b.at);
}

/** Which end a new link between two cards starts from: the way the method reads, else from the first card. */
export function runsBackwards(first: CardType, second: CardType): boolean {
	const isKnown = (from: CardType, to: CardType): boolean =>
		linkKindsBetween(from, to)[0] !== 'unusual';
	return !isKnown(first, second) && isKnown(second, first);
}
