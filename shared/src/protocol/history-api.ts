import * as z from 'zod/mini';
import { cardIdSchema, idSchema } from '../method/card.ts';
import { zoneIds } from '../method/ids.ts';
import { professionSchema } from '../method/professions.ts';
import { roleSchema } from '../method/roles.ts';
import { ofBoard, route } from './api-route.ts';

const count = z.int().check(z.minimum(0));
/** Answers are never changed, and made of lists that are not. */
const listOf = <Schema extends z.ZodMiniType>(one: Schema) => z.readonly(z.array(one));
/** A state of the board: everything up to this row of its log; 0 is what it began with. */
const seqSchema = z.int().check(z.minimum(0));
/** The same as it stands in an address. */
const seqInAddressSchema = z.string().check(z.regex(/^[0-9]{1,12}$/));

/**
 * Why a moment has a name: what happened there, or that somebody wanted to keep it (`star`). Of `bulkDelete`,
 * `import` (many cards came or were rewritten at once), `restore` and `rollBack` the moment is the one just before.
 */
const pointKinds = [
	'phase',
	'reveal',
	'voteEnd',
	'bulkDelete',
	'import',
	'close',
	'restore',
	'rollBack',
	'rehearsal',
	'star'
] as const;
export const pointKindSchema = z.enum(pointKinds);
export type PointKind = z.infer<typeof pointKindSchema>;

/**
 * What belongs into the words of a point, by name: `title` of the phase that ended; `cards`, how many went or came;
 * of a restore `what`, `to` and `toAt`, or only `what` for `undo`.
 */
export const pointParamsSchema = z.record(
	z.string().check(z.regex(/^[A-Za-z]{1,20}$/)),
	z.union([z.string().check(z.maxLength(200)), z.number()])
);
export type PointParams = z.infer<typeof pointParamsSchema>;

/** The longest text somebody may give a moment. */
export const maxPointTextLength = 60;
const pointTextSchema = z.string().check(z.trim(), z.maxLength(maxPointTextLength));

/** A state of the board and when it came about, in ms since 1970. */
const momentSchema = z.object({ seq: seqSchema, at: z.number() });

const pointSchema = z.object({
	id: idSchema,
	...momentSchema.shape,
	kind: pointKindSchema,
	params: pointParamsSchema,
	/** What the facilitator typed beside a star, else empty. */
	text: z.string(),
	isStarred: z.boolean(),
	/** Who caused it, null for the server itself. */
	role: z.nullable(roleSchema),
	profession: z.nullable(professionSchema)
});
export type HistoryPoint = z.infer<typeof pointSchema>;

const restoredPartSchema = z.enum(['card', 'zone', 'board', 'rollBack']);

/** What was last put back on this board; every screen may offer to take it back, once: restore `undo`, by `pointId`. */
const lastRestoreSchema = z.object({
	/** The point that was made just before. */
	pointId: idSchema,
	what: restoredPartSchema,
	/** When it was done. */
	at: z.number(),
	/** To which moment, null for rolling one person back. */
	to: z.nullable(momentSchema),
	/** The state just before; restoring the board to it also takes back what others wrote since. */
	undoTo: seqSchema
});

/** GET …/history: the slider with its names. */
const historySchema = z.object({
	/** Other numbers mean other states: a board of another epoch has another history. */
	epoch: z.int(),
	/** The earliest state that can be shown. */
	first: momentSchema,
	last: momentSchema,
	/** The oldest first. */
	points: listOf(pointSchema),
	/** How much was written when, the oldest first: at most 240 stretches of equal length, empty ones left out. */
	moments: listOf(
		z.object({
			/** The last state of the stretch. */
			...momentSchema.shape,
			changes: count
		})
	),
	lastRestore: z.nullable(lastRestoreSchema)
});
export type BoardHistory = z.infer<typeof historySchema>;

/** A board as plain JSON with nothing left out; `boardOfPlain` makes a `Board` of it. */
const plainBoardSchema = z.object({
	meta: z.looseObject({ title: z.string() }),
	cards: listOf(z.looseObject({ id: cardIdSchema })),
	trash: listOf(z.looseObject({ id: cardIdSchema })),
	links: listOf(z.looseObject({ id: idSchema })),
	records: listOf(z.looseObject({ id: idSchema }))
});

/** GET …/history/at/:seq. */
const boardAtSchema = z.object({ ...momentSchema.shape, board: plainBoardSchema });

/** What became of a card between two moments; a card that was changed and moved is `changed`. */
const cardMarkSchema = z.enum(['added', 'changed', 'removed', 'moved']);
export type CardMark = z.infer<typeof cardMarkSchema>;

const zoneSchema = z.enum(zoneIds);

