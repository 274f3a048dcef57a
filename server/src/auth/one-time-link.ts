import { createHash, randomBytes } from 'node:crypto';
import type { Catalogue } from '../storage/storage.ts';

const validForMs = 3600_000;

/** Makes a secret that signs staff in once, within an hour; only its hash is kept. */
export async function createLinkSecret(catalogue: Catalogue, now: number): Promise<string> {
	const secret = randomBytes(24).toString('base64url');
	await catalogue.addSignInToken({ hash: hashOf(secret), expiresAt: now + validForMs });
	return secret;
}

/** True once for a secret that is still valid. */
export async function useLinkSecret(
	catalogue: Catalogue,
	secret: string,
	now: number
): Promise<boolean> {
	return await catalogue.useSignInToken(hashOf(secret), now);
}

function hashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('base64url');
}
