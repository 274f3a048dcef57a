import type { Card, CardId } from '@renkei/shared/method/card.ts';
import type { Link } from '@renkei/shared/method/link.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { say } from '../../i18n/message.ts';
import { outlineText } from '../../i18n/messages/outline.ts';
import { groupsOf, numberRuns } from '../card-panel/number-runs.ts';

/** What a card is called in a sentence: its type, the root cause by its own name. */
export function kindOfCard(card: Card, { cardTypes, zones }: Method): string {
	return say(
		card.type === 'cause' && card.isRoot ? zones.rootCause.label : cardTypes[card.type].label
	);
}

/** Where a card leads, in words: 「→ 現状3、期待したこと17〜24 ・ 解決すべき原因11 のもと」. */
export function linkSentence(
	card: Card,
	links: Iterable<Link>,
	cards: ReadonlyMap<CardId, Card>,
	numbers: ReadonlyMap<CardId, number>,
	method: Method
): string {
	const leadsTo: Card[] = [];
	const originOf: Card[] = [];
	for (const { from, to, kind } of links) {
		const other = from === card.id ? cards.get(to) : undefined;
		if (other) (kind === 'writtenFrom' ? originOf : leadsTo).push(other);
	}
	const separator = outlineText.separator();
	const parts = [
		leadsTo.length > 0 ? outlineText.leadsTo(namesOf(leadsTo, numbers, method)) : '',
		originOf.length > 0 ? outlineText.originOf(namesOf(originOf, numbers, method)) : '',
		card.type === 'cause' && card.isRoot && card.rootReason !== ''
			? outlineText.reason(card.rootReason)
			: '',
		card.type === 'measure' && card.subActions.length > 0
			? outlineText.parts(card.subActions.map(({ text }) => text).join(separator))
			: ''
	];
	return parts.filter(Boolean).join('　・　');
}

/** Cards by kind and number, neighbours as one run. */
function namesOf(
	cards: readonly Card[],
	numbers: ReadonlyMap<CardId, number>,
	method: Method
): string {
	const numberOf = ({ id }: Card): number => numbers.get(id) ?? 0;
	const byNumber = [...cards].sort((a, b) => numberOf(a) - numberOf(b));
	return groupsOf(byNumber, (card) => kindOfCard(card, method))
		.map(([kind, group]) => outlineText.named(kind, numberRuns(group.map(numberOf))))
		.join(outlineText.separator());
}
