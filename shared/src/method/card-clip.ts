import * as z from 'zod/mini';
import type { Card } from './card.ts';
import { cardTypeSchema, idSchema, maxCardTextLength } from './card.ts';
import type { Field, Part } from './card-types/define-card-type.ts';
import { cardTypes } from './card-types/index.ts';
import type { Link } from './link.ts';
import { positionSchema } from './position.ts';

/** So many cards fit on a clipboard. */
export const maxClipCards = 500;

const clipCardSchema = z.object({
	type: cardTypeSchema,
	text: z.string().check(z.maxLength(maxCardTextLength)),
	fields: z.record(z.string(), z.unknown()),
	parts: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
	/** Where it stood (bu), and whether a hand had put it there. */
	place: positionSchema,
	isPlaced: z.boolean()
});

const indexSchema = z.int().check(z.minimum(0), z.maximum(maxClipCards - 1));

/** Cards on a clipboard, with the links among them by their places in the list. */
export const cardClipSchema = z.object({
	version: z.literal(1),
	board: z.string().check(z.maxLength(60)),
	cards: z.array(clipCardSchema).check(z.minLength(1), z.maxLength(maxClipCards)),
	links: z
		.array(z.object({ from: indexSchema, to: indexSchema }))
		.check(z.maxLength(maxClipCards * 10))
});
export type CardClip = z.infer<typeof cardClipSchema>;
export type ClipCard = CardClip['cards'][number];

/** The mark by which our own content is known on a clipboard that also holds other people's. */
const mark = 'data-renkei-cards';

/** Everything of some cards that makes equal ones elsewhere; what makes a card the one of its board stays behind. */
export function clipOf(
	board: string,
	cards: readonly { readonly card: Card; readonly place: readonly [x: number, y: number] }[],
	links: Iterable<Link>
): CardClip {
	const taken = cards.slice(0, maxClipCards);
	const at = new Map(taken.map(({ card }, index) => [card.id, index]));
	return {
		version: 1,
		board,
		cards: taken.map(({ card, place }) => ({
			type: card.type,
			text: card.text,
			fields: takeFields(card),
			parts: takeParts(card),
			place: [place[0], place[1]],
			isPlaced: card.position !== null
		})),
		links: [...links].flatMap((link) => {
			const [from, to] = [at.get(link.from), at.get(link.to)];
			return from === undefined || to === undefined ? [] : [{ from, to }];
		})
	};
}

/** The clip as a page and as plain text: one card a line, for wherever else it is pasted. */
export function writeClip(clip: CardClip): { readonly html: string; readonly text: string } {
	const lines = clip.cards.map(({ text }) => text.replace(/\s*\n\s*/g, ' '));
	const escaped = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
	return {
		html: `<div ${mark}="${encodeURIComponent(JSON.stringify(clip))}">${escaped}</div>`,
		text: lines.join('\n')
	};
}

/** Our own cards in what a clipboard holds, or null. Any page may have put it there: fields that a type does not know or allow are left out. */
export function readClip(html: string): CardClip | null {
	const found = new RegExp(`${mark}="([^"]*)"`).exec(html)?.[1];
	if (found === undefined) return null;
	let value: unknown;
	try {
		value = JSON.parse(decodeURIComponent(found));
	} catch {
		return null;
	}
	const read = cardClipSchema.safeParse(value);
	if (!read.success) return null;
	const { cards, links } = read.data;
	return {
		...read.data,
		cards: cards.map(cleanCard),
		links: links.filter(({ from, to }) => from !== to && from < cards.length && to < cards.length)
	};
}

function takeFields(card: Card): Record<string, unknown> {
	const keys = Object.keys(cardTypes[card.type].fields);
	const fields = Object.fromEntries(keys.map((key) => [key, card[key as keyof Card]]));
	// One card of a board is the root cause and one theme the chosen one; a copy is neither.
	if (card.type === 'cause') delete fields['isRoot'];
	if (card.type === 'theme') delete fields['status'];
	return fields;
}

function takeParts(card: Card): ClipCard['parts'] {
	const names = Object.keys(cardTypes[card.type].parts);
	return Object.fromEntries(
		names.map((name) => {
			const members = card[name as keyof Card] as unknown as readonly Record<string, unknown>[];
			return [name, members.map((member) => ({ ...member }))];
		})
	);
}

function cleanCard(card: ClipCard): ClipCard {
	const known = cardTypes[card.type];
	const fields: Record<string, Field<unknown>> = known.fields;
	const parts: Record<string, Part<object>> = known.parts;
	return {
		...card,
		fields: Object.fromEntries(
			Object.entries(card.fields).filter(
				([key, value]) =>
					key !== 'isRoot' &&
					Object.hasOwn(fields, key) &&
					fields[key]?.schema.safeParse(value).success
			)
		),
		parts: Object.fromEntries(
			Object.entries(card.parts).flatMap(([name, members]) => {
				const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
				if (!part) return [];
				const allowed = members.flatMap((member) => {
					const read = part.schema.safeParse(member);
					// An id counts within its card only; that of a year's value says which year.
					const id = idSchema.safeParse(member['id']);
					if (!read.success) return [];
					return [id.success ? { ...read.data, id: id.data } : { ...read.data }];
				});
				return [[name, allowed.slice(0, part.most)]];
			})
		)
	};
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
