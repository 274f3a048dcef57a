import type { ApiRoute } from '@renkei/shared/protocol/api-route.ts';
import type { ApiRouteName } from '@renkei/shared/protocol/api-routes.ts';
import { apiRoutes } from '@renkei/shared/protocol/api-routes.ts';
import type { ProblemCode } from '@renkei/shared/protocol/problem.ts';
import { mayLead } from '@renkei/shared/method/roles.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import type { SignedInPerson, WhoIs } from '../auth/signed-in.ts';
import type { Catalogue } from '../storage/storage.ts';
import { sendProblem } from './problems.ts';
import { sendUnlessKnown } from './send-unless-known.ts';

/** A file on its way to the person. */
export interface AnswerFile {
	readonly bytes: Uint8Array;
	readonly mediaType: string;
	/** As it appears in the downloads, Japanese included. */
	readonly name: string;
	/** What the font lacks and the file shows as 〓; sent along as a header, percent-encoded. */
	readonly missingCharacters: readonly string[];
}

/** What a handler gives back: the answer of its route, or why not. */
export type Outcome<Answer> =
	| { readonly ok: true; readonly answer: Answer }
	| { readonly ok: false; readonly code: ProblemCode; readonly waitMs?: number };

/** A call that has passed the checks of its route. */
export interface Call<Route extends ApiRoute> {
	readonly request: FastifyRequest;
	readonly reply: FastifyReply;
	readonly params: z.output<Route['params']>;
	readonly query: z.output<Route['query']>;
	readonly body: Route['body'] extends z.ZodMiniType ? z.output<Route['body']> : null;
	/** Looked up unless anyone may call. */
	readonly person: Route['access'] extends 'anyone' ? null : SignedInPerson;
}

/** A picture on its way into a page. */
export interface AnswerPicture {
	readonly bytes: Uint8Array;
	readonly mediaType: string;
}

type AnswerOf<Route extends ApiRoute> = Route['answer'] extends z.ZodMiniType
	? z.input<Route['answer']>
	: Route['answer'] extends 'picture'
		? AnswerPicture
		: AnswerFile;

/** What answers one route. */
export type Handler<Name extends ApiRouteName> = (
	call: Call<(typeof apiRoutes)[Name]>
) => Promise<Outcome<AnswerOf<(typeof apiRoutes)[Name]>>>;

/** One handler per route of the table; the compiler asks for a forgotten one. */
export type Handlers = { readonly [Name in ApiRouteName]: Handler<Name> };

/** A refusal as a handler's outcome. */
export function refuse(code: ProblemCode, waitMs?: number): Outcome<never> {
	return { ok: false, code, ...(waitMs === undefined ? {} : { waitMs }) };
}

/** An answer as a handler's outcome. */
export function answer<T>(value: T): Outcome<T> {
	return { ok: true, answer: value };
}

/** Requests per address and minute: a room of sixty people often shares one address. */
const perMinute = { api: 1500, export: 120, wholeBoard: 60, upload: 120, picture: 6000 };

/** Answered by going through the whole log of a board. */
const walksLog: ReadonlySet<ApiRouteName> = new Set(['readCardHistory', 'readReplay', 'rollBack']);

/** What a route costs at most: a whole board as data is put together on the thread that everybody waits for. */
function mostPerMinute(name: ApiRouteName, { answer: kind, body }: ApiRoute): number {
	if (name === 'readBoard') return perMinute.wholeBoard;
	if (name === 'tellExport' || walksLog.has(name)) return perMinute.export;
	if (kind === 'picture') return perMinute.picture;
	if (body === 'file') return perMinute.upload;
	return kind === 'file' ? perMinute.export : perMinute.api;
}