const cardDifferenceSchema = z.object({
	id: cardIdSchema,
	mark: cardMarkSchema,
	/** Where it stood and stands; null where it was not on the board. */
	zoneBefore: z.nullable(zoneSchema),
	zoneAfter: z.nullable(zoneSchema),
	textBefore: z.nullable(z.string()),
	textAfter: z.nullable(z.string()),
	/** The names of the fields and lists that differ, without the text and the place. */
	fields: listOf(z.string()),
	/** Who wrote the card. */
	profession: z.nullable(professionSchema)
});
export type CardDifference = z.infer<typeof cardDifferenceSchema>;

const idsByMark = z.object({
	added: listOf(idSchema),
	changed: listOf(idSchema),
	removed: listOf(idSchema)
});

/** GET …/history/difference?from=&to=. */
const differenceSchema = z.object({
	from: momentSchema,
	to: momentSchema,
	cards: listOf(cardDifferenceSchema),
	links: idsByMark,
	records: idsByMark,
	/** The entries of the head that differ. */
	head: listOf(z.string())
});
export type BoardDifference = z.infer<typeof differenceSchema>;

/** GET …/cards/:cardId/history: what one person did to the card in one go, the oldest first. */
const cardHistorySchema = z.object({
	entries: listOf(
		z.object({
			/** The state after it; restoring the card to `before` takes it back. */
			seq: seqSchema,
			/** The state before it. */
			before: seqSchema,
			startedAt: z.number(),
			at: z.number(),
			/** Whoever wrote it or had it put back; both null for what the server did by itself. */
			role: z.nullable(roleSchema),
			profession: z.nullable(professionSchema),
			what: z.enum([
				'created',
				'changed',
				'withdrawn',
				'broughtBack',
				'linked',
				'commented',
				'settled',
				'stamped'
			]),
			/** Null when the text stayed as it was. */
			text: z.nullable(z.object({ before: z.string(), after: z.string() })),
			fields: listOf(z.object({ key: z.string(), before: z.unknown(), after: z.unknown() }))
		})
	)
});
export type CardHistory = z.infer<typeof cardHistorySchema>;

/** GET …/trash: what was withdrawn, the newest first. Bringing back is a gesture on the document (`restoreCards`). */
const trashSchema = z.object({
	cards: listOf(
		z.object({
			id: cardIdSchema,
			type: z.string(),
			text: z.string(),
			/** Who wrote it. */
			profession: z.nullable(professionSchema),
			withdrawnAt: z.number(),
			/** Who withdrew it, null when nobody knows. */
			withdrawnBy: z.nullable(professionSchema)
		})
	)
});
export type Trash = z.infer<typeof trashSchema>;

/** POST …/history/points. */
const newPointSchema = z.object({
	text: z._default(pointTextSchema, ''),
	/** An earlier state, when not what is there now. */
	seq: z.optional(seqSchema)
});

/** POST …/history/restore. */
const restoreSchema = z.union([
	z.object({ what: z.literal('card'), cardId: cardIdSchema, to: seqSchema }),
	z.object({ what: z.literal('zone'), zone: zoneSchema, to: seqSchema }),
	z.object({ what: z.literal('board'), to: seqSchema }),
	/** Takes back what was put back after this point (`restore` or `rollBack`), as far as nobody went on from there. */
	z.object({ what: z.literal('undo'), pointId: idSchema })
]);
export type Restore = z.infer<typeof restoreSchema>;

const restoredSchema = z.object({
	/** How many cards, links, records and entries of the head were put back; 0 when all was so already. */
	changes: count,
	/** The point made just before, null when nothing was to be done. */
	point: z.nullable(pointSchema),
	/** The state just before; restoring the board to it also takes back what others wrote since. */
	undoTo: seqSchema
});
export type Restored = z.infer<typeof restoredSchema>;

/** The longest stretch one person can be rolled back by. */
const maxRollBackMinutes = 12 * 60;

/** POST …/history/roll-back: exactly one of `minutes` and `sinceSeq`; with `dryRun` nothing is written. */
const rollBackSchema = z.object({
	participantId: idSchema,
	minutes: z.optional(z.int().check(z.minimum(1), z.maximum(maxRollBackMinutes))),
	/** Everything after this state. */
	sinceSeq: z.optional(seqSchema),
	dryRun: z._default(z.boolean(), false)
});

/** What becomes of one card: it goes, comes back, or parts of it are put back. */
const rolledBackCardSchema = z.object({
	id: cardIdSchema,
	what: z.enum(['withdrawn', 'broughtBack', 'putBack']),
	textBefore: z.string(),
	textAfter: z.string(),
	fields: listOf(z.string())
});

