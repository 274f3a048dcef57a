import { answer } from './api.ts';
import type { Handlers } from './api.ts';
import type { Services } from './services.ts';

/** More deletions than this nobody reads through; the newest are told. */
const maxListed = 500;

/** The record of what was deleted. */
export function deletionRoutes({ storage }: Services): Pick<Handlers, 'listDeletions'> {
	return {
		listDeletions: async () => {
			const found = await storage.lives.listDeletions(maxListed);
			return answer({ deletions: found.map(({ workshopId: _, ...deletion }) => deletion) });
		}
	};
}
