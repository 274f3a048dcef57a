import type * as Y from 'yjs';
import { metaFieldSchemas } from '../../method/board.ts';
import type { Profession } from '../../method/professions.ts';
import { cleanText } from '../../method/clean-text.ts';
import { presentPrefix, rootsOf } from '../layout.ts';
import { transactGesture } from '../origins.ts';

/** The entries of the board's head that people edit. */
export type EditableMeta = Exclude<keyof typeof metaFieldSchemas, 'schemaVersion'>;

/** Sets one entry of the board's head; false when the value is not allowed there. */
export function setBoardMeta(doc: Y.Doc, key: EditableMeta, value: string | null): boolean {
	const cleaned = typeof value === 'string' ? cleanText(value) : value;
	if (!metaFieldSchemas[key].safeParse(cleaned).success) return false;
	transactGesture(doc, 'editBoard', () => rootsOf(doc).meta.set(key, cleaned));
	return true;
}

/** Notes that a profession takes part, or no longer counts. */
export function setProfessionPresent(doc: Y.Doc, profession: Profession, isPresent: boolean): void {
	const { meta } = rootsOf(doc);
	const key = presentPrefix + profession;
	if ((meta.get(key) === true) === isPresent) return;
	transactGesture(doc, 'editBoard', () => {
		if (isPresent) meta.set(key, true);
		else meta.delete(key);
	});
}
