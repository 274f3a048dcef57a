import type * as Y from 'yjs';
import { insertAwaitedCards } from '@renkei/shared/document/commands/awaited-commands.ts';
import { markChosen, noteVotes } from '@renkei/shared/document/commands/ballot-commands.ts';
import type { Effect } from '@renkei/shared/facilitation/effects.ts';

/** Does to the document what a command of leading brings with it; doing it twice is doing it once. */
export function applyEffects(doc: Y.Doc, effects: readonly Effect[]): void {
	for (const effect of effects) apply(doc, effect);
}

function apply(doc: Y.Doc, effect: Effect): void {
	switch (effect.kind) {
		case 'insertCards': {
			const cards = effect.cards.map(({ participant, profession, at, ...card }) => ({
				...card,
				author: { participant, profession, now: at }
			}));
			return insertAwaitedCards(doc, cards);
		}
		case 'setVotes':
			return noteVotes(doc, effect.votes);
		case 'chooseCards':
			return markChosen(doc, effect.cards, effect.instead);
		case 'mark':
			return;
	}
}

/** Whether any of them changes the document. */
export function changesDocument(effects: readonly Effect[]): boolean {
	return effects.some(({ kind }) => kind !== 'mark');
}
