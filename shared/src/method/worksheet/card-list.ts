import type { Board } from '../board.ts';
import type { Card, CardId } from '../card.ts';
import { zoneIds } from '../ids.ts';
import { numberCards, readLanes } from '../lanes.ts';
import { linkKinds } from '../link-types.ts';
import type { Method } from '../packs/method.ts';
import { defaultMethod } from '../packs/method.ts';
import { professions } from '../professions.ts';
import type { WorksheetOptions } from './build-worksheet.ts';
import { circledNumber } from './circled-numbers.ts';
import { cleanBoard } from './clean-board.ts';
import {
	directions,
	factKinds,
	indicatorKinds,
	noteKinds,
	sourceMethods,
	themeStatuses,
	visionLevels
} from './words.ts';

/** The columns of カード一覧; the last one finds the card again when the file comes back. */
export const cardListColumns = ['No.', '種類', '内容', '項目', 'つながり', '職種', 'ID'] as const;

/** One card per row, a cell per column, in the order of the board's numbers. */
export interface CardListRow {
	readonly number: number;
	readonly type: string;
	readonly text: string;
	readonly fields: string;
	readonly links: string;
	readonly profession: string;
	readonly id: CardId;
}

/** Every card of the board with all that is written on it. */
export function buildCardList(
	raw: Board,
	{ includeProfessions = false, method = defaultMethod }: WorksheetOptions = {}
): readonly CardListRow[] {
	const board = cleanBoard(raw);
	const lanes = readLanes(board);
	const numbers = numberCards(lanes);
	const links = new Map<CardId, string[]>();
	const byNumber = [...board.links.values()].sort(
		(a, b) => (numbers.get(a.to) ?? 0) - (numbers.get(b.to) ?? 0)
	);
	for (const { from, to, kind } of byNumber) {
		const list = links.get(from) ?? [];
		links.set(from, list);
		list.push(`→ ${numbers.get(to) ?? ''}（${linkKinds[kind].phrase.ja}）`);
	}
	return zoneIds.flatMap((zone) =>
		lanes[zone].map(({ card }) => ({
			number: numbers.get(card.id) ?? 0,
			type: method.cardTypes[card.type].label.ja,
			text: card.text,
			fields: fieldsOf(card, method).join('\n'),
			links: (links.get(card.id) ?? []).join('\n'),
			profession:
				includeProfessions && card.profession !== null ? professions[card.profession].label.ja : '',
			id: card.id
		}))
	);
}

function fieldsOf(card: Card, { cardTypes }: Method): readonly string[] {
	const values: Record<string, unknown> = { ...card };
	const said = Object.entries(cardTypes[card.type].fields).flatMap(([key, { label }]) => {
		const word = wordOf(card, key, values[key]);
		return word === '' ? [] : [`${label.ja}：${word}`];
	});
	if (card.type !== 'measure') return said;
	const parts = card.subActions.map(({ text, audience, owner, timing }, at) => {
		const extras = [audience, owner, timing].filter(Boolean).join('／');
		return circledNumber(at + 1) + text + (extras === '' ? '' : `（${extras}）`);
	});
	return [...parts, ...said];
}

function wordOf(card: Card, key: string, value: unknown): string {
	if (value === true) return '○';
	if (Array.isArray(value)) return value.join('・');
	if (typeof value !== 'string') return '';
	switch (card.type) {
		case 'theme':
			return key === 'status' ? themeStatuses[card.status] : value;
		case 'vision':
			return visionLevels[card.level];
		case 'fact':
			return key === 'kind' ? factKinds[card.kind] : value;
		case 'outcome':
			return key === 'direction' ? directions[card.direction] : value;
		case 'indicator':
			return key === 'kind' ? indicatorKinds[card.kind] : value;
		case 'source':
			return key === 'method' ? sourceMethods[card.method] : value;
		case 'note':
			return noteKinds[card.kind];
		case 'cause':
		case 'measure':
			return value;
	}
}
