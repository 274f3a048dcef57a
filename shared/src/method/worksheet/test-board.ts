import type { Board } from '../board.ts';
import { defaultPackId, schemaVersion } from '../board.ts';
import type { Card, CardId } from '../card.ts';
import { cardIdSchema } from '../card.ts';
import { cardTypes } from '../card-types/index.ts';
import { linkKindOf } from '../link-types.ts';
import type { Link, LinkId } from '../link.ts';
import { linkIdSchema } from '../link.ts';
import type { Template } from '../templates/template.ts';

/** The board a template describes, as a plain value without a document: for tests of everything pure. */
export function boardOf(template: Template, meta: Partial<Board['meta']> = {}): Board {
	const cards = new Map<CardId, Card>();
	for (const [
		index,
		{ id, type, text, fields, subActions, profession }
	] of template.cards.entries()) {
		const fallbacks = Object.entries(cardTypes[type].fields).map(
			([key, field]) => [key, field.fallback] as const
		);
		const card = {
			...Object.fromEntries(fallbacks),
			...fields,
			id: cardIdSchema.parse(id),
			type,
			text,
			order: orderAt(index),
			position: null,
			createdAt: index,
			createdBy: '',
			profession: profession ?? null,
			deletedAt: null,
			deletedBy: null,
			cluster: null,
			copiedFrom: '',
			mergedInto: null,
			lock: null,
			votes: null,
			...Object.fromEntries(Object.keys(cardTypes[type].parts).map((name) => [name, []])),
			...(type === 'measure'
				? {
						subActions: (subActions ?? []).map((part, position) => ({
							...part,
							id: `${id}-${position}`,
							order: orderAt(position)
						}))
					}
				: {})
		};
		// Built key by key from the definitions, which is what Card is inferred from.
		cards.set(card.id, card as unknown as Card);
	}
	const links = new Map<LinkId, Link>();
	for (const { from, to } of template.links)
		for (const end of to) {
			const [fromCard, toCard] = [from, end].map((id) => cards.get(cardIdSchema.parse(id)));
			if (!fromCard || !toCard) throw new Error(`Link ${from} → ${end} misses a card`);
			const id = linkIdSchema.parse(`${from}-${end}`);
			links.set(id, {
				id,
				from: fromCard.id,
				to: toCard.id,
				kind: linkKindOf(fromCard.type, toCard.type, null),
				note: '',
				set: null,
				createdAt: links.size,
				createdBy: ''
			});
		}
	return {
		meta: {
			schemaVersion,
			title: '',
			scene: template.scene,
			municipality: template.municipality,
			group: template.group,
			date: template.date,
			reviewDate: '',
			kind: 'full',
			pack: defaultPackId,
			previousBoard: null,
			carried: [],
			professionsPresent: [],
			doneSteps: [],
			...meta
		},
		cards,
		links,
		trash: new Map(),
		records: new Map(),
		problems: [],
		isFromNewerVersion: false
	};
}

function orderAt(index: number): string {
	return `a${String(index).padStart(5, '0')}V`;
}
