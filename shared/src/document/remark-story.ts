import type { FieldWrite, RowChanges } from './row-changes.ts';

/** A comment or stamp as the story of its card remembers it. */
export interface SaidRemark {
	readonly kind: 'comment' | 'stamp';
	readonly text: string;
}

/** What is told of it; of a stamp neither which nor whose. */
interface HeardRemark {
	readonly what: 'commented' | 'settled' | 'stamped';
	readonly text: { readonly before: string; readonly after: string } | null;
	readonly fields: readonly Pick<FieldWrite, 'key' | 'before' | 'after'>[];
}

/** What a row of the log says about a card: comments with their words, and that stamps were given. `said` remembers what was said before. */
export function hearRemarks(
	card: string,
	{ created, fields }: RowChanges,
	said: Map<string, SaidRemark>
): readonly HeardRemark[] {
	const before: string[] = [];
	const after: string[] = [];
	const settled: HeardRemark['fields'][number][] = [];
	let isStamped = false;
	for (const { root, record, entry } of created) {
		const { kind, card: about } = entry.fields;
		const text = wordsOf(entry.fields['text']);
		if (root !== 'records' || about !== card || (kind !== 'comment' && kind !== 'stamp')) continue;
		said.set(record, { kind, text });
		if (kind === 'stamp') isStamped = true;
		else after.push(text);
	}
	for (const { root, record, key, before: was, after: is } of fields) {
		const remark = root === 'records' ? said.get(record) : undefined;
		if (!remark) continue;
		const isGone = typeof is === 'number';
		if (remark.kind === 'stamp') isStamped ||= key === 'deletedAt' && !isGone;
		else if (key === 'resolved') settled.push({ key, before: was, after: is });
		else if (key === 'deletedAt') (isGone ? before : after).push(remark.text);
		else if (key === 'text') {
			before.push(remark.text);
			after.push(wordsOf(is));
			said.set(record, { ...remark, text: wordsOf(is) });
		}
	}
	const words = { before: before.join('\n'), after: after.join('\n') };
	return [
		...(before.length + after.length > 0
			? [{ what: 'commented' as const, text: words, fields: [] }]
			: []),
		...(settled.length > 0 ? [{ what: 'settled' as const, text: null, fields: settled }] : []),
		...(isStamped ? [{ what: 'stamped' as const, text: null, fields: [] }] : [])
	];
}

function wordsOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
