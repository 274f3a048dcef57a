import * as z from 'zod/mini';
import { leadRefusals } from '../facilitation/aid.ts';
import { cardIdSchema, cardTypeSchema } from '../method/card.ts';
import { stepIds } from '../method/ids.ts';
import { professionSchema } from '../method/professions.ts';
import { roleSchema } from '../method/roles.ts';
import { ofBoard, route } from './api-route.ts';
import { workshopStateSchema } from './board-access.ts';

/** How long an idea from a form may be (UTF-16 units), and how many of one person's are taken in a minute. */
export const ideaLimits = { textLength: 200, perMinute: 30 } as const;

const localisedSchema = z.object({ ja: z.string(), en: z.string() });
const moment = z.int();

/** The header with the server's time in ms: apart from the answer, which is the same until something changes. */
export const deskClockHeader = 'x-server-now';

/** Where one's own card is: unseen, late and asking whether it is to be put out, with who leads, or on the board. */
const ideaPlaceSchema = z.enum(['private', 'late', 'inbox', 'board']);

const ownIdeaSchema = z.object({
	id: cardIdSchema,
	type: cardTypeSchema,
	text: z.string(),
	place: ideaPlaceSchema,
	/** 出さない: stays with its author when the others are shown. */
	isHeld: z.boolean()
});
export type OwnIdea = z.infer<typeof ownIdeaSchema>;

const timerSchema = z.discriminatedUnion('status', [
	z.object({ status: z.literal('idle') }),
	z.object({ status: z.literal('running'), endsAt: moment }),
	z.object({ status: z.literal('paused'), remainingMs: z.int() }),
	z.object({ status: z.literal('done'), endsAt: moment })
]);

/** What a form without a board shows of the table, and of what its person has written. */
const deskSchema = z.object({
	participant: z.string(),
	role: roleSchema,
	profession: z.nullable(professionSchema),
	table: z.int(),
	state: workshopStateSchema,
	/** What is asked now: by the part that runs, else by the step the table works on. */
	asked: z.object({
		step: z.enum(stepIds),
		/** From 1; null for ⑧, which the manual has no number for. */
		stepNumber: z.nullable(z.int()),
		stepLabel: localisedSchema,
		question: localisedSchema,
		part: z.nullable(z.string())
	}),
	/** What can be written now, the step's own type first; none while nothing is to be written. */
	types: z.array(z.object({ type: cardTypeSchema, mark: z.string(), label: localisedSchema })),
	/** Every type, for the cards that are there already. */
	marks: z.record(cardTypeSchema, z.string()),
	/** The run of a part in which everybody writes unseen; null outside of one. Sent along with an idea. */
	of: z.nullable(moment),
	/** Where an idea goes that is sent now. */
	goesTo: z.enum(['private', 'inbox', 'board']),
	timer: timerSchema,
	/** 書けました, and of which run of a part it is said; null while no part runs. */
	readiness: z.nullable(z.object({ of: moment, isReady: z.boolean() })),
	/** Since when this person's hand is up. */
	handSince: z.nullable(moment),
	/** Whether people vote now. */
	isVoting: z.boolean(),
	/** Newest first. */
	cards: z.array(ownIdeaSchema)
});
export type Desk = z.infer<typeof deskSchema>;

const textSchema = z.string().check(z.minLength(1), z.maxLength(ideaLimits.textLength));
const words = { type: cardTypeSchema, text: textSchema };

/** POST /api/boards/:id/ideas. */
const sentIdeaSchema = z.object({
	/** Made by the sender and kept until the answer has come: sent again, it adds nothing twice. */
	key: cardIdSchema,
	...words,
	/** The desk's `of` when it was written. */
	of: z.nullable(moment)
});
export type SentIdea = z.infer<typeof sentIdeaSchema>;

/** What became of what was asked for: null once it is done and on disk. */
const ledSchema = z.object({ refused: z.nullable(z.enum(leadRefusals)) });

/** POST /api/boards/:id/lead. */
const askedAidSchema = z.object({ aid: z.string().check(z.maxLength(40)), command: z.unknown() });

const ofIdea = z.object({ ...ofBoard.shape, ideaId: cardIdSchema });

/** The routes of a form without a board: what is asked, one's own cards, and what one may ask of the aids. */
export const ideaRoutes = {
	readDesk: route({
		method: 'GET',
		path: '/api/boards/:boardId/desk',
		summary: 'What a form without a board shows; the server’s clock is in x-server-now',
		access: 'boardReader',
		params: ofBoard,
		answer: deskSchema,
		isPolled: true,
		refusals: ['notFound']
	}),
	sendIdea: route({
		method: 'POST',
		path: '/api/boards/:boardId/ideas',
		summary: 'Send one idea; the same key again adds nothing',
		access: 'boardReader',
		params: ofBoard,
		body: sentIdeaSchema,
		answer: ledSchema,
		refusals: ['tooFast']
	}),
	changeIdea: route({
		method: 'PATCH',
		path: '/api/boards/:boardId/ideas/:ideaId',
		summary: 'Rewrite one’s own idea that is not out yet',
		access: 'boardReader',
		params: ofIdea,
		body: z.object(words),
		answer: ledSchema,
		refusals: ['tooFast']
	}),
	withdrawIdea: route({
		method: 'DELETE',
		path: '/api/boards/:boardId/ideas/:ideaId',
		summary: 'Take one’s own idea back that is not out yet',
		access: 'boardReader',
		params: ofIdea,
		answer: ledSchema,
		refusals: ['tooFast']
	}),
	askAid: route({
		method: 'POST',
		path: '/api/boards/:boardId/lead',
		summary: 'Ask something of one aid as oneself',
		access: 'boardReader',
		params: ofBoard,
		body: askedAidSchema,
		answer: ledSchema,
		refusals: ['tooFast']
	})
} as const;
