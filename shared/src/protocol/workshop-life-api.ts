import * as z from 'zod/mini';
import { idSchema } from '../method/card.ts';
import { route } from './api-route.ts';

const ofWorkshop = z.object({ workshopId: idSchema });
const done = z.object({ ok: z.literal(true) });

/** A calendar day such as 2029-11-22. */
export const daySchema = z.string().check(
	z.regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/),
	z.refine((day) => {
		const at = Date.parse(`${day}T00:00:00Z`);
		return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
	})
);

/** How many days before its boards are deleted a workshop is pointed out to staff. */
export const noticeDays = 30;

/** The roles that who leads can give somebody, and take back. */
export const givenRoleSchema = z.enum(['facilitator', 'recorder', 'participant']);
export type GivenRole = z.infer<typeof givenRoleSchema>;

/** GET /api/deletions: what is left of deleted workshops, the newest first. */
const deletionListSchema = z.object({
	deletions: z.array(
		z.object({
			/** In ms since 1970. */
			at: z.number(),
			name: z.string(),
			/** How many boards went with it. */
			boards: z.int(),
			role: z.enum(['staff', 'server']),
			/** `date` when its time was over, `hand` when somebody decided it. */
			why: z.enum(['date', 'hand'])
		})
	)
});
export type DeletionEntry = z.infer<typeof deletionListSchema>['deletions'][number];

/** The life of a workshop: rehearsals, who leads, and what is left in the end. */
export const workshopLifeRoutes = {
	startRehearsal: route({
		method: 'POST',
		path: '/api/workshops/:workshopId/rehearsal',
		summary:
			'Begin a rehearsal of a prepared workshop; whatever is done in it is undone at its end',
		access: 'workshopLead',
		params: ofWorkshop,
		answer: done,
		refusals: ['notFound', 'rehearsalNotNow']
	}),
	endRehearsal: route({
		method: 'DELETE',
		path: '/api/workshops/:workshopId/rehearsal',
		summary: 'End a rehearsal: everything is as it was before it, and whoever joined in it is out',
		access: 'workshopLead',
		params: ofWorkshop,
		answer: done,
		refusals: ['notFound']
	}),
	giveRole: route({
		method: 'POST',
		path: '/api/boards/:boardId/people/:participantId/role',
		summary:
			'Make somebody of the workshop facilitator or recorder, or take it back, for who leads',
		access: 'boardReader',
		params: z.object({ boardId: idSchema, participantId: idSchema }),
		body: z.object({ role: givenRoleSchema }),
		answer: done,
		refusals: ['notFound', 'workshopClosed', 'lastFacilitator']
	}),
	listDeletions: route({
		method: 'GET',
		path: '/api/deletions',
		summary: 'What was deleted by hand or because its time was over, without any of its content',
		access: 'staff',
		answer: deletionListSchema
	})
} as const;
