import type { Board } from '../board.ts';
import type { Card, CardId } from '../card.ts';
import type { CardType } from '../ids.ts';
import { zoneIds } from '../ids.ts';
import { numberCards, readLanes } from '../lanes.ts';
import { linkKinds } from '../link-types.ts';
import type { Method } from '../packs/method.ts';
import { defaultMethod } from '../packs/method.ts';
import { professions } from '../professions.ts';
import { fieldColumns, writeField } from './card-list-fields.ts';
import type { PartWords } from './card-list-parts.ts';
import { partColumns, partNames, writeParts } from './card-list-parts.ts';
import { cleanBoard } from './clean-board.ts';
import { remarkCells } from './remark-cells.ts';

/** What of the cards goes into the list. */
export interface CardListOptions {
	/** Whether the profession that wrote each card is named; no unless said. */
	readonly includeProfessions?: boolean;
	/** Whether counted votes are named; no unless said. */
	readonly includeVotes?: boolean;
	/** Whether comments are listed and stamps counted; no unless said. */
	readonly includeRemarks?: boolean;
	/** Whether notes are listed; yes unless said. */
	readonly includeNotes?: boolean;
	/** Whose words the list speaks; the manual's own unless given. */
	readonly method?: Method;
}

/** A column: `key` is what it stands for whatever it is called, `type` the only card type that has it. */
export interface CardListColumn {
	readonly key: string;
	readonly heading: string;
	readonly type: CardType | null;
}

/** カード一覧 as words: a card per row in the order of the board's numbers, a cell per column. */
export interface CardListTable {
	readonly columns: readonly CardListColumn[];
	readonly rows: readonly (readonly string[])[];
}

/** The columns of カード一覧 in a method's words; no two are called the same. */
export function cardListColumns({
	includeProfessions = false,
	includeVotes = false,
	includeRemarks = false,
	method = defaultMethod
}: CardListOptions = {}): readonly CardListColumn[] {
	const columns: CardListColumn[] = [
		{ key: 'number', heading: 'No.', type: null },
		{ key: 'type', heading: '種類', type: null },
		{ key: 'text', heading: '内容', type: null }
	];
	const taken = new Set(columns.map(({ heading }) => heading));
	const add = (key: string, heading: string, type: CardType | null = null): void => {
		const owner = type === null ? '' : `${method.cardTypes[type].label.ja}の`;
		let name = taken.has(heading) ? owner + heading : heading;
		while (taken.has(name)) name += '_';
		taken.add(name);
		columns.push({ key, heading: name, type });
	};
	for (const [column, { type, key, field }] of fieldColumns)
		add(column, (method.cardTypes[type].fields[key]?.label ?? field.label).ja, type);
	for (const name of partNames) add(name, partColumns[name].heading, partColumns[name].type);
	if (includeVotes) add('votes', '票');
	if (includeProfessions) add('profession', '職種');
	if (includeRemarks) {
		add('comments', 'コメント');
		add('stamps', 'スタンプ');
	}
	add('cluster', '島');
	add('links', 'つながり');
	add('id', 'ID');
	return columns;
}

/** Every card of the board with all that is written on it. */
export function cardListTable(raw: Board, options: CardListOptions = {}): CardListTable {
	const board = cleanBoard(raw);
	const { method = defaultMethod, includeNotes = true } = options;
	const columns = cardListColumns(options);
	const lanes = readLanes(board);
	const numbers = numberCards(lanes);
	const links = linkWords(board, numbers, includeNotes);
	const remarks = options.includeRemarks ? remarkCells(board, options) : null;
	const rows = zoneIds
		.flatMap((zone) => lanes[zone])
		.filter(({ card }) => includeNotes || card.type !== 'note')
		.map(({ card, cluster }) => {
			const island = cluster === null ? undefined : board.records.get(cluster);
			const cells: Record<string, string> = {
				...cellsOfCard(card),
				number: String(numbers.get(card.id) ?? ''),
				type: method.cardTypes[card.type].label.ja,
				votes: card.votes === null ? '' : String(card.votes),
				profession: card.profession === null ? '' : professions[card.profession].label.ja,
				cluster: island?.kind === 'cluster' ? island.title : '',
				links: (links.get(card.id) ?? []).join('\n'),
				id: card.id,
				...remarks?.(card.id)
			};
			return columns.map(({ key }) => cells[key] ?? '');
		});
	return { columns, rows };
}

/** What a card says of itself, by column; of a card that is not there yet what is known of it. */
export function cellsOfCard(card: Pick<Card, 'type' | 'text'>): Readonly<Record<string, string>> {
	const values: Readonly<Record<string, unknown>> = { ...card };
	const cells: Record<string, string> = { text: card.text };
	for (const [column, { type, key }] of fieldColumns)
		if (type === card.type) cells[column] = writeField(column, values[key]);
	for (const name of partNames) {
		const members = values[name];
		if (partColumns[name].type === card.type && Array.isArray(members))
			cells[name] = writeParts(name, inOrder(members as readonly PartWords[]));
	}
	return cells;
}

/** Lists with an order by it, years by their name. */
function inOrder(members: readonly PartWords[]): readonly PartWords[] {
	const place = ({ order, id }: PartWords): string =>
		[order, id].map((word) => (typeof word === 'string' ? word : '')).join('\n');
	return [...members].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

function linkWords(
	board: Board,
	numbers: ReadonlyMap<CardId, number>,
	includeNotes: boolean
): ReadonlyMap<CardId, readonly string[]> {
	const isListed = (id: CardId): boolean => includeNotes || board.cards.get(id)?.type !== 'note';
	const links = [...board.links.values()]
		.filter(({ from, to }) => isListed(from) && isListed(to))
		.sort(
			(a, b) => (numbers.get(a.to) ?? 0) - (numbers.get(b.to) ?? 0) || (a.kind < b.kind ? -1 : 1)
		);
	const words = new Map<CardId, string[]>();
	for (const { from, to, kind } of links) {
		const list = words.get(from) ?? [];
		words.set(from, list);
		list.push(`→ #${numbers.get(to) ?? ''}（${linkKinds[kind].phrase.ja}）`);
	}
	return words;
}
