import { lineField, wordsField } from '../card-types/define-card-type.ts';
import { defineRecordKind } from './define-record-kind.ts';

/** A pin on the care path (図表4-3): somebody sees a problem at this place, or on the way `<from>.<to>` between two. */
export const pin = defineRecordKind({
	fields: {
		place: lineField('場所', 'Place', 60),
		disease: lineField('疾患', 'Disease', 100),
		parties: wordsField('連携当事者', 'Parties')
	}
});
