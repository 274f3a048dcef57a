import * as z from 'zod/mini';
import { boardKindIds, defaultPackId } from '../method/board.ts';
import { cardTypeSchema, idSchema } from '../method/card.ts';
import { professionSchema } from '../method/professions.ts';
import { sceneSchema } from '../method/scenes.ts';
import { templateIds } from '../method/templates/template-ids.ts';
import { roleSchema } from '../method/roles.ts';
import { workshopStateSchema, joinCodeSchema } from './board-access.ts';
import { daySchema } from './workshop-life-api.ts';

/** What a new workshop's boards start from: blank, the short 目的シート, or one of the manual's worked examples (手引きの例). */
export const startSchema = z.enum(['blank', 'purpose', ...templateIds]);
export type Start = z.infer<typeof startSchema>;

/** POST /api/staff/sign-in: the passphrase, or the secret of a one-time link. */
export const staffSignInSchema = z.union([
	z.object({ passphrase: z.string().check(z.minLength(1), z.maxLength(200)) }),
	z.object({ linkSecret: z.string().check(z.minLength(20), z.maxLength(100)) })
]);

/** GET /api/me: who this browser is signed in as. */
export const meSchema = z.object({
	participant: z.string(),
	role: roleSchema,
	profession: z.nullable(professionSchema),
	workshopId: z.nullable(idSchema),
	table: z.nullable(z.int()),
	boardId: z.nullable(idSchema)
});
export type Me = z.infer<typeof meSchema>;

const localisedSchema = z.object({ ja: z.string(), en: z.string() });

/** GET /api/packs: what a workshop can be made with, the default first, and the files that were not taken. */
export const packListSchema = z.object({
	packs: z.array(
		z.object({
			id: idSchema,
			name: localisedSchema,
			scenes: z.array(z.object({ id: sceneSchema, label: localisedSchema }))
		})
	),
	/** One sentence each, with the file's name, line and column. */
	refusals: z.array(localisedSchema)
});
export type PackList = z.infer<typeof packListSchema>;

/** POST /api/workshops. `key` makes a repeated request create nothing twice. */
export const newWorkshopSchema = z.object({
	key: idSchema,
	name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
	pack: z._default(idSchema, defaultPackId),
	/** One of the pack's. */
	scene: sceneSchema,
	municipality: z._default(z.string().check(z.trim(), z.maxLength(100)), ''),
	heldOn: z._default(z.string().check(z.trim(), z.maxLength(40)), ''),
	tables: z.int().check(z.minimum(1), z.maximum(15)),
	/** The scene of each table in order, where not all have the same; the pack's too. */
	tableScenes: z._default(z.array(sceneSchema).check(z.maxLength(15)), []),
	start: startSchema
});
export type NewWorkshop = z.input<typeof newWorkshopSchema>;

/** A board in a list: how far it has come is computed by the server from its cards. */
export const boardSummarySchema = z.object({
	id: idSchema,
	table: z.int(),
	title: z.string(),
	scene: z.nullable(sceneSchema),
	theme: z.string(),
	vision: z.string(),
	kind: z.enum(boardKindIds),
	cardCount: z.int(),
	/** Hints of the gentle checks that are not muted. */
	hintCount: z.int(),
	/** The board it goes on from. */
	previousBoard: z.nullable(idSchema),
	/** Steps 1–7 and ⑧ in order, each empty, partial or done. */
	progress: z.array(z.enum(['empty', 'partial', 'done'])).check(z.length(8))
});
export type BoardSummary = z.infer<typeof boardSummarySchema>;

/** A workshop as staff see it, with its three codes. */
export const workshopSchema = z.object({
	id: idSchema,
	name: z.string(),
	pack: idSchema,
	scene: sceneSchema,
	sceneLabel: localisedSchema,
	municipality: z.string(),
	heldOn: z.string(),
	state: workshopStateSchema,
	joinCode: joinCodeSchema,
	facilitatorCode: joinCodeSchema,
	viewerCode: joinCodeSchema,
	createdAt: z.number(),
	peopleCount: z.int(),
	/** True for the standing workshop that holds a municipality's 事例ボード. */
	isForCases: z.boolean(),
	/** True while it is tried out; at the end of that everything is as before. */
	isRehearsal: z.boolean(),
	/** The last day its boards are kept, and how many days that is from now. */
	keptUntil: daySchema,
	keptDays: z.int(),
	/** True when staff chose that day. */
	isKeptByHand: z.boolean(),
	boards: z.array(boardSummarySchema)
});
export type Workshop = z.infer<typeof workshopSchema>;

/** GET /api/workshops. */
export const workshopListSchema = z.object({ workshops: z.array(workshopSchema) });

/** PATCH /api/workshops/:id. */
export const workshopChangeSchema = z.partial(
	z.object({
		name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
		state: workshopStateSchema,
		heldOn: z.string().check(z.trim(), z.maxLength(40)),
		/** Not before today; null gives the usual time back. */
		keptUntil: z.nullable(daySchema)
	})
);

/** GET /api/join/:code: what a code leads to, before joining. */
export const joinTargetSchema = z.object({
	name: z.string(),
	scene: sceneSchema,
	sceneLabel: localisedSchema,
	tables: z.int(),
	state: workshopStateSchema,
	role: z.enum(['participant', 'facilitator', 'viewer']),
	/** Who this browser is there already, so that nobody has to choose twice. */
	here: z.optional(
		z.object({
			role: roleSchema,
			profession: z.nullable(professionSchema),
			table: z.nullable(z.int())
		})
	)
});
export type JoinTarget = z.infer<typeof joinTargetSchema>;

/** More tables than this do not fit into one workshop, imported boards included. */
export const maxTables = 99;

/** POST /api/join. The code decides between participant, facilitator and viewer; a participant may ask to be recorder. */
export const joinSchema = z.object({
	code: joinCodeSchema,
	profession: professionSchema,
	table: z.int().check(z.minimum(1), z.maximum(maxTables)),
	asRecorder: z._default(z.boolean(), false)
});
export type Join = z.input<typeof joinSchema>;

/** The answer to a join: the board to open. */
export const joinedSchema = z.object({ boardId: idSchema });

/** GET /api/boards/:id/snapshot: the board as it is now, as plain data for other programs. */
export const boardSnapshotSchema = z.object({
	id: idSchema,
	title: z.string(),
	meta: z.looseObject({ title: z.string(), scene: z.nullable(sceneSchema) }),
	/** In reading order, the fields of each type beside the common ones. */
	cards: z.array(z.looseObject({ id: idSchema, type: cardTypeSchema, text: z.string() })),
	links: z.array(z.looseObject({ id: idSchema, from: idSchema, to: idSchema, kind: z.string() })),
	/** Entries of the document that could not be read. */
	problems: z.array(z.looseObject({ where: z.string(), reason: z.string() }))
});

/** POST /api/workshops/:id/boards/import: a board file of this program; answers with the new board. */
export const importedSchema = z.object({ boardId: idSchema, workshopId: idSchema });
