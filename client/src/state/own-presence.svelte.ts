import type { Editing } from './editing.svelte.ts';
import { effectRoot } from './effect-root.svelte.ts';
import type { Participants } from './participants.svelte.ts';
import type { Selection } from './selection.svelte.ts';

/** As many as others are told of; more would only fill the line. */
const mostTold = 50;

/** Tells others what is selected and written on here, as it changes; returns how to stop. */
export function announceOwnPresence(
	participants: Participants,
	selection: Selection,
	editing: Editing
): () => void {
	return effectRoot(() =>
		participants.announce({
			selection: [...selection.cards].slice(0, mostTold),
			editing: editing.card,
			preview: editing.preview
		})
	);
}
