import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

const recordSchema = z.object({ salt: z.string(), hash: z.string() });

/** The passphrase as it may be kept: a scrypt hash with its salt, as text. */
export async function hashPassphrase(passphrase: string): Promise<string> {
	const salt = randomBytes(16);
	const hash = await stretch(passphrase, salt);
	return JSON.stringify({ salt: salt.toString('base64'), hash: hash.toString('base64') });
}

/** Whether these are the words behind a kept hash; takes the same time for every wrong answer. */
export async function isPassphrase(given: string, kept: string): Promise<boolean> {
	const record = recordSchema.parse(JSON.parse(kept));
	const expected = Buffer.from(record.hash, 'base64');
	const actual = await stretch(given, Buffer.from(record.salt, 'base64'));
	return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** A new passphrase of five easily said pairs of syllables (60 bits), typed without a Japanese keyboard. */
export function newPassphrase(): string {
	const syllable = (): string => pick('bdghjkmnprstwyz') + pick('aeiou');
	return Array.from({ length: 5 }, () => syllable() + syllable()).join('-');
}

function pick(letters: string): string {
	return letters.charAt(randomInt(letters.length));
}

/** An IME may give full-width letters, and people add spaces: neither is a different passphrase. */
function stretch(passphrase: string, salt: Buffer): Promise<Buffer> {
	const words = passphrase.normalize('NFKC').trim();
	return new Promise((resolve, reject) => {
		scrypt(words, salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
	});
}