/** Registers every route of the table: checks who calls and what was sent, then shapes the answer. */
export function registerApi(
	app: FastifyInstance,
	deps: { readonly whoIs: WhoIs; readonly catalogue: Catalogue },
	handlers: Handlers
): void {
	for (const [name, route] of Object.entries(apiRoutes) as [ApiRouteName, ApiRoute][]) {
		// Each handler's own types were checked against its route when `handlers` was built.
		const handle = handlers[name] as (call: Call<ApiRoute>) => Promise<Outcome<unknown>>;
		app.route({
			method: route.method,
			url: route.path,
			config: {
				rateLimit: { max: mostPerMinute(name, route) }
			},
			handler: async (request, reply) => {
				const params = route.params.safeParse(request.params ?? {});
				// An address that cannot be one leads nowhere.
				if (!params.success) return sendProblem(request, reply, addressProblem(name));
				const person = route.access === 'anyone' ? null : await admit(deps, route, request, params);
				if (typeof person === 'string') return sendProblem(request, reply, person);
				const query = route.query.safeParse(request.query ?? {});
				const body =
					route.body === null || route.body === 'file'
						? { success: true as const, data: null }
						: route.body.safeParse(request.body);
				if (!query.success || !body.success) return sendProblem(request, reply, 'badRequest');
				const call = { request, reply, params: params.data, query: query.data } as const;
				const outcome = await handle({
					...call,
					body: body.data,
					person
				} as unknown as Call<ApiRoute>);
				return send(request, reply, route, outcome);
			}
		});
	}
}

function addressProblem(name: ApiRouteName): ProblemCode {
	return name === 'lookUpCode' || name === 'openProjector' ? 'codeUnknown' : 'notFound';
}

function send(
	request: FastifyRequest,
	reply: FastifyReply,
	route: ApiRoute,
	outcome: Outcome<unknown>
): FastifyReply {
	if (!outcome.ok) {
		if (outcome.waitMs !== undefined)
			void reply.header('retry-after', Math.ceil(outcome.waitMs / 1000));
		return sendProblem(request, reply, outcome.code);
	}
	void reply.code(route.status).header('cache-control', 'no-store');
	if (route.answer === 'file') {
		const { bytes, mediaType, name, missingCharacters } = outcome.answer as AnswerFile;
		if (missingCharacters.length > 0) {
			const list = missingCharacters.slice(0, 50).join('');
			void reply.header('x-missing-characters', encodeURIComponent(list.toWellFormed()));
		}
		return reply
			.type(mediaType)
			.header('content-disposition', contentDisposition(name))
			.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
	}
	if (route.answer === 'picture') return sendPicture(reply, outcome.answer as AnswerPicture);
	// Parsing keeps out whatever the schema does not name, and fails loudly when something is missing.
	const said = route.answer.parse(outcome.answer);
	return route.isPolled ? sendUnlessKnown(request, reply, said) : reply.send(said);
}

/** For a page of our own and nothing else: opened by its address, the picture can run nothing and load nothing. */
function sendPicture(reply: FastifyReply, { bytes, mediaType }: AnswerPicture): FastifyReply {
	return reply
		.type(mediaType)
		.header('content-disposition', 'inline')
		.header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
		.header('x-content-type-options', 'nosniff')
		.header('cross-origin-resource-policy', 'same-origin')
		.header('cache-control', 'private, max-age=3600')
		.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** The person who may use the route, or why nobody here may. */
async function admit(
	{ whoIs, catalogue }: { readonly whoIs: WhoIs; readonly catalogue: Catalogue },
	{ access }: ApiRoute,
	request: FastifyRequest,
	{ data }: { readonly data: Record<string, unknown> }
): Promise<SignedInPerson | ProblemCode> {
	const { boardId, workshopId } = data;
	if (access === 'boardReader' && typeof boardId === 'string') {
		const board = await catalogue.getBoard(boardId);
		const person = await whoIs(request, { boardId });
		const isKnown = person !== null || (await whoIs(request)) !== null;
		if (!isKnown) return 'notSignedIn';
		if (board === null || board.deletedAt !== null) return 'notFound';
		return person?.mayOpen(boardId) === true ? person : 'forbidden';
	}
	if (access === 'workshopLead' && typeof workshopId === 'string') {
		const person = await whoIs(request, { workshopId });
		if (!person) return (await whoIs(request)) === null ? 'notSignedIn' : 'forbidden';
		if (!mayLead(person.role)) return 'forbidden';
		// A deleted workshop has no boards, and tells nothing more: not even who was there.
		return (await catalogue.listBoards(workshopId)).length > 0 ? person : 'notFound';
	}
	const person = await whoIs(request);
	if (person === null) return 'notSignedIn';
	return access === 'signedIn' || person.role === 'staff' ? person : 'forbidden';
}

/** A download's name for every browser: plain ASCII first, the real one by RFC 5987. */
function contentDisposition(name: string): string {
	const ending = /[.][a-z0-9]{1,5}$/.exec(name)?.[0] ?? '';
	const real = encodeURIComponent(name.toWellFormed()).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `attachment; filename="renkei-board${ending}"; filename*=UTF-8''${real}`;
}
