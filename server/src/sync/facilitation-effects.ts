import type * as Y from 'yjs';
import { insertAwaitedCards } from '@renkei/shared/document/commands/awaited-commands.ts';
import type { Effect } from '@renkei/shared/facilitation/effects.ts';

/** Does to the document what a command of leading brings with it; doing it twice is doing it once. */
export function applyEffects(doc: Y.Doc, effects: readonly Effect[]): void {
	for (const effect of effects) {
		if (effect.kind === 'mark') continue;
		insertAwaitedCards(
			doc,
			effect.cards.map(({ participant, profession, at, ...card }) => ({
				...card,
				author: { participant, profession, now: at }
			}))
		);
	}
}

/** Whether any of them changes the document. */
export function changesDocument(effects: readonly Effect[]): boolean {
	return effects.some(({ kind }) => kind !== 'mark');
}
