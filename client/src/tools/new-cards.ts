import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import { cardTypes } from '@renkei/shared/method/card-types/index.ts';
import type { CardType, ZoneId } from '@renkei/shared/method/ids.ts';
import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import { startNew } from '../state/card-chain.ts';
import type { OpenBoard } from '../state/open-board.ts';

const firstTypes = {
	themeVision: 'theme',
	fact: 'fact',
	cause: 'cause',
	rootCause: 'cause',
	measure: 'measure',
	outcome: 'outcome',
	indicatorSource: 'source'
} as const satisfies Record<ZoneId, CardType>;

/** What a new card in a zone is: the type in hand if it belongs there, else the one the zone begins with. */
export function typeForZone(open: OpenBoard, zone: ZoneId): CardType {
	const wanted = typeWantedIn(open, zone);
	if (open.may({ do: 'create', type: wanted })) return wanted;
	// What runs at the table may be about another type of the same zone.
	const offered = cardTypeIds.find(
		(type) => type !== 'note' && cardTypes[type].zone === zone && open.may({ do: 'create', type })
	);
	return offered ?? wanted;
}

function typeWantedIn(open: OpenBoard, zone: ZoneId): CardType {
	const { cardType } = open.toolbox;
	if (cardType !== 'note' && cardTypes[cardType].zone === zone) return cardType;
	if (zone !== 'themeVision') return firstTypes[zone];
	const types = new Set([...open.board.cards.values()].map(({ type }) => type));
	return types.has('theme') && !types.has('vision') ? 'vision' : 'theme';
}

/** Makes a card and starts writing on it: at `place`, or where `place` is null in the next free slot of its lane. */
export function startCardAt(open: OpenBoard, type: CardType, place: BoardPoint | null): void {
	open.toolbox.rememberCardType(type);
	const position = place && ([place.x, place.y] as const);
	startNew(open, open.commands.addCard({ type, text: '', position }));
}
