import * as z from 'zod/mini';
import { route } from './api-route.ts';
import { joinCodeSchema } from './board-access.ts';
import { joinedSchema, joinSchema, joinTargetSchema, meSchema } from './http-api.ts';

/** The routes of the join page, apart from the others: a phone that joins loads no more of them. */
export const joinRoutes = {
	me: route({
		method: 'GET',
		path: '/api/me',
		summary: 'Who this browser is signed in as',
		access: 'signedIn',
		answer: meSchema
	}),
	lookUpCode: route({
		method: 'GET',
		path: '/api/join/:code',
		summary: 'What a six-digit code leads to',
		access: 'anyone',
		params: z.object({ code: joinCodeSchema }),
		answer: joinTargetSchema,
		refusals: ['codeUnknown', 'workshopClosed', 'tooManyGuesses']
	}),
	join: route({
		method: 'POST',
		path: '/api/join',
		summary: 'Join a table by code, with a profession and no name',
		access: 'anyone',
		body: joinSchema,
		answer: joinedSchema,
		refusals: ['codeUnknown', 'workshopClosed', 'tableUnknown', 'tooManyGuesses']
	})
} as const;
