import { lineField } from '../card-types/define-card-type.ts';
import { defineRecordKind } from './define-record-kind.ts';

/** A hint that those who lead show to everybody (画面に映す), on one card or (empty) wherever it stands. The newest counts. */
export const shownHint = defineRecordKind({
	fields: {
		check: lineField('気づき', 'Hint', 40),
		card: lineField('カード', 'Card', 40)
	}
});
