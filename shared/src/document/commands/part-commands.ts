import type * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import type { Part } from '../../method/card-types/define-card-type.ts';
import { cardTypes } from '../../method/card-types/index.ts';
import type { YearValue } from '../../method/card-types/indicator.ts';
import type { RoleValue, SubActionValue } from '../../method/card-types/measure.ts';
import { idSchema } from '../../method/card.ts';
import { cleanText } from '../../method/clean-text.ts';
import type { CardType } from '../../method/ids.ts';
import { entryOf, rootsOf } from '../layout.ts';
import { newId } from '../new-id.ts';
import { transactGesture } from '../origins.ts';

/** The names of the lists that cards of any type have. */
export type PartName = {
	[T in CardType]: keyof (typeof cardTypes)[T]['parts'] & string;
}[CardType];

/** The value of a member of such a list. */
export type PartValue = SubActionValue | RoleValue | YearValue;

/** Writes one member of a list of a card (a new one when `memberId` is null) and returns its id, or null when refused. */
export function setCardPart(
	doc: Y.Doc,
	id: CardId,
	name: PartName,
	memberId: string | null,
	value: PartValue
): string | null {
	const { entry, part } = find(doc, id, name);
	const cleaned = Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, typeof one === 'string' ? cleanText(one) : one])
	);
	const parsed = part?.schema.safeParse(cleaned);
	const key = memberId ?? newId();
	if (!entry || !part || !parsed?.success || !idSchema.safeParse(key).success) return null;
	transactGesture(doc, 'editField', () => entry.set(part.prefix + key, parsed.data));
	return key;
}

/** Takes one member off a list of a card. */
export function removeCardPart(doc: Y.Doc, id: CardId, name: PartName, memberId: string): void {
	const { entry, part } = find(doc, id, name);
	if (entry && part) transactGesture(doc, 'editField', () => entry.delete(part.prefix + memberId));
}

function find(doc: Y.Doc, id: CardId, name: string) {
	const entry = entryOf(rootsOf(doc).cards, id);
	const type = entry?.get('type');
	const parts: Readonly<Record<string, Part<object>>> =
		typeof type === 'string' && Object.hasOwn(cardTypes, type)
			? cardTypes[type as CardType].parts
			: {};
	return { entry, part: Object.hasOwn(parts, name) ? parts[name] : undefined };
}
