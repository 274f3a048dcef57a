import { professions } from '@renkei/shared/method/professions.ts';
import type { Role } from '@renkei/shared/method/roles.ts';
import type { Identity } from '@renkei/shared/protocol/presence.ts';
import type { GivenRole } from '@renkei/shared/protocol/workshop-life-api.ts';
import { say } from '../../../i18n/message.ts';
import { boardText } from '../../../i18n/messages/board.ts';
import { crewText } from '../../../i18n/messages/crew.ts';

type Named = Pick<Identity, 'participant' | 'profession' | 'role'>;

/** What people at a table are called: by profession, and counted where several have the same. */
export function crewNames(people: readonly Named[]): ReadonlyMap<string, string> {
	const plain = people.map(({ profession, role }) =>
		profession ? say(professions[profession].label) : boardText.roles[role]()
	);
	const counts = new Map<string, number>();
	return new Map(
		people.map(({ participant }, index) => {
			const name = plain[index] ?? '';
			if (plain.filter((other) => other === name).length === 1) return [participant, name];
			const count = (counts.get(name) ?? 0) + 1;
			counts.set(name, count);
			return [participant, crewText.oneOfSeveral(name, count)];
		})
	);
}

/** Which roles who leads can give this person now. */
export function rolesToGive(role: Role): readonly GivenRole[] {
	switch (role) {
		case 'participant':
			return ['facilitator', 'recorder'];
		case 'recorder':
			return ['facilitator', 'participant'];
		case 'facilitator':
			return ['recorder', 'participant'];
		default:
			return [];
	}
}
