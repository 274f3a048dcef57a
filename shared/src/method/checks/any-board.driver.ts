import fc from 'fast-check';
import * as z from 'zod/mini';
import type { Board } from '../board.ts';
import type { Card, CardId } from '../card.ts';
import type { Field } from '../card-types/define-card-type.ts';
import { cardTypes } from '../card-types/index.ts';
import type { CardType } from '../ids.ts';
import { cardTypeIds, stepIds } from '../ids.ts';
import { linkKindsBetween } from '../link-types.ts';
import type { Link, LinkId } from '../link.ts';
import { professionIds } from '../professions.ts';
import { sceneIds } from '../scenes.ts';
import { boardOf } from '../worksheet/test-board.ts';
import { checkWords } from './words.ts';

/** Words that checks look for, in any order, and now and then anything at all. */
const listed: readonly (string | readonly string[])[] = Object.values(checkWords).flat();
const loose = ['を', 'が', 'のための', '3人中1人', '山田さん', '　', '。'];
const words = fc.constantFrom(...listed.flat().concat(loose));
const text = fc.oneof(
	{ weight: 4, arbitrary: fc.array(words, { maxLength: 4 }).map((parts) => parts.join('')) },
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) }
);

/** Any value a field may hold. */
function valueOf(field: Field<unknown>): fc.Arbitrary<unknown> {
	if (field.schema instanceof z.ZodMiniEnum) return fc.constantFrom(...field.schema.options);
	if (typeof field.fallback === 'boolean') return fc.boolean();
	if (Array.isArray(field.fallback)) return fc.array(words, { maxLength: 3 });
	return fc.oneof(fc.constant(''), text);
}

const maybe = fc.option(text, { nil: undefined });
const parts = {
	subActions: fc.record({ text, audience: maybe, owner: maybe, timing: maybe }),
	roles: fc.record({ who: text, part: fc.constantFrom('lead', 'join') }),
	values: fc.record({
		value: text,
		count: fc.option(fc.constantFrom('2', '１２', '1,000', 'x'), { nil: undefined }),
		isPartial: fc.option(fc.boolean(), { nil: undefined })
	})
};

function fieldsOf(type: CardType): fc.Arbitrary<object> {
	const fields: Readonly<Record<string, Field<unknown>>> = cardTypes[type].fields;
	const lists = Object.keys(cardTypes[type].parts) as (keyof typeof parts)[];
	return fc.record({
		...Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, valueOf(field)])),
		...Object.fromEntries(
			lists.map((name) => [
				name,
				fc
					.array<object>(parts[name], { maxLength: 3 })
					.map((list) => list.map((part, at) => ({ ...part, id: `p${at}`, order: `a${at}` })))
			])
		),
		cluster: fc.constantFrom(null, null, 'k1', 'k2')
	});
}

const card = fc
	.constantFrom(...cardTypeIds)
	.chain((type) => fc.record({ type: fc.constant(type), text, fields: fieldsOf(type) }));

/** Any valid board of up to 30 cards, with links of every kind between any of them. */
export const anyBoard: fc.Arbitrary<Board> = fc
	.record({
		cards: fc.array(card, { maxLength: 30 }),
		links: fc.array(fc.tuple(fc.nat(29), fc.nat(29), fc.nat(1)), { maxLength: 60 }),
		scene: fc.constantFrom(null, ...sceneIds),
		reviewDate: fc.constantFrom('', '令和9年3月'),
		professionsPresent: fc.subarray([...professionIds]),
		doneSteps: fc.subarray([...stepIds])
	})
	.map(({ cards, links, scene, ...meta }) => {
		const board = boardOf(
			{
				municipality: '',
				scene,
				group: '',
				date: '',
				cards: cards.map(({ type, text: words }, at) => ({ id: `c${at}`, type, text: words })),
				links: []
			},
			meta
		);
		const filled = new Map(
			[...board.cards].map(([id, one]): [CardId, Card] => [
				id,
				{ ...one, ...cards[Number(id.slice(1))]?.fields } as Card
			])
		);
		const drawn = new Map<LinkId, Link>();
		for (const [from, to, choice] of links) {
			const [a, b] = [filled.get(`c${from}` as CardId), filled.get(`c${to}` as CardId)];
			if (!a || !b || a === b) continue;
			const id = `${from}-${to}` as LinkId;
			const kinds = linkKindsBetween(a.type, b.type);
			drawn.set(id, {
				id,
				from: a.id,
				to: b.id,
				kind: kinds[choice] ?? kinds[0],
				note: '',
				set: null,
				createdAt: drawn.size,
				createdBy: ''
			});
		}
		return { ...board, cards: filled, links: drawn };
	});
