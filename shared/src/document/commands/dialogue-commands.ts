import * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { compareByOrder, maxCardTextLength } from '../../method/card.ts';
import { cleanText, wellFormed } from '../../method/clean-text.ts';
import type { AnswerCards, AnswerEnd, DialogueTurn } from '../../method/dialogue.ts';
import type { RecordFields, RecordId } from '../../method/records/index.ts';
import { recordKinds, recordsOf } from '../../method/records/index.ts';
import type { Roots } from '../layout.ts';
import { entryOf, rootsOf, textKey } from '../layout.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { readBoard, readCard, readRecord } from '../read-board.ts';
import { orderBetween, writeCard } from '../write-card.ts';
import { writeLink } from '../write-link.ts';
import { writeRecord } from '../write-record.ts';

const ignore = (): void => {};

/** What people write of a turn; where it stands and which cards came of it follow. */
export type TurnWords = Pick<
	RecordFields<'dialogueTurn'>,
	'step' | 'question' | 'asker' | 'answerer' | 'answer'
>;

/** A turn with what becomes of its answer; `chosen` are cards that were there before and that the answer points at. */
export interface NewTurn extends AnswerCards {
	readonly words: TurnWords;
	readonly chosen: readonly CardId[];
}

/** What came of a new turn. */
export interface WrittenTurn {
	readonly id: RecordId;
	readonly cards: readonly CardId[];
}

/** Writes a turn behind all others, with the cards and links of its answer, as one step; null when its words are not allowed. A theme that it points at becomes the chosen one. */
export function addDialogueTurn(
	doc: Y.Doc,
	{ words, cards, links, chosen }: NewTurn,
	author: Author
): WrittenTurn | null {
	const cleaned = cleanWords(words);
	if (!cleaned) return null;
	const turns = turnsOf(doc);
	const order = orderBetween(turns.at(-1)?.order ?? null, null);
	return transactGesture(doc, 'addTurn', () => {
		const roots = rootsOf(doc);
		const made = cards.map((card) => writeCard(roots, card, author));
		const idOf = (end: AnswerEnd): CardId | undefined =>
			typeof end === 'number' ? made[end] : end;
		for (const link of links) {
			const [from, to] = [idOf(link.from), idOf(link.to)];
			if (from && to) writeLink(roots, { from, to, kind: null }, author);
		}
		const theme = chosen.find((id) => entryOf(roots.cards, id)?.get('type') === 'theme');
		if (theme) setChosenTheme(roots, theme);
		const fields = { ...cleaned, order, cards: [...chosen, ...made] };
		return { id: writeRecord(roots, { kind: 'dialogueTurn', fields }, author), cards: made };
	});
}

/** Writes a turn anew as one step; false when it is gone or the words are not allowed. */
export function editDialogueTurn(doc: Y.Doc, id: RecordId, words: TurnWords): boolean {
	const entry = entryOf(rootsOf(doc).records, id);
	const cleaned = cleanWords(words);
	if (!entry || !cleaned || readRecord(id, entry, ignore)?.kind !== 'dialogueTurn') return false;
	transactGesture(doc, 'editRecord', () => {
		for (const [key, value] of Object.entries(cleaned))
			if (entry.get(key) !== value) entry.set(key, value);
	});
	return true;
}

/** Moves a turn one place up (-1) or down (1); false at the end of the row. */
export function moveDialogueTurn(doc: Y.Doc, id: RecordId, by: -1 | 1): boolean {
	const turns = turnsOf(doc);
	const at = turns.findIndex((turn) => turn.id === id);
	const passed = turns[at + by];
	const entry = entryOf(rootsOf(doc).records, id);
	if (at < 0 || !passed || !entry) return false;
	const beyond = turns[at + 2 * by]?.order ?? null;
	const order = by < 0 ? orderBetween(beyond, passed.order) : orderBetween(passed.order, beyond);
	transactGesture(doc, 'editRecord', () => entry.set('order', order));
	return true;
}

/** Makes one theme the chosen one; another that was chosen is a candidate again, one set aside stays so. */
export function chooseTheme(doc: Y.Doc, id: CardId): boolean {
	const roots = rootsOf(doc);
	if (entryOf(roots.cards, id)?.get('type') !== 'theme') return false;
	transactGesture(doc, 'editField', () => setChosenTheme(roots, id));
	return true;
}

function setChosenTheme({ cards }: Roots, id: CardId): void {
	for (const key of cards.keys()) {
		const entry = entryOf(cards, key);
		if (entry?.get('type') !== 'theme') continue;
		const status = entry.get('status');
		if (key === id && status !== 'chosen') entry.set('status', 'chosen');
		if (key !== id && status === 'chosen') entry.set('status', 'candidate');
	}
}

/** Words a theme anew and keeps what it said before on top of its earlier wordings; false when nothing changes. */
export function rewordTheme(doc: Y.Doc, id: CardId, wording: string): boolean {
	const entry = entryOf(rootsOf(doc).cards, id);
	const card = readCard(id, entry, ignore);
	const text = entry?.get(textKey);
	if (!entry || card?.type !== 'theme' || !(text instanceof Y.Text)) return false;
	const next = wellFormed(cleanText(wording).trim().slice(0, maxCardTextLength));
	const before = card.text.trim();
	if (next === '' || next === before) return false;
	transactGesture(doc, 'rewordTheme', () => {
		text.delete(0, text.length);
		text.insert(0, next);
		if (before !== '') {
			const earlier = [before, ...(card.earlierWording === '' ? [] : [card.earlierWording])];
			entry.set('earlierWording', withinLimit(earlier.join('\n')));
		}
	});
	return true;
}

/** The oldest wordings go first where there is no more room. */
function withinLimit(wordings: string): string {
	if (wordings.length <= maxEarlierWording) return wordings;
	const cut = wordings.slice(0, maxEarlierWording);
	return wellFormed(cut.slice(0, Math.max(cut.lastIndexOf('\n'), 0)) || cut);
}

const maxEarlierWording = 2000;

function turnsOf(doc: Y.Doc): readonly DialogueTurn[] {
	return [...recordsOf(readBoard(doc), 'dialogueTurn')].sort(compareByOrder);
}

function cleanWords(words: TurnWords): TurnWords | null {
	const cleaned = Object.entries(words).map(([key, value]) => [key, cleanText(value).trim()]);
	const { fields } = recordKinds.dialogueTurn;
	const isAllowed = cleaned.every(
		([key, value]) => fields[key as keyof TurnWords].schema.safeParse(value).success
	);
	return isAllowed ? (Object.fromEntries(cleaned) as TurnWords) : null;
}