const rolledBackSchema = z.object({
	cards: listOf(rolledBackCardSchema),
	/** How many links, records and entries of the head go or are put back. */
	links: count,
	records: count,
	head: count,
	/** Cards that stay as they are, wholly or in part, because others wrote on, linked or voted there. */
	kept: listOf(z.object({ id: cardIdSchema, text: z.string() })),
	/** Null with `dryRun`, and when there was nothing to do. */
	point: z.nullable(pointSchema),
	undoTo: seqSchema
});
export type RolledBack = z.infer<typeof rolledBackSchema>;

/** GET …/history/writers: who wrote on this board, without a name, the latest first. */
const writersSchema = z.object({
	writers: listOf(
		z.object({
			participantId: idSchema,
			role: roleSchema,
			profession: z.nullable(professionSchema),
			firstAt: z.number(),
			lastAt: z.number(),
			/** What they did in one go each (one stretch of typing counts once), in the last so many minutes. */
			gestures: z.object({ five: count, fifteen: count, sixty: count, all: count })
		})
	)
});
export type HistoryWriter = z.infer<typeof writersSchema>['writers'][number];

/** GET …/history/replay: the whole workshop step by step, the oldest first. */
const replaySchema = z.object({
	first: momentSchema,
	steps: listOf(
		z.object({
			...momentSchema.shape,
			/** Null for the server itself. */
			profession: z.nullable(professionSchema),
			/** The cards this step touched. */
			cards: listOf(z.object({ id: cardIdSchema, mark: cardMarkSchema })),
			/** Links drawn, changed or removed. */
			links: count,
			/** The points at this state. */
			points: listOf(idSchema)
		})
	)
});

const ofCard = z.object({ boardId: idSchema, cardId: cardIdSchema });

/** The history of a board. Where it says so, only for who leads the table; the rest for everybody who may write. */
export const historyRoutes = {
	readHistory: route({
		method: 'GET',
		path: '/api/boards/:boardId/history',
		summary: 'The named points and the moments of a board, for who leads the table',
		access: 'boardReader',
		params: ofBoard,
		answer: historySchema,
		isPolled: true
	}),
	readBoardAt: route({
		method: 'GET',
		path: '/api/boards/:boardId/history/at/:seq',
		summary: 'The board as it was at one moment, for who leads the table',
		access: 'boardReader',
		params: z.object({ boardId: idSchema, seq: seqInAddressSchema }),
		answer: boardAtSchema,
		refusals: ['notFound']
	}),
	readDifference: route({
		method: 'GET',
		path: '/api/boards/:boardId/history/difference',
		summary: 'What differs between two moments, card by card, for who leads the table',
		access: 'boardReader',
		params: ofBoard,
		query: z.object({ from: seqInAddressSchema, to: seqInAddressSchema }),
		answer: differenceSchema,
		refusals: ['notFound']
	}),
	readReplay: route({
		method: 'GET',
		path: '/api/boards/:boardId/history/replay',
		summary: 'The steps in which the board came about, for who leads the table',
		access: 'boardReader',
		params: ofBoard,
		answer: replaySchema
	}),
	readWriters: route({
		method: 'GET',
		path: '/api/boards/:boardId/history/writers',
		summary: 'Who wrote how much on the board lately, by profession, for who leads the table',
		access: 'boardReader',
		params: ofBoard,
		answer: writersSchema
	}),
	addPoint: route({
		method: 'POST',
		path: '/api/boards/:boardId/history/points',
		summary: 'Keep a moment of the board by a star, for who leads the table',
		access: 'boardReader',
		params: ofBoard,
		body: newPointSchema,
		answer: pointSchema,
		status: 201,
		refusals: ['notFound']
	}),
	restore: route({
		method: 'POST',
		path: '/api/boards/:boardId/history/restore',
		summary:
			'Put a card, a zone or the whole board back to a moment, in place, for who leads the table',
		access: 'boardReader',
		params: ofBoard,
		body: restoreSchema,
		answer: restoredSchema,
		refusals: ['notFound', 'workshopClosed']
	}),
	rollBack: route({
		method: 'POST',
		path: '/api/boards/:boardId/history/roll-back',
		summary:
			'Take back what one person did lately, as far as nobody wrote on, for who leads the table',
		access: 'boardReader',
		params: ofBoard,
		body: rollBackSchema,
		answer: rolledBackSchema,
		refusals: ['notFound', 'workshopClosed']
	}),
	readCardHistory: route({
		method: 'GET',
		path: '/api/boards/:boardId/cards/:cardId/history',
		summary: 'What became of one card, by profession, for everybody who may write',
		access: 'boardReader',
		params: ofCard,
		answer: cardHistorySchema,
		refusals: ['notFound', 'tooFast']
	}),
	readTrash: route({
		method: 'GET',
		path: '/api/boards/:boardId/trash',
		summary: 'The withdrawn cards and by whom, for everybody who may write',
		access: 'boardReader',
		params: ofBoard,
		answer: trashSchema
	})
} as const;
