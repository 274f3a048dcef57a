import { randomInt } from 'node:crypto';
import { transferCodeValidMs } from '@renkei/shared/protocol/doors-api.ts';
import { z } from 'zod';
import type { Catalogue } from '../storage/storage.ts';
import type { Signer } from './token.ts';

/** The four digits with which a person goes on on another device; they outlive a restart of the server. */
export interface TransferCodes {
	/** Four digits for this person; those they had before are no longer good. Null when too many people ask at once. */
	readonly make: (workshopId: string, participantId: string) => Promise<string | null>;
	/** Whose digits these are; true of each code once and in time, null for anything else. */
	readonly use: (workshopId: string, digits: string) => Promise<string | null>;
}

const entriesSchema = z.array(
	z.object({ hash: z.string(), participantId: z.string(), expiresAt: z.number() })
);
type Entry = z.infer<typeof entriesSchema>[number];

/** With more at a time, a guess would hit somebody's too easily. */
const maxAtOnce = 200;

/** Keeps who made which code by its keyed hash as a setting, and that it works once as a sign-in token. */
export function createTransferCodes(
	catalogue: Catalogue,
	signer: Signer,
	now: () => number
): TransferCodes {
	let line: Promise<unknown> = Promise.resolve();
	/** One after another: what is kept of a workshop is read, changed and written back. */
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const done = line.then(work);
		line = done.catch(() => {});
		return done;
	};
	const hashOf = (workshopId: string, digits: string): string => {
		const token = signer.sign('transfer', [workshopId, digits]);
		// Before the sign stand the digits themselves.
		return token.slice(token.lastIndexOf('~') + 1);
	};
	const keyOf = (workshopId: string): string => `transfer-codes/${workshopId}`;
	const read = async (workshopId: string): Promise<Entry[]> => {
		const kept = await catalogue.getSetting(keyOf(workshopId));
		if (kept === null) return [];
		return entriesSchema.parse(JSON.parse(kept)).filter(({ expiresAt }) => expiresAt > now());
	};
	const write = async (workshopId: string, entries: readonly Entry[]): Promise<void> =>
		await catalogue.setSetting(keyOf(workshopId), JSON.stringify(entries));

	return {
		make: (workshopId, participantId) =>
			inTurn(async () => {
				const all = await read(workshopId);
				for (const { hash } of all.filter((entry) => entry.participantId === participantId))
					await catalogue.useSignInToken(hash, now());
				const others = all.filter((entry) => entry.participantId !== participantId);
				if (others.length >= maxAtOnce) return null;
				const taken = new Set(others.map(({ hash }) => hash));
				let digits: string;
				let hash: string;
				do {
					digits = String(randomInt(10_000)).padStart(4, '0');
					hash = hashOf(workshopId, digits);
				} while (taken.has(hash));
				const expiresAt = now() + transferCodeValidMs;
				await catalogue.addSignInToken({ hash, expiresAt });
				await write(workshopId, [...others, { hash, participantId, expiresAt }]);
				return digits;
			}),

		use: (workshopId, digits) =>
			inTurn(async () => {
				const all = await read(workshopId);
				const hash = hashOf(workshopId, digits);
				const found = all.find((entry) => entry.hash === hash);
				if (!found || !(await catalogue.useSignInToken(hash, now()))) return null;
				await write(
					workshopId,
					all.filter((entry) => entry !== found)
				);
				return found.participantId;
			})
	};
}
