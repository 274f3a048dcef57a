import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { defaultPackId } from '../method/board.ts';
import type { CardId } from '../method/card.ts';
import type { RecordId } from '../method/records/index.ts';
import type { Scene } from '../method/scenes.ts';
import { templates } from '../method/templates/index.ts';
import type { TemplateId } from '../method/templates/template-ids.ts';
import type { TemplateCard, TemplateTurn } from '../method/templates/template.ts';
import type { Author } from './origins.ts';
import { newId } from './new-id.ts';
import type { NewBoardHead } from './write-board.ts';
import { encodeNewDocument } from './write-board.ts';
import type { NewCard } from './write-card.ts';
import { writeCard } from './write-card.ts';
import { writeLink } from './write-link.ts';
import { writeRecord } from './write-record.ts';

/**
 * The first content of a board as a Yjs update V1: blank, or one of the manual's cases. What the case
 * itself says of its municipality, scene, group and date comes before what `head` says.
 */
export function encodeStart(
	start: 'blank' | 'purpose' | TemplateId,
	head: NewBoardHead & { readonly scene: Scene },
	author: Author
): Uint8Array {
	if (start === 'blank') return encodeNewDocument(head, () => {});
	if (start === 'purpose') return encodeNewDocument({ ...head, kind: 'purpose' }, () => {});
	const template = templates[start](head.scene);
	const ownHead = {
		...head,
		municipality: template.municipality,
		// The cases are of home care; a board of another pack keeps a scene that its pack can name.
		scene: ((head.pack ?? defaultPackId) === defaultPackId && template.scene) || head.scene,
		...(template.group === '' ? {} : { group: template.group }),
		...(template.date === '' ? {} : { date: template.date })
	};
	const orders = generateNKeysBetween(null, null, template.cards.length);
	return encodeNewDocument(ownHead, (roots) => {
		const ids = new Map<string, CardId>();
		template.cards.forEach((card, index) => {
			const by = { ...author, profession: card.profession ?? null };
			ids.set(card.id, writeCard(roots, newCard(card, orders[index] ?? null), by));
		});
		const sets = new Map<string, string>();
		for (const { from, to, set: mark } of template.links) {
			const set = mark === undefined ? null : (sets.get(mark) ?? newId());
			if (mark !== undefined && set !== null) sets.set(mark, set);
			for (const end of to) {
				const ends = { from: ids.get(from), to: ids.get(end) };
				if (!ends.from || !ends.to) throw new Error(`The case ${start} links a card it lacks.`);
				writeLink(roots, { from: ends.from, to: ends.to, kind: null, set }, author);
			}
		}
		const turns = template.interview ?? [];
		const turnOrders = generateNKeysBetween(null, null, turns.length);
		for (const [index, turn] of turns.entries())
			writeRecord(roots, newTurn(turn, index, turnOrders[index] ?? ''), author);
	});
}

/** A turn has the same id on every board of its case, as its cards have. */
function newTurn(
	{ answers, ...turn }: TemplateTurn,
	index: number,
	order: string
): Parameters<typeof writeRecord>[1] {
	return {
		id: `turn${index + 1}` as RecordId,
		kind: 'dialogueTurn',
		fields: { ...turn, order, answer: answers.join('\n') }
	};
}

function newCard(card: TemplateCard, order: string | null): NewCard {
	let key: string | null = null;
	const subActions = (card.subActions ?? []).map((part) => {
		key = generateKeyBetween(key, null);
		return { ...part, order: key };
	});
	return {
		id: card.id as CardId,
		type: card.type,
		text: card.text,
		order,
		...(card.fields === undefined ? {} : { fields: card.fields }),
		parts: { subActions }
	};
}
