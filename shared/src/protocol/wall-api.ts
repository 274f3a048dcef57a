import * as z from 'zod/mini';
import { leadRefusals } from '../facilitation/aid.ts';
import { boardKindIds } from '../method/board.ts';
import { cardTypeSchema, idSchema } from '../method/card.ts';
import { stepIds, zoneIds } from '../method/ids.ts';
import { professionSchema } from '../method/professions.ts';
import { route } from './api-route.ts';
import { joinCodeSchema, workshopStateSchema } from './board-access.ts';

const localisedSchema = z.object({ ja: z.string(), en: z.string() });
const ofWorkshop = z.object({ workshopId: idSchema });
const count = z.int().check(z.minimum(0));
/** Server time in ms since 1970. */
const moment = z.number();

/** A table's board in small: how many cards of which type follow each other in each zone. Never their text. */
const wallZoneSchema = z.object({
	zone: z.enum(zoneIds),
	cards: z.array(z.object({ type: cardTypeSchema, count }))
});
export type WallZone = z.infer<typeof wallZoneSchema>;

const wallTableSchema = z.object({
	table: z.int(),
	boardId: idSchema,
	title: z.string(),
	sceneLabel: z.nullable(localisedSchema),
	/** The chosen theme: the only words of the board that leave it here. */
	theme: z.string(),
	kind: z.enum(boardKindIds),
	/** The zones the board shows, from left to right. */
	zones: z.array(wallZoneSchema),
	/** Steps 1–7 and ⑧ in order. */
	progress: z.array(z.enum(['empty', 'partial', 'done'])).check(z.length(stepIds.length)),
	/** The step the table works on, and its word in the method pack of the board. */
	step: z.enum(stepIds),
	stepLabel: localisedSchema,
	hintCount: count,
	/** Who of the table has its board open, each once, in the order of the join page. */
	people: z.array(
		z.object({ profession: z.nullable(professionSchema), count: z.int().check(z.minimum(1)) })
	),
	/** How many of them write: participants and recorders. */
	writerCount: count,
	/** Since when nobody of the table is connected any more although somebody was ten minutes ago; else null. */
	lostSince: z.nullable(moment),
	/** When the board was last written on; null when that is not known any more. */
	changedAt: z.nullable(moment),
	/** What is led at the table, by aid, as everybody at the table is told it. */
	led: z.record(z.string(), z.unknown())
});
export type WallTable = z.infer<typeof wallTableSchema>;

const wallSchema = z.object({
	workshopId: idSchema,
	name: z.string(),
	state: workshopStateSchema,
	/** The code of participants. */
	joinCode: joinCodeSchema,
	tables: z.array(wallTableSchema)
});
export type Wall = z.infer<typeof wallSchema>;

/** The header with the server's time in ms: apart from the answer, which is the same until something changes. */
export const serverNowHeader = 'x-server-now';

/** The most boards one command can be for. */
const maxBoards = 99;

/** POST /api/workshops/:id/lead: one command of one aid, as a facilitator gives it at a table. */
const leadTablesSchema = z.object({
	boards: z.union([
		z.literal('all'),
		z.array(idSchema).check(z.minLength(1), z.maxLength(maxBoards))
	]),
	aid: z.string().check(z.maxLength(40)),
	command: z.unknown()
});

const ledTablesSchema = z.object({
	tables: z.array(
		z.object({
			table: z.int(),
			boardId: idSchema,
			/** Null where it was done and is on disk. */
			refused: z.nullable(z.enum(leadRefusals))
		})
	)
});
export type LedTables = z.infer<typeof ledTablesSchema>;

/** The routes of the wall: all tables at a glance, and one command at many of them. */
export const wallRoutes = {
	readWall: route({
		method: 'GET',
		path: '/api/workshops/:workshopId/wall',
		summary:
			'All tables as they are now, in counts; the server’s clock is in x-server-now, and If-None-Match spares an answer that has not changed',
		access: 'workshopLead',
		params: ofWorkshop,
		answer: wallSchema,
		isPolled: true,
		refusals: ['notFound']
	}),
	leadTables: route({
		method: 'POST',
		path: '/api/workshops/:workshopId/lead',
		summary: 'Give one command of leading at all or some tables; says for each what became of it',
		access: 'workshopLead',
		params: ofWorkshop,
		body: leadTablesSchema,
		answer: ledTablesSchema,
		refusals: ['notFound']
	})
} as const;
