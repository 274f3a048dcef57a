import type { ProblemCode } from '@renkei/shared/protocol/problem.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { StorageError } from '../storage/storage.ts';
import { sendProblem } from './problems.ts';

/** Answers an address that Fastify could not even read; no route or hook has seen it. */
export function refuseAddress(
	error: unknown,
	request: FastifyRequest,
	reply: FastifyReply
): FastifyReply {
	const isTooLong =
		error instanceof Error && Reflect.get(error, 'code') === 'FST_ERR_MAX_PARAM_LENGTH';
	void reply
		.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
		.header('x-content-type-options', 'nosniff')
		.header('referrer-policy', 'same-origin');
	return sendProblem(request, reply, isTooLong ? 'notFound' : codeOf(error));
}

/** Turns whatever a route throws into a problem, and writes what the person is not told to the log. */
export function registerFailures(app: FastifyInstance): void {
	app.setErrorHandler((error, request, reply) => {
		const code = codeOf(error);
		if (code === 'internal' || code === 'storageDown') {
			request.log.error({ code, err: forLog(error), route: request.routeOptions.url }, 'failed');
		} else {
			// Not the message: a parser's message can quote what somebody typed.
			request.log.info({ code, route: request.routeOptions.url }, 'refused');
		}
		return sendProblem(request, reply, code);
	});
}

function codeOf(error: unknown): ProblemCode {
	if (error instanceof StorageError) return 'storageDown';
	const status = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
	switch (status) {
		case 404:
			return 'notFound';
		case 413:
			return 'tooLarge';
		case 429:
			return 'tooFast';
		default:
			return typeof status === 'number' && status >= 400 && status < 500
				? 'badRequest'
				: 'internal';
	}
}

/** Where it happened, without the message's words, which may hold a card's. */
function forLog(error: unknown): Record<string, unknown> {
	if (!(error instanceof Error)) return { name: typeof error };
	const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	return {
		name: error.name,
		...(error instanceof StorageError ? { reason: error.reason } : {}),
		...(typeof Reflect.get(error, 'code') === 'string' ? { code: Reflect.get(error, 'code') } : {}),
		at: frames.slice(0, 12).map((line) => line.trim()),
		...(error.cause === undefined ? {} : { cause: forLog(error.cause) })
	};
}
