import type { Catalogue, Workshop } from '../storage/storage.ts';
import type { SignedInPerson } from './signed-in.ts';
import type { Signer } from './token.ts';

/** Keeps a ticket from serving as a cookie, and a cookie as a ticket. */
const purpose = 'projector';

/** A ticket for the screen of a room: it opens the boards of one workshop to look at, and nothing else. */
export function projectorTicket(
	signer: Signer,
	{ id, viewerCode }: Pick<Workshop, 'id' | 'viewerCode'>
): string {
	return signer.sign(purpose, [id, viewerCode]);
}

/** As whom the screens of a board are connected. */
export function screenOf(boardId: string): string {
	return `screen-${boardId}`;
}

/** Whom a ticket lets in to a board, or null. Cookies play no part: the screen is nobody, also on the PC of staff. */
export type WhoWatches = (ticket: string, boardId: string) => Promise<SignedInPerson | null>;

/** Builds the function that the WebSocket asks about a ticket. */
export function createWhoWatches(catalogue: Catalogue, signer: Signer): WhoWatches {
	return async (ticket, boardId) => {
		const [workshopId, code] = signer.open(purpose, ticket) ?? [];
		if (workshopId === undefined) return null;
		const workshop = await catalogue.getWorkshop(workshopId);
		// With another code every ticket given for the old one ends.
		if (workshop?.viewerCode !== code) return null;
		const boards = await catalogue.listBoards(workshopId);
		return {
			participantId: screenOf(boardId),
			role: 'viewer',
			profession: null,
			workshopId,
			boardId,
			table: boards.find(({ id }) => id === boardId)?.table ?? null,
			isScreen: true,
			mayOpen: (asked) => boards.some(({ id }) => id === asked)
		};
	};
}
