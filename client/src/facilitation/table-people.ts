import type { Profession } from '@renkei/shared/method/professions.ts';
import type { Role } from '@renkei/shared/method/roles.ts';
import type { OpenBoard } from '../state/open-board.ts';

/** Somebody who writes at this table now. */
export interface Writer {
	readonly participant: string;
	readonly profession: Profession | null;
	readonly isWriting: boolean;
}

const writes = (role: Role): boolean => role === 'participant' || role === 'recorder';

/** Everybody who writes at this table now, each once, the person at this screen among them; who leads is not. */
export function writersAt(open: OpenBoard): readonly Writer[] {
	const others = open.participants.people
		.filter(({ identity }) => writes(identity.role))
		.map(({ identity: { participant, profession }, isWriting }) => ({
			participant,
			profession,
			isWriting
		}));
	const { participant, profession } = open.access;
	if (!writes(open.connection.role)) return others;
	const isWriting = open.editing.card !== null;
	return [
		{ participant, profession, isWriting },
		...others.filter((other) => other.participant !== participant)
	];
}
