import {
	boardFileHeadSchema,
	boardFileSchema,
	boardFileVersion
} from '@renkei/shared/exports/board-file.ts';
import * as z from 'zod/mini';

/** Where other programs find the form of a board file. */
export const boardFileSchemaPath = '/api/board-file.schema.json';

/** The form of a board file (JSON) as a JSON schema, from the same schemas that judge one. */
export function buildBoardFileSchema(): Readonly<Record<string, unknown>> {
	const whole = z.object({
		...boardFileHeadSchema.shape,
		/** The day it was written. */
		exportedOn: z.optional(z.iso.date()),
		...boardFileSchema.shape
	});
	return {
		...z.toJSONSchema(whole, { io: 'input', unrepresentable: 'any', reused: 'ref' }),
		title: '連携ボード / Renkei Board: board file',
		description: `Version ${boardFileVersion}. Written by the export “JSON” and read by the import. What has a default may be left out, as files of earlier versions do; unknown keys are ignored. Links and records name cards by their ids, each id stands once, and a link leads to another card.`
	};
}
