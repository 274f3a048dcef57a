import type { Card, CardId } from '@renkei/shared/method/card.ts';
import type { Link, LinkId } from '@renkei/shared/method/link.ts';
import { linkKinds, linkKindsBetween } from '@renkei/shared/method/link-types.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';
import { groupsOf } from './number-runs.ts';

/** One link as the list of a card shows it: which way it runs, what it means, and the card at its other end. */
export interface LinkRow {
	readonly id: LinkId;
	readonly isOutgoing: boolean;
	readonly phrase: Localised;
	readonly other: Card;
}

/** Links of a card that say the same of cards of one type, by number. */
export interface LinkGroup {
	readonly key: string;
	readonly rows: readonly LinkRow[];
}

/** The links of a card, those that lead to it first, each side by the numbers of the cards at the other end. */
export function linkGroups(
	card: CardId,
	links: Iterable<Link>,
	cards: ReadonlyMap<CardId, Card>,
	numbers: ReadonlyMap<CardId, number>
): readonly LinkGroup[] {
	const rows: (LinkRow & { readonly key: string })[] = [];
	for (const { id, from, to, kind } of links) {
		if (from !== card && to !== card) continue;
		const isOutgoing = from === card;
		const other = cards.get(isOutgoing ? to : from);
		if (!other) continue;
		const key = `${isOutgoing ? 'out' : 'in'} ${kind} ${other.type}`;
		rows.push({ key, id, isOutgoing, phrase: linkKinds[kind].phrase, other });
	}
	const numberOf = ({ other }: LinkRow): number => numbers.get(other.id) ?? 0;
	rows.sort((a, b) => Number(a.isOutgoing) - Number(b.isOutgoing) || numberOf(a) - numberOf(b));
	return groupsOf(rows, ({ key }) => key).map(([key, group]) => ({ key, rows: group }));
}

/** Which end a new link between two cards starts from: the way the method reads, else from the first card. */
export function runsBackwards(first: CardType, second: CardType): boolean {
	const isKnown = (from: CardType, to: CardType): boolean =>
		linkKindsBetween(from, to)[0] !== 'unusual';
	return !isKnown(first, second) && isKnown(second, first);
}
