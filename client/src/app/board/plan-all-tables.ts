import type { Phase } from '@renkei/shared/facilitation/phase.ts';
import { wallRoutes } from '@renkei/shared/protocol/wall-api.ts';
import { leadingText } from '../../i18n/messages/leading.ts';
import { ask } from '../ask.ts';

/** Gives every table of a workshop this programme; a sentence says why where one did not take it, empty when all did. */
export async function planAllTables(
	workshopId: string,
	programme: readonly Phase[]
): Promise<string> {
	const answer = await ask(wallRoutes.leadTables, {
		params: { workshopId },
		body: { boards: 'all', aid: 'phases', command: { do: 'plan', programme } }
	});
	if (!answer.ok) return answer.refusal.sentence;
	const refused = answer.value.tables.flatMap(({ table, refused: reason }) =>
		reason === null ? [] : [leadingText.notPlanned(table, leadingText.failures[reason]())]
	);
	return refused.join(' ');
}
