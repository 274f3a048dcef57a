import * as Y from 'yjs';
import type { CardId } from '../method/card.ts';
import { cardTypeIds } from '../method/ids.ts';
import type { LinkId } from '../method/link.ts';
import type { RecordId } from '../method/records/index.ts';
import {
	addCard,
	addLinkedCard,
	arrangeCards,
	changeCardType,
	chooseRootCause,
	duplicateCards,
	editCardText,
	insertCards,
	moveCards,
	reorderCard,
	restoreCards,
	setCardField,
	withdrawCards
} from './commands/card-commands.ts';
import { setBoardMeta, setProfessionPresent } from './commands/board-commands.ts';
import { applyBoardChanges } from './commands/import-commands.ts';
import { addLink, removeLinks, setLinkNote } from './commands/link-commands.ts';
import { removeCardPart, setCardPart } from './commands/part-commands.ts';
import { addRecord, removeRecords, setRecordField } from './commands/record-commands.ts';
import { rootsOf } from './layout.ts';
import type { Author } from './origins.ts';
import type { SeededRandom } from './seeded-random.ts';
import { orderBetween } from './write-card.ts';

/** One person of a test: a document of their own and the updates of others that are still under way to it. */
export interface Seat {
	readonly doc: Y.Doc;
	readonly author: Author;
	readonly underWay: Uint8Array[];
	isConnected: boolean;
}

/** Several people at one board, whose updates arrive late, in any order, or only after a new connection. */
export class TableOfDocuments {
	readonly seats: readonly Seat[];

	constructor(count: number) {
		this.seats = Array.from({ length: count }, (_, index) => ({
			doc: documentOf(index + 1),
			author: { participant: `person-${index}`, profession: 'visitingNurse', now: 1000 + index },
			underWay: [],
			isConnected: true
		}));
		for (const seat of this.seats)
			seat.doc.on('update', (update: Uint8Array, origin: unknown) => {
				if (origin === this) return;
				for (const other of this.seats)
					if (other !== seat && seat.isConnected && other.isConnected) other.underWay.push(update);
			});
	}

	/** Lets one update that is under way to this seat arrive, whichever it is. */
	deliverOne(seat: Seat, random: SeededRandom): void {
		if (seat.underWay.length === 0) return;
		const [update] = seat.underWay.splice(random.below(seat.underWay.length), 1);
		if (update) Y.applyUpdate(seat.doc, update, this);
	}

	/** Breaks a line: what was under way to the seat is lost. */
	disconnect(seat: Seat): void {
		seat.isConnected = false;
		seat.underWay.length = 0;
	}

	/** Brings a seat back, as sync steps do: each side sends what the other lacks. */
	reconnect(seat: Seat): void {
		seat.isConnected = true;
		for (const other of this.seats) if (other !== seat && other.isConnected) exchange(seat, other);
	}

	/** Brings everybody to the same state. */
	settle(): void {
		for (const seat of this.seats) seat.isConnected = true;
		for (let round = 0; round < 2; round++)
			for (const seat of this.seats)
				for (const other of this.seats) if (other !== seat) exchange(seat, other);
		for (const seat of this.seats) seat.underWay.length = 0;
	}
}

/** Yjs settles equal claims by client id, so it must be the same in every run of a seed. */
function documentOf(clientId: number): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = clientId;
	return doc;
}

function exchange(a: Seat, b: Seat): void {
	const forB = Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc));
	const forA = Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc));
	Y.applyUpdate(b.doc, forB, 'exchange');
	Y.applyUpdate(a.doc, forA, 'exchange');
}

const words = ['家族の不安', '看取り', '𠮷野家', '説明不足', 'ACP', '👨‍👩‍👧', 'が', '\n', ''];

/** Does one random thing that a person can do, through the commands. */
export function doSomething({ doc, author }: Seat, random: SeededRandom): void {
	const ids = [...rootsOf(doc).cards.keys()] as CardId[];
	const links = [...rootsOf(doc).links.keys()] as LinkId[];
	const records = ['none', ...rootsOf(doc).records.keys()] as RecordId[];
	const card = ids.length > 0 ? random.pick(ids) : null;
	const other = ids.length > 0 ? random.pick(ids) : null;
	const type = random.pick(cardTypeIds);
	if (card === null || other === null || random.chance(0.15)) {
		addCard(doc, { type, text: random.pick(words) }, author);
		return;
	}
	const actions: readonly (() => unknown)[] = [
		() =>
			editCardText(doc, card, {
				index: random.below(8),
				remove: random.below(3),
				insert: random.pick(words)
			}),
		() =>
			editCardText(doc, card, { index: random.below(20), remove: 0, insert: random.pick(words) }),
		() => moveCards(doc, new Map([[card, [random.below(900), random.below(900)]]])),
		() => arrangeCards(doc, [card, other]),
		() => withdrawCards(doc, [card], author),
		() => restoreCards(doc, [card, other]),
		() => changeCardType(doc, card, type),
		() => chooseRootCause(doc, card),
		() => setCardField(doc, card, 'level', random.pick(['area', 'collaboration', ''])),
		() => setCardField(doc, card, 'owner', random.pick(words)),
		() => setCardField(doc, card, 'direction', random.pick(['up', 'down'])),
		() => setCardPart(doc, card, 'subActions', null, { text: random.pick(words), order: 'a1' }),
		() => setCardPart(doc, card, 'values', '2025', { value: random.pick(words) }),
		() => removeCardPart(doc, card, 'subActions', 'missing'),
		() => addRecord(doc, { kind: 'pin', place: random.pick(words) }, author),
		() => addRecord(doc, { kind: 'cluster', title: random.pick(words) }, author),
		() => setRecordField(doc, random.pick(records), 'title', random.pick(words)),
		() => removeRecords(doc, [random.pick(records)], author),
		() => reorderCard(doc, card, orderBetween(null, random.pick(['a0', 'a5', 'zz']))),
		() => addLink(doc, { from: card, to: other }, author),
		() => addLinkedCard(doc, { type, text: random.pick(words) }, { from: card }, author),
		() => duplicateCards(doc, [card, other], [10, 10], author),
		() =>
			insertCards(
				doc,
				[
					{ type, text: 'x' },
					{ type, text: 'y' }
				],
				[{ from: 0, to: 1 }],
				author
			),
		() =>
			applyBoardChanges(
				doc,
				[
					{ kind: 'changeCard', card, text: random.pick(words) },
					{ kind: 'changeCard', card: other, text: random.pick(words), votes: random.below(9) },
					{
						kind: 'addCard',
						key: 'new',
						id: null,
						type,
						text: random.pick(words),
						fields: {},
						parts: {},
						votes: null,
						after: { card }
					},
					{ kind: 'addLink', from: { key: 'new' }, to: { card: other }, link: null },
					{ kind: 'setHead', key: 'group', value: random.pick(words) }
				],
				author
			),
		() => setBoardMeta(doc, 'title', random.pick(words)),
		() => setProfessionPresent(doc, 'physician', random.chance(0.5)),
		() => links.length > 0 && removeLinks(doc, [random.pick(links)], author),
		() => links.length > 0 && setLinkNote(doc, random.pick(links), random.pick(words))
	];
	random.pick(actions)();
}
