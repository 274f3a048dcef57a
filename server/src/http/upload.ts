import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

/** The bytes of the one file of a form, or why there are none; a file that is too large can also throw a 413. */
export async function readUpload(
	request: FastifyRequest,
	maxBytes?: number
): Promise<Uint8Array | 'badRequest' | 'tooLarge'> {
	if (!request.isMultipart()) return 'badRequest';
	try {
		const file = await request.file(
			maxBytes === undefined ? {} : { limits: { fileSize: maxBytes } }
		);
		if (!file) return 'badRequest';
		const bytes = await file.toBuffer();
		// Cut off exactly at the end of a chunk, a file that is too large comes out as one that is not.
		return file.file.truncated ? 'tooLarge' : bytes;
	} catch (cause) {
		if (cause instanceof Error && 'statusCode' in cause) throw cause;
		// The parser says no more of a form without a boundary, or without an end.
		return 'badRequest';
	}
}
