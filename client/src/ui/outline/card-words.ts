import { cardTypes } from '@renkei/shared/method/card-types/index.ts';
import type { Card, CardId } from '@renkei/shared/method/card.ts';
import type { Link } from '@renkei/shared/method/link.ts';
import { zones } from '@renkei/shared/method/zones.ts';
import { say } from '../../i18n/message.ts';
import { outlineText } from '../../i18n/messages/outline.ts';

/** What a card is called in a sentence: its type, the root cause by its own name. */
export function kindOfCard(card: Card): string {
	return say(
		card.type === 'cause' && card.isRoot ? zones.rootCause.label : cardTypes[card.type].label
	);
}

/** Where a card leads, in words: 「→ 現状3、原因9 ・ 解決すべき原因11 のもと」. */
export function linkSentence(
	card: Card,
	links: Iterable<Link>,
	cards: ReadonlyMap<CardId, Card>,
	numbers: ReadonlyMap<CardId, number>
): string {
	const leadsTo: string[] = [];
	const originOf: string[] = [];
	for (const { from, to, kind } of links) {
		const other = from === card.id ? cards.get(to) : undefined;
		if (!other) continue;
		const name = outlineText.named(kindOfCard(other), numbers.get(other.id) ?? 0);
		(kind === 'writtenFrom' ? originOf : leadsTo).push(name);
	}
	const separator = outlineText.separator();
	const parts = [
		leadsTo.length > 0 ? outlineText.leadsTo(leadsTo.join(separator)) : '',
		originOf.length > 0 ? outlineText.originOf(originOf.join(separator)) : '',
		card.type === 'cause' && card.isRoot && card.rootReason !== ''
			? outlineText.reason(card.rootReason)
			: '',
		card.type === 'measure' && card.subActions.length > 0
			? outlineText.parts(card.subActions.map(({ text }) => text).join(separator))
			: ''
	];
	return parts.filter(Boolean).join('　・　');
}
