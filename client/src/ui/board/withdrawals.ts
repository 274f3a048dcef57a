import type { Card, CardId } from '@renkei/shared/method/card.ts';

/** Cards that one person withdrew in one go, under the first of them as listed; single ones are no such group. */
export function withdrawnTogether(listed: readonly Card[]): ReadonlyMap<CardId, readonly CardId[]> {
	const groups = new Map<string, CardId[]>();
	for (const { id, deletedAt, deletedBy, mergedInto } of listed) {
		// What was merged says its words on another card already.
		if (deletedAt === null || mergedInto !== null) continue;
		const key = `${deletedAt} ${deletedBy ?? ''}`;
		const group = groups.get(key);
		if (group) group.push(id);
		else groups.set(key, [id]);
	}
	const found = new Map<CardId, readonly CardId[]>();
	for (const group of groups.values()) {
		const [first] = group;
		if (first !== undefined && group.length > 1) found.set(first, group);
	}
	return found;
}
