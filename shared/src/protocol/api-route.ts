import * as z from 'zod/mini';
import { idSchema } from '../method/card.ts';
import { boardAccessSchema } from './board-access.ts';
import type { ProblemCode } from './problem.ts';

/**
 * Who may use a route: anyone, someone signed in, staff, who leads that workshop (its facilitators
 * and staff), or who may open that board.
 */
export type Access = 'anyone' | 'signedIn' | 'staff' | 'workshopLead' | 'boardReader';

/** One route of the HTTP interface; the server, `/api/openapi.json` and the tests are all made from it. */
export interface ApiRoute {
	readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	/** With `:name` for each entry of `params`. */
	readonly path: string;
	readonly summary: string;
	readonly access: Access;
	readonly params: z.ZodMiniObject;
	readonly query: z.ZodMiniObject;
	/** What is sent: JSON of this shape, a file (the field `file` of a form), or nothing. */
	readonly body: z.ZodMiniType | 'file' | null;
	/** What comes back: JSON of this shape, a file to keep, or a picture to show in a page. */
	readonly answer: z.ZodMiniType | 'file' | 'picture';
	readonly status: 200 | 201;
	/** Whether screens ask for it again and again: then an answer they already have is spared them. */
	readonly isPolled: boolean;
	/** The refusals beside those that access and a wrong body bring. */
	readonly refusals: readonly ProblemCode[];
}

const nothing = z.object({});
/** The parameters of a route of one board. */
export const ofBoard = z.object({ boardId: idSchema });

const defaults = {
	params: nothing,
	query: nothing,
	body: null,
	status: 200,
	isPolled: false,
	refusals: []
} as const;

/** A route with what most routes have; names and types stay exact. */
export function route<const Route extends Partial<ApiRoute>>(
	given: Route
): Omit<typeof defaults, keyof Route> & Route {
	return { ...defaults, ...given };
}

/** Apart from the others: the page of a board loads no more of them. */
export const openBoardRoute = route({
	method: 'GET',
	path: '/api/boards/:boardId',
	summary: 'What is needed before opening the WebSocket of a board',
	access: 'boardReader',
	params: ofBoard,
	answer: boardAccessSchema
});
