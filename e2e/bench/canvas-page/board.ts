import type { Board } from '@renkei/shared/method/board.ts';
import { defaultPackId, schemaVersion } from '@renkei/shared/method/board.ts';
import type { Card, CardId } from '@renkei/shared/method/card.ts';
import { cardTypes } from '@renkei/shared/method/card-types/index.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { Link, LinkId } from '@renkei/shared/method/link.ts';
import { linkKindOf } from '@renkei/shared/method/link-types.ts';
import { iCityMitori } from '@renkei/shared/method/templates/i-city-mitori.ts';

const common = {
	position: null,
	createdAt: 1,
	createdBy: 'bench',
	profession: null,
	deletedAt: null,
	deletedBy: null,
	cluster: null,
	copiedFrom: '',
	votes: null,
	mergedInto: null,
	lock: null
} as const;

/** A board of so many cards and links with the texts of the manual's case, shared out as on a real board. */
export function makeBoard(cardCount: number, linkCount: number): Board {
	const examples = iCityMitori.cards.filter(({ type }) => type !== 'note');
	const cards = new Map<CardId, Card>();
	const byType = new Map<CardType, CardId[]>();
	for (let index = 0; index < cardCount; index += 1) {
		const example = examples[index % examples.length];
		if (!example) continue;
		const id = `card${index}` as CardId;
		const fields = Object.fromEntries(
			Object.entries(cardTypes[example.type].fields).map(([key, field]) => [key, field.fallback])
		);
		const card = {
			...fields,
			...common,
			id,
			type: example.type,
			text: `${example.text}${index >= examples.length ? `（${index}）` : ''}`,
			order: `a${String(index).padStart(5, '0')}`,
			...Object.fromEntries(Object.keys(cardTypes[example.type].parts).map((name) => [name, []])),
			...(example.type === 'measure'
				? {
						subActions: (example.subActions ?? []).map((part, at) => ({
							...part,
							id: `sub${at}`,
							order: `a${at}`
						}))
					}
				: {})
		} as unknown as Card;
		cards.set(id, card);
		const list = byType.get(example.type);
		if (list) list.push(id);
		else byType.set(example.type, [id]);
	}
	const pairs: readonly (readonly [CardType, CardType])[] = [
		['cause', 'fact'],
		['cause', 'measure'],
		['measure', 'outcome'],
		['outcome', 'source'],
		['fact', 'theme']
	];
	const links = new Map<LinkId, Link>();
	for (let index = 0; links.size < linkCount && index < linkCount * 4; index += 1) {
		const [fromType, toType] = pairs[index % pairs.length] ?? ['cause', 'fact'];
		const froms = byType.get(fromType) ?? [];
		const tos = byType.get(toType) ?? [];
		const round = Math.floor(index / pairs.length);
		const from = froms[round % froms.length];
		// Neighbours in number are neighbours on the board, as people link what they look at.
		const to = tos[Math.floor(((round % froms.length) / froms.length) * tos.length)];
		if (from === undefined || to === undefined) continue;
		const id = `link${index}` as LinkId;
		links.set(id, {
			id,
			from,
			to,
			kind: linkKindOf(fromType, toType, null),
			note: '',
			set: null,
			createdAt: index,
			createdBy: 'bench'
		});
	}
	return {
		meta: {
			schemaVersion,
			title: '',
			scene: null,
			municipality: '',
			group: '',
			date: '',
			reviewDate: '',
			kind: 'full',
			pack: defaultPackId,
			previousBoard: null,
			carried: [],
			professionsPresent: [],
			doneSteps: []
		},
		cards,
		links,
		trash: new Map(),
		records: new Map(),
		problems: [],
		isFromNewerVersion: false
	};
}
