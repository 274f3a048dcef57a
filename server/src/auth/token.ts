import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs what a cookie carries, so that nobody can make one up or turn one kind into another. */
export interface Signer {
	/** The words with their signature, safe in a cookie. `purpose` keeps a token of one kind from serving as another. */
	readonly sign: (purpose: string, words: readonly string[]) => string;
	/** The words that were signed for this purpose, or null for anything else. */
	readonly open: (purpose: string, token: string | undefined) => readonly string[] | null;
}

/** A signer with the server's secret; words may contain letters, digits, `_` and `-`. */
export function createSigner(secret: string): Signer {
	const mac = (purpose: string, body: string): Buffer =>
		createHmac('sha256', secret).update(`${purpose}\n${body}`).digest();
	return {
		sign: (purpose, words) => {
			const body = words.join('.');
			return `${body}~${mac(purpose, body).toString('base64url')}`;
		},
		open: (purpose, token) => {
			if (token === undefined || token.length > 1000) return null;
			const cut = token.lastIndexOf('~');
			const body = token.slice(0, Math.max(0, cut));
			const given = Buffer.from(token.slice(cut + 1), 'base64url');
			const expected = mac(purpose, body);
			if (cut < 1 || given.length !== expected.length) return null;
			return timingSafeEqual(given, expected) ? body.split('.') : null;
		}
	};
}
