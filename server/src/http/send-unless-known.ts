import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Sends an answer as JSON, or only says that it is still the one which whoever asks again and again already has. */
export function sendUnlessKnown(
	request: FastifyRequest,
	reply: FastifyReply,
	answer: unknown
): FastifyReply {
	const text = JSON.stringify(answer);
	// Weak: what stands in front may compress the answer, and it stays the same answer.
	const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
	void reply.header('etag', etag).header('cache-control', 'private, no-cache');
	const known = request.headers['if-none-match']?.split(',').map((each) => each.trim());
	if (known?.includes(etag)) return reply.code(304).send();
	return reply.type('application/json; charset=utf-8').send(text);
}
