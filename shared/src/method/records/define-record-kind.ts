import type { Field } from '../card-types/define-card-type.ts';

/** What the method knows about a kind of record: all its keys beside the common ones. */
export interface RecordKindDefinition<Fields extends Record<string, Field<unknown>>> {
	readonly fields: Fields;
}

/** Keeps the exact field types of a kind while checking its shape. */
export function defineRecordKind<Fields extends Record<string, Field<unknown>>>(
	definition: RecordKindDefinition<Fields>
): RecordKindDefinition<Fields> {
	return definition;
}
