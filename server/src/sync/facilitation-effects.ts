import type * as Y from 'yjs';
import type { AwaitedCardEntry } from '@renkei/shared/document/commands/awaited-commands.ts';
import {
	insertAwaitedCards,
	takeAwaitedCards
} from '@renkei/shared/document/commands/awaited-commands.ts';
import { markChosen, noteVotes } from '@renkei/shared/document/commands/ballot-commands.ts';
import type { AwaitedCard, Effect } from '@renkei/shared/facilitation/effects.ts';

/** Does to the document what a command of leading brings with it; doing it twice is doing it once. */
export function applyEffects(doc: Y.Doc, effects: readonly Effect[]): void {
	for (const effect of effects) apply(doc, effect);
}

function apply(doc: Y.Doc, effect: Effect): void {
	switch (effect.kind) {
		case 'insertCards':
			return insertAwaitedCards(doc, effect.cards.map(entryFrom));
		case 'setVotes':
			return noteVotes(doc, effect.votes);
		case 'chooseCards':
			return markChosen(doc, effect.cards, effect.instead);
		case 'takeCards':
		case 'mark':
			return;
	}
}

/** Whether any of them changes the document. */
export function changesDocument(effects: readonly Effect[]): boolean {
	return effects.some(({ kind }) => kind !== 'mark' && kind !== 'takeCards');
}

/** Does to the document what may only happen once the state is kept that says where those cards are now. */
export function applyLaterEffects(doc: Y.Doc, effects: readonly Effect[]): void {
	for (const effect of effects)
		if (effect.kind === 'takeCards') takeAwaitedCards(doc, effect.cards.map(entryFrom));
}

/** Whether any of them changes the document then. */
export function changesDocumentLater(effects: readonly Effect[]): boolean {
	return effects.some(({ kind }) => kind === 'takeCards');
}

function entryFrom({ participant, profession, at, ...card }: AwaitedCard): AwaitedCardEntry {
	return { ...card, author: { participant, profession, now: at } };
}
