import type { Access, ApiRoute } from '@renkei/shared/protocol/api-route.ts';
import { apiRoutes } from '@renkei/shared/protocol/api-routes.ts';
import { problemSchema } from '@renkei/shared/protocol/problem.ts';
import type { ProblemCode } from '@renkei/shared/protocol/problem.ts';
import * as z from 'zod/mini';
import { problems } from './problems.ts';

/** One operation of the description. */
export interface Operation {
	readonly operationId: string;
	readonly summary: string;
	readonly description: string;
	readonly security: readonly object[];
	readonly parameters: readonly {
		readonly name: string;
		readonly in: 'path' | 'query';
		readonly required: boolean;
		readonly schema: unknown;
	}[];
	readonly requestBody?: unknown;
	readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

/** The description of the whole HTTP interface (OpenAPI 3.1). */
export interface OpenApi {
	readonly openapi: '3.1.0';
	readonly info: Readonly<Record<string, unknown>>;
	readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
	readonly components: unknown;
}

const accessWords: Readonly<Record<Access, string>> = {
	anyone: 'Anyone.',
	signedIn: 'Anyone who has signed in or joined.',
	staff: 'Staff.',
	workshopLead: 'Staff, and facilitators of this workshop.',
	boardReader: 'Whoever may open this board.'
};

const accessRefusals: Readonly<Record<Access, readonly ProblemCode[]>> = {
	anyone: [],
	signedIn: ['notSignedIn'],
	staff: ['notSignedIn', 'forbidden'],
	workshopLead: ['notSignedIn', 'forbidden', 'notFound'],
	boardReader: ['notSignedIn', 'forbidden', 'notFound']
};

/** Describes every route of the table from the same schemas that check it. */
export function buildOpenApi(version: string): OpenApi {
	const paths: Record<string, Record<string, Operation>> = {};
	for (const [name, route] of Object.entries(apiRoutes) as [string, ApiRoute][]) {
		const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}');
		(paths[path] ??= {})[route.method.toLowerCase()] = operation(name, route);
	}
	for (const [path, operationId, summary, mediaType] of [
		['/healthz', 'isRunning', 'Whether the server runs', 'application/json'],
		['/readyz', 'isReady', 'Whether the server can save; 503 when not', 'application/json'],
		['/metrics', 'metrics', 'Counts for Prometheus; staff, or this computer', 'text/plain']
	] as const) {
		paths[path] = {
			get: {
				operationId,
				summary,
				description: summary,
				security: [],
				parameters: [],
				responses: { 200: response('Done', mediaType, {}) }
			}
		};
	}
	return {
		openapi: '3.1.0',
		info: {
			title: '連携ボード / Renkei Board',
			version,
			description:
				'Cookies carry the sign-in. Refusals are problem details (RFC 9457) with a stable `code`, in Japanese or English by `Accept-Language`.'
		},
		paths,
		components: {
			schemas: { Problem: schemaOf(problemSchema, 'output') },
			securitySchemes: {
				staff: { type: 'apiKey', in: 'cookie', name: 'renkei_staff' },
				people: { type: 'apiKey', in: 'cookie', name: 'renkei_people' }
			}
		}
	};
}

function operation(name: string, route: ApiRoute): Operation {
	const answer =
		route.answer === 'picture'
			? response('The picture', 'image/*', { type: 'string', format: 'binary' })
			: route.answer === 'file'
				? response('The file', 'application/octet-stream', { type: 'string', format: 'binary' })
				: response('Done', 'application/json', schemaOf(route.answer, 'output'));
	return {
		operationId: name,
		summary: route.summary,
		description: accessWords[route.access],
		security:
			route.access === 'anyone'
				? []
				: route.access === 'staff'
					? [{ staff: [] }]
					: [{ staff: [] }, { people: [] }],
		parameters: [...parameters('path', route.params), ...parameters('query', route.query)],
		...(route.body === null ? {} : { requestBody: requestBody(route.body) }),
		responses: { [route.status]: answer, ...refusalResponses(route) }
	};
}

function parameters(place: 'path' | 'query', schema: z.ZodMiniObject): Operation['parameters'] {
	return Object.entries(schema.shape).map(([name, part]) => ({
		name,
		in: place,
		required: place === 'path',
		schema: schemaOf(part as z.ZodMiniType, 'input')
	}));
}

function requestBody(body: z.ZodMiniType | 'file'): unknown {
	const content =
		body === 'file'
			? {
					'multipart/form-data': {
						schema: {
							type: 'object',
							properties: { file: { type: 'string', format: 'binary' } },
							required: ['file']
						}
					}
				}
			: { 'application/json': { schema: schemaOf(body, 'input') } };
	return { required: true, content };
}

/** The refusals of a route by status, each with its codes. */
function refusalResponses(route: ApiRoute): Operation['responses'] {
	const codes = new Set<ProblemCode>([
		...(route.body === null ? [] : (['badRequest'] as const)),
		...(route.method === 'GET' ? [] : (['otherSite'] as const)),
		...accessRefusals[route.access],
		...route.refusals,
		'tooFast',
		'storageDown',
		'internal'
	]);
	const byStatus = new Map<number, ProblemCode[]>();
	for (const code of codes)
		byStatus.set(problems[code].status, [...(byStatus.get(problems[code].status) ?? []), code]);
	const schema = { $ref: '#/components/schemas/Problem' };
	return Object.fromEntries(
		[...byStatus].map(([status, list]) => [
			status,
			response(list.join(', '), 'application/problem+json', schema)
		])
	);
}

function response(description: string, mediaType: string, schema: unknown) {
	return { description, content: { [mediaType]: { schema } } };
}

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): unknown {
	const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
	return rest;
}
