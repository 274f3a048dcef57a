import type { GuardReason } from '@renkei/shared/document/guard.ts';
import type { WriterRights } from '@renkei/shared/document/judge-rights.ts';
import { judgeRights } from '@renkei/shared/document/judge-rights.ts';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import * as Y from 'yjs';

/** Why the server would not take this change by this person, or null; the change is made to a copy only. */
export function refusalOf(
	doc: Y.Doc,
	change: (copy: Y.Doc) => void,
	writer: WriterRights
): GuardReason | null {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	let refusal: GuardReason | null = null;
	copy.on('afterTransaction', (transaction) => {
		refusal ??= judgeRights(transaction, rootsOf(copy), writer);
	});
	change(copy);
	copy.destroy();
	return refusal;
}
