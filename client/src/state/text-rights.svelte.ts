import { untrack } from 'svelte';
import type { FacilitationState } from './facilitation.svelte.ts';
import type { OpenBoard } from './open-board.ts';

/** Late words need a moment to reach the server before it takes no more of them. */
const marginMs = 1500;

/**
 * Commits what is being written when another part of the programme begins, and closes the editor where the card may no
 * longer be written on: in time for the last words to arrive, or, where it has just been locked, at once.
 */
export function endWritingInTime(open: OpenBoard, led: FacilitationState): () => void {
	const { editing, board } = open;
	return $effect.root(() => {
		// Plain values: the card itself is another one at every word, and no word may be cut short by the last.
		const card = $derived(
			editing.card === null
				? null
				: (board.cards.get(editing.card) ?? board.trash.get(editing.card))
		);
		const lock = $derived(card?.lock ?? null);
		const isOwn = $derived(card?.createdBy === open.access.participant);
		const since = $derived(led.running?.since ?? null);
		const until = $derived(led.running?.late?.until ?? 0);
		const mayGoOn = $derived(led.may({ do: 'edit', isOwn, lock }));
		let lastSince = untrack(() => since);
		$effect(() => {
			const isAnotherPart = since !== lastSince;
			lastSince = since;
			if (editing.card === null) return;
			const restMs = lock === null ? until - untrack(() => led.serverNow()) - marginMs : 0;
			if (!mayGoOn && restMs <= 0) return untrack(() => editing.finish());
			// Not otherwise: a composition that has just begun this writing is nobody's business yet.
			if (isAnotherPart) untrack(() => editing.commit());
			if (mayGoOn) return;
			const timer = setTimeout(() => editing.finish(), restMs);
			return () => clearTimeout(timer);
		});
	});
}
