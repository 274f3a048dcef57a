import * as z from 'zod/mini';
import { idSchema } from '../method/card.ts';
import { exportFormatIds, sheetKindIds } from '../method/export-ids.ts';
import { zoneIds } from '../method/ids.ts';
import { professionSchema } from '../method/professions.ts';
import { ofBoard, route } from './api-route.ts';
import { roleSchema } from '../method/roles.ts';

/** The formats a finished board can be taken home in. */
export const exportFormatSchema = z.enum(exportFormatIds);
const sheetKindSchema = z.enum(sheetKindIds);

const yesOrNo = z.enum(['yes', 'no']);
const words = z.string().check(z.maxLength(200));

/** GET /api/boards/:id/export/:format; formats of the whole board ask for no sheet. */
export const exportQuerySchema = z.object({
	/** The first that the format can hold, unless said. */
	sheet: z.optional(sheetKindSchema),
	paper: z._default(z.enum(['A3', 'A4']), 'A3'),
	/** The day of writing, which stands in the file; today unless said. */
	date: z.optional(z.iso.date()),
	professions: z._default(yesOrNo, 'no'),
	votes: z._default(yesOrNo, 'no'),
	/** Comments and counted stamps, in files of the whole board. */
	remarks: z._default(yesOrNo, 'no'),
	notes: z._default(yesOrNo, 'yes'),
	empty: z._default(yesOrNo, 'yes'),
	monochrome: z._default(yesOrNo, 'no'),
	/** How fine a picture is. */
	dpi: z._default(z.enum(['72', '150', '300']), '150'),
	/** For the picture of the board: only this zone. */
	zone: z.optional(z.enum(zoneIds)),
	/** For the council pack. */
	meetingName: z._default(words, ''),
	meetingDate: z._default(words, ''),
	meetingPlace: z._default(words, '')
});
export type ExportQuery = z.input<typeof exportQuerySchema>;

/** How long a browser without a line may keep what it has to tell. */
export const maxTellDelayMs = 90 * 24 * 3_600_000;

/** POST /api/boards/:id/exports: a file was written in the browser; nothing of what is in it. */
export const toldExportSchema = z.object({
	/** Told again after a broken line, it counts once. */
	key: idSchema,
	format: exportFormatSchema,
	/** Null for formats of the whole board. */
	sheet: z.nullable(sheetKindSchema),
	/** How long ago, by the browser's own clock. */
	agoMs: z.int().check(z.minimum(0), z.maximum(maxTellDelayMs))
});
export type ToldExport = z.infer<typeof toldExportSchema>;

/** An export as a browser keeps it until the server has heard of it. */
export const untoldExportSchema = z.object({
	...z.omit(toldExportSchema, { agoMs: true }).shape,
	boardId: idSchema,
	/** By the browser's own clock, in ms since 1970. */
	at: z.number()
});
export type UntoldExport = z.infer<typeof untoldExportSchema>;

/** Apart from the other routes: the page of a board loads no more of them. */
export const tellExportRoute = route({
	method: 'POST',
	path: '/api/boards/:boardId/exports',
	summary: 'Tell that a file was written in the browser, for the record of exports',
	access: 'boardReader',
	params: ofBoard,
	body: toldExportSchema,
	answer: z.object({ ok: z.literal(true) })
});

/** GET /api/workshops/:id/exports: who took what home and when, the newest first; never by name. */
export const exportRecordSchema = z.object({
	exports: z.array(
		z.object({
			/** In ms since 1970. */
			at: z.number(),
			role: roleSchema,
			profession: z.nullable(professionSchema),
			format: exportFormatSchema,
			sheet: z.nullable(sheetKindSchema),
			boardId: idSchema,
			/** The table and title of the board; null and empty once it is gone. */
			table: z.nullable(z.int()),
			title: z.string()
		})
	),
	/** True when older ones are left out. */
	isMore: z.boolean()
});
export type ExportRecord = z.infer<typeof exportRecordSchema>;
