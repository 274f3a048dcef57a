import { lineField } from '../card-types/define-card-type.ts';
import { defineRecordKind } from './define-record-kind.ts';

/** A 島: cards that say alike, under one title. Its cards name it in `cluster`. */
export const cluster = defineRecordKind({
	fields: { title: lineField('島の見出し', 'Title of the cluster', 200) }
});
