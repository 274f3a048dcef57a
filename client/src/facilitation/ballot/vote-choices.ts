import type { PutUp } from '@renkei/shared/facilitation/ballot.ts';
import { ballotLimits } from '@renkei/shared/facilitation/ballot-rules.ts';
import { partOf } from '@renkei/shared/facilitation/part-kinds.ts';
import type { Phase } from '@renkei/shared/facilitation/phase.ts';
import type { Card } from '@renkei/shared/method/card.ts';
import { cardTypeIds, zoneIds } from '@renkei/shared/method/ids.ts';
import type { StepId } from '@renkei/shared/method/ids.ts';
import { cardTypes } from '@renkei/shared/method/card-types/index.ts';
import { say } from '../../i18n/message.ts';
import { ballotText } from '../../i18n/messages/ballot.ts';
import type { OpenBoard } from '../../state/open-board.ts';

/** One way to say which cards are voted on. */
export interface VoteChoice {
	readonly value: string;
	readonly label: string;
	readonly putUp: PutUp;
}

/**
 * What can be voted on now: the cards that are selected, then every type and every column that holds something else
 * than one type, as far as there are cards.
 */
export function voteChoices(open: OpenBoard): readonly VoteChoice[] {
	const { board, method, selection } = open;
	const isWritten = (card: Card): boolean => card.text.trim() !== '';
	const selected = [...selection.cards].filter((id) => board.cards.has(id));
	const written = [...board.cards.values()].filter(isWritten);
	const fits = ({ length }: readonly unknown[]): boolean =>
		length > 0 && length <= ballotLimits.candidates;
	return [
		...(fits(selected) && selected.length > 1
			? [
					{
						value: 'selected',
						label: ballotText.selected(selected.length),
						putUp: { by: 'cards', cards: selected } as const
					}
				]
			: []),
		...cardTypeIds.flatMap((type): VoteChoice[] => {
			const cards = written.filter((card) => card.type === type);
			const label = ballotText.ofType(say(method.cardTypes[type].label), cards.length);
			return fits(cards) ? [{ value: `type-${type}`, label, putUp: { by: 'type', type } }] : [];
		}),
		...zoneIds.flatMap((zone): VoteChoice[] => {
			const cards = board.lanes[zone]
				.map(({ card }) => card)
				.filter((card) => isWritten(card) && card.type !== 'note');
			const isOneType = written.filter(({ type }) => type === cards[0]?.type).length;
			const isType =
				cards.length === isOneType && cards.every(({ type }) => cardTypes[type].zone === zone);
			const label = ballotText.ofZone(say(method.zones[zone].label), cards.length);
			return fits(cards) && !isType
				? [{ value: `zone-${zone}`, label, putUp: { by: 'zone', zone } }]
				: [];
		})
	];
}

/** A part in which everybody votes and nobody moves a card; `title` is what all are told. */
export function votePart(step: StepId, title: string): Phase {
	return partOf('vote', step, { id: `now-vote-${step}`, title, minutes: null });
}
