import type { Identity } from '@renkei/shared/protocol/presence.ts';
import { professions } from '@renkei/shared/method/professions.ts';

const colours = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The colour of somebody who comes: that of the profession, or a free one where it is taken at this board. */
export function chooseColour(
	person: Pick<Identity, 'participant' | 'profession'>,
	present: Iterable<Identity>
): number {
	const taken = new Set<number>();
	for (const { participant, who } of present) {
		// The same person at a second screen is still one person.
		if (participant === person.participant) return who;
		taken.add(who);
	}
	const own = person.profession === null ? 8 : professions[person.profession].who;
	return taken.has(own) ? (colours.find((colour) => !taken.has(colour)) ?? own) : own;
}
