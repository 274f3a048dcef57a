import type * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { cardTypes } from '../../method/card-types/index.ts';
import type { RoleValue } from '../../method/card-types/measure.ts';
import { cleanText } from '../../method/clean-text.ts';
import { entryOf, rootsOf } from '../layout.ts';
import { newId } from '../new-id.ts';
import { transactGesture } from '../origins.ts';
import { readCard } from '../read-board.ts';
import { orderBetween } from '../write-card.ts';

const { prefix, schema, most } = cardTypes.measure.parts.roles;

/**
 * Says what one profession or institution does in a measure, null for nothing; false when the measure is gone, the
 * word is not allowed or the measure is full. Two people may have named the same one at once: the later entries go.
 */
export function setRole(
	doc: Y.Doc,
	id: CardId,
	who: string,
	part: RoleValue['part'] | null
): boolean {
	const entry = entryOf(rootsOf(doc).cards, id);
	const card = readCard(id, entry, () => {});
	if (!entry || card?.type !== 'measure') return false;
	const word = cleanText(who).trim();
	const same = card.roles.filter((role) => role.who === word);
	const [first, ...rest] = same;
	const order = first?.order ?? orderBetween(card.roles.at(-1)?.order ?? null, null);
	if (part !== null && !schema.safeParse({ order, who: word, part }).success) return false;
	if (part !== null && !first && card.roles.length >= most) return false;
	transactGesture(doc, 'editField', () => {
		for (const { id: roleId } of part === null ? same : rest) entry.delete(prefix + roleId);
		if (part !== null) entry.set(prefix + (first?.id ?? newId()), { order, who: word, part });
	});
	return true;
}
