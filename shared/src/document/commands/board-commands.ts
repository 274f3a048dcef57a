import type * as Y from 'yjs';
import type { EditableBoardHead } from '../../method/board.ts';
import { metaFieldSchemas } from '../../method/board.ts';
import type { Profession } from '../../method/professions.ts';
import { cleanText } from '../../method/clean-text.ts';
import type { StepId } from '../../method/ids.ts';
import { donePrefix, presentPrefix, rootsOf } from '../layout.ts';
import { transactGesture } from '../origins.ts';

/** Sets one entry of the board's head; false when the value is not allowed there. */
export function setBoardMeta(doc: Y.Doc, key: EditableBoardHead, value: string | null): boolean {
	const cleaned = typeof value === 'string' ? cleanText(value) : value;
	if (!metaFieldSchemas[key].safeParse(cleaned).success) return false;
	transactGesture(doc, 'editBoard', () => rootsOf(doc).meta.set(key, cleaned));
	return true;
}

/** Notes that a profession takes part, or no longer counts. */
export function setProfessionPresent(doc: Y.Doc, profession: Profession, isPresent: boolean): void {
	setFlag(doc, presentPrefix + profession, isPresent);
}

/** Calls a step done (済み) whatever its cards say, or takes that back. */
export function setStepDone(doc: Y.Doc, step: StepId, isDone: boolean): void {
	setFlag(doc, donePrefix + step, isDone);
}

function setFlag(doc: Y.Doc, key: string, isSet: boolean): void {
	const { meta } = rootsOf(doc);
	if ((meta.get(key) === true) === isSet) return;
	transactGesture(doc, 'editBoard', () => {
		if (isSet) meta.set(key, true);
		else meta.delete(key);
	});
}
