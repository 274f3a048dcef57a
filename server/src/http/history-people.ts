import type { HistoryPoint } from '@renkei/shared/protocol/history-api.ts';
import { pointKindSchema, pointParamsSchema } from '@renkei/shared/protocol/history-api.ts';
import { roleSchema } from '@renkei/shared/method/roles.ts';
import type { Role } from '@renkei/shared/method/roles.ts';
import type { Profession } from '@renkei/shared/method/professions.ts';
import type { StoredPoint } from '../storage/history.ts';
import type { Catalogue } from '../storage/storage.ts';
import { professionOf } from './attendance-routes.ts';

/** Somebody as the history shows them: never by name. */
export interface ShownPerson {
	readonly role: Role | null;
	readonly profession: Profession | null;
}

/** Finds out for one answer what each person is, asking for each once. */
export function createPeople(
	catalogue: Catalogue
): (participantId: string | null) => Promise<ShownPerson> {
	const known = new Map<string, Promise<ShownPerson>>();
	return (participantId) => {
		if (participantId === null) return Promise.resolve({ role: null, profession: null });
		const found =
			known.get(participantId) ??
			catalogue.getParticipant(participantId).then((person) => ({
				role: person?.role ?? null,
				profession: person && professionOf(person)
			}));
		known.set(participantId, found);
		return found;
	};
}

/** A kept point as it is shown; null when a later version of this program named it. */
export async function shownPoint(
	{ id, seq, at, kind, params, text, isStarred, role, participantId }: StoredPoint,
	people: ReturnType<typeof createPeople>
): Promise<HistoryPoint | null> {
	const known = pointKindSchema.safeParse(kind);
	if (!known.success) return null;
	const words = pointParamsSchema.safeParse(JSON.parse(params));
	const person = await people(participantId);
	const as = roleSchema.safeParse(role);
	return {
		id,
		seq,
		at,
		kind: known.data,
		params: words.success ? words.data : {},
		text,
		isStarred,
		role: as.success ? as.data : person.role,
		profession: person.profession
	};
}
