import { lineField } from '../card-types/define-card-type.ts';
import { defineRecordKind } from './define-record-kind.ts';

/** A hint that people put aside, on one card or (empty) on the whole board, and why. */
export const mutedCheck = defineRecordKind({
	fields: {
		check: lineField('気づき', 'Hint', 40),
		card: lineField('カード', 'Card', 40),
		reason: lineField('理由', 'Reason', 300)
	}
});
