import * as Y from 'yjs';
import type { GuardReason } from './guard.ts';
import type { Entry, Roots } from './layout.ts';
import { entryOf } from './layout.ts';
import { remarkLimits } from './remark-limits.ts';

/**
 * Why the comments and stamps that a transaction wrote may not stay, or null: they must be about a card of the board,
 * of which there may not be any number, and nobody puts other words into somebody's mouth, nor what they said under
 * another card. To be called where `judgeTransaction` is, for records it let through.
 */
export function judgeRemarks(
	transaction: Y.Transaction,
	roots: Roots,
	writer: string
): GuardReason | null {
	const added: Entry[] = [];
	for (const [type, keys] of transaction.changed) {
		if (isSame(type, roots.records))
			for (const id of keys) {
				const entry = id === null ? null : entryOf(roots.records, id);
				if (entry && remarkKind(entry)) added.push(entry);
			}
		else if (type instanceof Y.Map && type.parent === roots.records && remarkKind(type)) {
			const isReworded = keys.has('text') && type.get('createdBy') !== writer;
			if (isReworded || keys.has('card') || keys.has('stamp')) return 'notAllowed';
		}
	}
	if (added.length === 0) return null;
	if (added.some((entry) => !isWhole(entry, roots))) return 'badRecord';
	return isTooMuch(added, roots) ? 'boardFull' : null;
}

function remarkKind(entry: Entry): 'comment' | 'stamp' | null {
	const kind = entry.get('kind');
	return kind === 'comment' || kind === 'stamp' ? kind : null;
}

function isWhole(entry: Entry, { cards }: Roots): boolean {
	const said = entry.get(remarkKind(entry) === 'stamp' ? 'stamp' : 'text');
	return typeof said === 'string' && said !== '' && cards.has(String(entry.get('card')));
}

function isTooMuch(added: readonly Entry[], { records }: Roots): boolean {
	const counts = new Map<string, number>();
	const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
	for (const entry of records.values()) {
		const kind = entry instanceof Y.Map ? remarkKind(entry) : null;
		if (kind === null || !(entry instanceof Y.Map)) continue;
		const onCard = `${kind} ${String(entry.get('card'))}`;
		count(kind);
		count(onCard);
		if (kind === 'stamp') count(`${onCard} ${String(entry.get('createdBy'))}`);
	}
	const isOver = (key: string, most: number): boolean => (counts.get(key) ?? 0) > most;
	return added.some((entry) => {
		const kind = remarkKind(entry) ?? 'comment';
		const onCard = `${kind} ${String(entry.get('card'))}`;
		return (
			isOver(kind, remarkLimits[kind].onBoard) ||
			isOver(onCard, remarkLimits[kind].onCard) ||
			isOver(`${onCard} ${String(entry.get('createdBy'))}`, remarkLimits.stamp.ofPersonOnCard)
		);
	});
}

/** Yjs types what changed as another thing than what it gives out as a root; at runtime they are one. */
function isSame(type: unknown, root: unknown): boolean {
	return type === root;
}
