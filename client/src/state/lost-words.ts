import { newId } from '@renkei/shared/document/new-id.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { cardTypes } from '@renkei/shared/method/card-types/index.ts';
import type { Field, Part } from '@renkei/shared/method/card-types/define-card-type.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { Card, CardId } from '@renkei/shared/method/card.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';
import type { BoardRecord } from '@renkei/shared/method/records/index.ts';
import { recordKinds } from '@renkei/shared/method/records/index.ts';
import * as Y from 'yjs';
import type { Draft } from './drafts.svelte.ts';

/**
 * The words that went with a document the server did not take. It refuses what came in one piece as a whole, also
 * where most of it would have been allowed, for the rest may build on the part that was not; so nothing of it is
 * sent again by itself. Every word of it is offered to be put back instead, and what may be done now is done then.
 */
export function lostWords(
	lost: Y.Doc,
	present: Y.Doc,
	now: number,
	say: (label: Localised) => string
): readonly Draft[] {
	// Both together: what others wrote meanwhile stays in the texts.
	const both = new Y.Doc();
	Y.applyUpdate(both, Y.encodeStateAsUpdate(present));
	Y.applyUpdate(both, Y.encodeStateAsUpdate(lost, Y.encodeStateVector(present)));
	const [wanted, there] = [readBoard(both), readBoard(present)];
	both.destroy();
	const found: Draft[] = [];
	const keep = (card: CardId, type: Draft['type'], text: string, base = ''): void => {
		if (text.trim() !== '') found.push({ card, type, text, base, savedAt: now });
	};
	const keepLines = (title: string, lines: readonly string[]): void => {
		if (lines.length > 0)
			keep(newId() as CardId, 'note', (title === '' ? lines : [title, ...lines]).join('\n'));
	};
	const linesOfCard = (card: Card) => linesIn(card, say);
	const linesOfRecord = (record: BoardRecord) =>
		linesOfFields(recordKinds[record.kind].fields, record, say);
	// Also in a card that others withdrew under somebody's hand, but not in one that its writer threw away.
	const underHand = [...wanted.trash.values()].filter(({ id }) => there.trash.has(id));
	for (const card of [...wanted.cards.values(), ...underHand]) {
		const before = cardIn(there, card.id);
		if (before?.text !== card.text) keep(card.id, card.type, card.text, before?.text);
		keepLines(card.text, newLines(linesOfCard(card), before ? linesOfCard(before) : []));
	}
	for (const record of wanted.records.values()) {
		const before = there.records.get(record.id);
		keepLines('', newLines(linesOfRecord(record), before ? linesOfRecord(before) : []));
	}
	return found;
}

function cardIn({ cards, trash }: Board, id: CardId): Card | undefined {
	return cards.get(id) ?? trash.get(id);
}

function newLines(lines: readonly string[], before: readonly string[]): readonly string[] {
	return lines.filter((line) => !before.includes(line));
}

/** What a person wrote in the fields and lists of a card, one line each. */
function linesIn(card: Card, say: (label: Localised) => string): readonly string[] {
	const { fields, parts } = cardTypes[card.type];
	const lists = Object.keys(parts as Readonly<Record<string, Part<object>>>).flatMap((name) => {
		const members: unknown = Reflect.get(card, name);
		return Array.isArray(members) ? members.flatMap(wordsOfMember) : [];
	});
	return [...linesOfFields(fields, card, say), ...lists];
}

function wordsOfMember(member: unknown): readonly string[] {
	const words = Object.entries(member as object).flatMap(([key, value]) =>
		typeof value === 'string' && !codedKeys.has(key) && value !== '' ? [value] : []
	);
	return words.length > 0 ? [words.join(' ')] : [];
}

/** What in a member of a list is no word of a person. */
const codedKeys: ReadonlySet<string> = new Set(['id', 'order', 'part']);

function linesOfFields(
	fields: Readonly<Record<string, Field<unknown>>>,
	values: object,
	say: (label: Localised) => string
): readonly string[] {
	return Object.entries(fields).flatMap(([key, { schema, label }]) => {
		const value: unknown = Reflect.get(values, key);
		// Where any word may stand, a person wrote; a choice among a few is no writing.
		const isFree = schema.safeParse('語').success || schema.safeParse(['語']).success;
		if (!isFree || codedKeys.has(key)) return [];
		const words = Array.isArray(value) ? value.join('、') : value;
		return typeof words === 'string' && words !== '' ? [`${say(label)}：${words}`] : [];
	});
}
