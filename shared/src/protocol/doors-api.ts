import * as z from 'zod/mini';
import { idSchema } from '../method/card.ts';
import { professionSchema } from '../method/professions.ts';
import { route } from './api-route.ts';
import { joinCodeSchema } from './board-access.ts';
import { roleSchema } from '../method/roles.ts';

const ofWorkshop = z.object({ workshopId: idSchema });
const count = z.int().check(z.minimum(0));

/** GET /api/workshops/:id/attendance: how many of each profession, never who. */
const attendanceSchema = z.object({
	/** By table; each with the professions that joined it, in the order of the join page. */
	tables: z.array(
		z.object({
			table: z.int(),
			professions: z.array(
				z.object({
					profession: z.nullable(professionSchema),
					/** Who was removed is not counted. */
					joined: count,
					/** Of these, how many have the board open at this moment. */
					connected: count
				})
			)
		})
	)
});
export type Attendance = z.infer<typeof attendanceSchema>;

/** GET /api/workshops/:id/people: whom the caller may remove, by profession and table and without a name. */
const removablePeopleSchema = z.object({
	people: z.array(
		z.object({
			id: idSchema,
			role: roleSchema,
			profession: z.nullable(professionSchema),
			table: z.nullable(z.int()),
			/** When they joined, in ms since 1970. */
			joinedAt: z.number(),
			isConnected: z.boolean()
		})
	)
});
export type RemovablePerson = z.infer<typeof removablePeopleSchema>['people'][number];

/** The three codes of a workshop after they were made anew. */
const newCodesSchema = z.object({
	joinCode: joinCodeSchema,
	facilitatorCode: joinCodeSchema,
	viewerCode: joinCodeSchema
});

/** How long a transfer code lets its person in on another device. */
export const transferCodeValidMs = 5 * 60_000;

const transferCodeSchema = z.string().check(z.regex(/^[0-9]{4}$/));

/** POST /api/workshops/:id/transfer-code: four digits, and for how long they are good. */
const madeTransferSchema = z.object({
	transferCode: transferCodeSchema,
	validMs: z.number()
});

/** POST /api/join/transfer: any code of the workshop, and the four digits another device of the same person shows. */
const transferSchema = z.object({ code: joinCodeSchema, transferCode: transferCodeSchema });

/** Apart from the others: the page of a board loads no more of them. */
export const makeTransferRoute = route({
	method: 'POST',
	path: '/api/workshops/:workshopId/transfer-code',
	summary:
		'Make the four digits with which the caller goes on on another device, once, within five minutes',
	access: 'signedIn',
	params: ofWorkshop,
	answer: madeTransferSchema,
	status: 201,
	refusals: ['workshopClosed']
});

/** The doors of a workshop: who came, who may go on elsewhere, and who may no longer. */
export const doorRoutes = {
	readAttendance: route({
		method: 'GET',
		path: '/api/workshops/:workshopId/attendance',
		summary: 'How many of each profession joined each table and are connected now; counts only',
		access: 'workshopLead',
		params: ofWorkshop,
		answer: attendanceSchema
	}),
	listPeople: route({
		method: 'GET',
		path: '/api/workshops/:workshopId/people',
		summary: 'Whom the caller may remove from a workshop, by profession and table',
		access: 'workshopLead',
		params: ofWorkshop,
		answer: removablePeopleSchema
	}),
	removePerson: route({
		method: 'DELETE',
		path: '/api/workshops/:workshopId/people/:participantId',
		summary: 'Remove one person at once; what they wrote stays, and the codes let them join anew',
		access: 'workshopLead',
		params: z.object({ workshopId: idSchema, participantId: idSchema }),
		answer: z.object({ ok: z.literal(true) }),
		refusals: ['notFound']
	}),
	rotateCodes: route({
		method: 'POST',
		path: '/api/workshops/:workshopId/codes',
		summary: 'Make the three codes anew; the old ones let nobody in any more',
		access: 'workshopLead',
		params: ofWorkshop,
		answer: newCodesSchema,
		refusals: ['notFound', 'workshopClosed']
	}),
	makeTransfer: makeTransferRoute,
	transfer: route({
		method: 'POST',
		path: '/api/join/transfer',
		summary: 'Be the person on this device who made these four digits on another',
		access: 'anyone',
		body: transferSchema,
		answer: z.object({ boardId: idSchema }),
		refusals: ['codeUnknown', 'transferUnknown', 'workshopClosed', 'tooManyGuesses']
	})
} as const;
