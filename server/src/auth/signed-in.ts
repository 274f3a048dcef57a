import * as z from 'zod/mini';
import type { Identity } from '@renkei/shared/protocol/presence.ts';
import { identitySchema } from '@renkei/shared/protocol/presence.ts';
import type { Role } from '@renkei/shared/method/roles.ts';
import { mayLead } from '@renkei/shared/method/roles.ts';
import type { Catalogue, Participant } from '../storage/storage.ts';
import { peopleCookie, staffCookie } from './cookies.ts';
import type { Signer } from './token.ts';

/** Somebody the server knows, as what and how far their rights reach. */
export interface SignedInPerson {
	readonly participantId: string;
	readonly role: Role;
	readonly profession: Identity['profession'];
	/** The workshop joined; null for staff, who belong to none. */
	readonly workshopId: string | null;
	/** The board of the chosen table; null for staff. */
	readonly boardId: string | null;
	readonly table: number | null;
	/** Set for the screen of a room: nobody sits there, so it neither sees nor shows who is present. */
	readonly isScreen?: true;
	/** Staff may open every board, facilitators and viewers those of their workshop, the others their table's. */
	readonly mayOpen: (boardId: string) => boolean;
}

/** As much of a request as the question "who is this" needs. */
export interface RequestWithCookies {
	readonly cookies: Readonly<Record<string, string | undefined>>;
}

/**
 * Who sent a request, or null. One browser can have joined several workshops: `about` picks the one
 * meant by a board or a workshop, without it the last one joined counts. Staff are staff everywhere.
 */
export type WhoIs = (
	request: RequestWithCookies,
	about?: { readonly boardId: string } | { readonly workshopId: string }
) => Promise<SignedInPerson | null>;

/** Builds the one function that every route and the WebSocket ask. */
export function createWhoIs(catalogue: Catalogue, signer: Signer): WhoIs {
	const alive = async (id: string | undefined): Promise<Participant | null> => {
		const found = id === undefined ? null : await catalogue.getParticipant(id);
		return found && found.revokedAt === null ? found : null;
	};

	return async ({ cookies }, about) => {
		const [staffId] = signer.open(staffCookie, cookies[staffCookie]) ?? [];
		const staff = await alive(staffId);
		if (staff?.role === 'staff') {
			return { ...bare(staff), workshopId: null, boardId: null, table: null, mayOpen: () => true };
		}
		const workshopId = await workshopMeant(catalogue, about);
		for (const id of signer.open(peopleCookie, cookies[peopleCookie]) ?? []) {
			const person = await alive(id);
			if (!person || person.role === 'staff' || person.workshopId === null) continue;
			if (workshopId === undefined || workshopId === person.workshopId) {
				return await inWorkshop(catalogue, person, person.workshopId);
			}
		}
		return null;
	};
}

/** Undefined where any workshop will do, null where the board asked about does not exist. */
async function workshopMeant(
	catalogue: Catalogue,
	about: Parameters<WhoIs>[1]
): Promise<string | null | undefined> {
	if (about === undefined) return undefined;
	if ('workshopId' in about) return about.workshopId;
	return (await catalogue.getBoard(about.boardId))?.workshopId ?? null;
}

async function inWorkshop(
	catalogue: Catalogue,
	person: Participant,
	workshopId: string
): Promise<SignedInPerson> {
	const boards = await catalogue.listBoards(workshopId);
	const ofAllTables = mayLead(person.role) || person.role === 'viewer';
	const open = new Set(
		boards.filter(({ id }) => ofAllTables || id === person.boardId).map(({ id }) => id)
	);
	return {
		...bare(person),
		workshopId,
		boardId: person.boardId,
		table: boards.find(({ id }) => id === person.boardId)?.table ?? null,
		mayOpen: (boardId) => open.has(boardId)
	};
}

function bare(person: Participant): Pick<SignedInPerson, 'participantId' | 'role' | 'profession'> {
	return {
		participantId: person.id,
		role: person.role,
		profession: z.catch(identitySchema.shape.profession, null).parse(person.profession)
	};
}
