import { randomBytes } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Catalogue } from '../storage/storage.ts';
import { hashPassphrase, newPassphrase } from './passphrase.ts';
import type { Signer } from './token.ts';
import { createSigner } from './token.ts';

/** What deciding who may come in needs from one start to the next. */
export interface Access {
	readonly signer: Signer;
	readonly passphraseHash: string;
	/** The passphrase made up just now, to be shown this once; null when there was one already. */
	readonly shownOnce: string | null;
}

/** Reads the server's secrets, making those that are missing. A configured passphrase comes before a kept one. */
export async function prepareAccess(config: Config, catalogue: Catalogue): Promise<Access> {
	const secret = await catalogue.setSettingOnce(
		'cookie-secret',
		randomBytes(32).toString('base64url')
	);
	const signer = createSigner(secret);
	if (config.staffPassphrase !== null) {
		return {
			signer,
			passphraseHash: await hashPassphrase(config.staffPassphrase),
			shownOnce: null
		};
	}
	const kept = await catalogue.getSetting('staff-passphrase');
	if (kept !== null) return { signer, passphraseHash: kept, shownOnce: null };
	const made = newPassphrase();
	const hash = await hashPassphrase(made);
	// Another process may have been faster: then its words count and ours were never said.
	const counts = await catalogue.setSettingOnce('staff-passphrase', hash);
	return { signer, passphraseHash: counts, shownOnce: counts === hash ? made : null };
}
