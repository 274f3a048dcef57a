import type { Method } from '@renkei/shared/method/packs/method.ts';
import type { Pack } from '@renkei/shared/method/packs/pack.ts';
import { packSchema } from '@renkei/shared/method/packs/pack.ts';
import { resolvePack } from '@renkei/shared/method/packs/resolve-pack.ts';
import type { Answer } from './ask.ts';
import { request } from './http.ts';

const keptAs = (packId: string): string => `renkei-pack:${packId}`;

/** The words of a pack from the server, else as this device last had them; null when neither has it. */
export async function loadPack(
	packId: string,
	fetchPack: (packId: string) => Promise<Answer<unknown>> = askForPack
): Promise<Method | null> {
	const answer = await fetchPack(packId);
	const came = answer.ok ? judged(answer.value) : null;
	if (came) keep(packId, came);
	const pack = came ?? judged(kept(packId));
	return pack?.id === packId ? resolvePack(pack) : null;
}

async function askForPack(packId: string): Promise<Answer<unknown>> {
	return await request('readPack', { params: { packId } });
}

function judged(value: unknown): Pack | null {
	return packSchema.safeParse(value).data ?? null;
}

// A browser that keeps nothing shows the manual's words while it has no network.
function keep(packId: string, pack: Pack): void {
	try {
		localStorage.setItem(keptAs(packId), JSON.stringify(pack));
	} catch {
		return;
	}
}

function kept(packId: string): unknown {
	try {
		return JSON.parse(localStorage.getItem(keptAs(packId)) ?? 'null');
	} catch {
		return null;
	}
}
