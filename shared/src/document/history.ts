import * as Y from 'yjs';
import type { CardId } from '../method/card.ts';
import { FieldClaims } from './field-claims.ts';
import { entryOf, rootsOf, textKey } from './layout.ts';
import type { Author, Gesture } from './origins.ts';
import { LocalOrigin, transactGesture } from './origins.ts';
import type { Patch } from './undo-patch.ts';
import { applyPatches, lendOwnLinks, patchesOf, touchesCard } from './undo-patch.ts';
import { TextStep } from './text-step.ts';

/** What became of an undo or redo: `skipped` means others had written on, and the step is gone. */
export type UndoOutcome = 'done' | 'skipped' | 'nothing';

interface Step {
	readonly gesture: Gesture;
	readonly patches: readonly Patch[];
	readonly text: TextStep | null;
}

const maxDepth = 200;

/**
 * One person's own gestures on one document. Taking one back never touches what somebody else wrote last:
 * a field is put back only while it is still this person's, a new card goes only while nobody else wrote in
 * it, and in texts only this person's own characters go.
 */
export class History {
	readonly #doc: Y.Doc;
	readonly #author: () => Author;
	readonly #onChange: () => void;
	readonly #claims: FieldClaims;
	#undoSteps: Step[] = [];
	#redoSteps: Step[] = [];
	#text: TextStep | null = null;
	/** Text steps are recorded while their card is open; this one is already on the stack. */
	#isTextRecorded = false;
	#gathered: Patch[] = [];
	/** The gesture under way also changes a text outside any editor. */
	#isTextGathered = false;

	constructor(doc: Y.Doc, author: () => Author, onChange: () => void = () => {}) {
		this.#doc = doc;
		this.#author = author;
		this.#onChange = onChange;
		this.#claims = new FieldClaims();
		for (const root of Object.values(rootsOf(doc))) root.observeDeep(this.#gather);
		doc.on('afterTransaction', this.#record);
	}

	/** What `undo` would take back. */
	get undoGesture(): Gesture | null {
		return this.#undoSteps.at(-1)?.gesture ?? null;
	}

	/** What `redo` would do again. */
	get redoGesture(): Gesture | null {
		return this.#redoSteps.at(-1)?.gesture ?? null;
	}

	/** Makes everything written into this card's text one step, until `endText`. */
	beginText(card: CardId): void {
		this.endText();
		this.#text = TextStep.open(this.#doc, [card]);
	}

	/** Ends the step that `beginText` began. */
	endText(): void {
		this.#text?.close();
		if (!this.#isTextRecorded) this.#text?.release();
		this.#text = null;
		this.#isTextRecorded = false;
	}

	/** Takes back the newest own gesture, as far as it is still this person's. */
	undo(): UndoOutcome {
		return this.#walk('undo');
	}

	/** Does again what was last taken back, as far as nobody wrote there since. */
	redo(): UndoOutcome {
		return this.#walk('redo');
	}

	/** Does to a copy of the document what `undo` or `redo` would do, as far as rights are concerned; nothing is forgotten. */
	rehearse(way: 'undo' | 'redo', copy: Y.Doc): void {
		const step = (way === 'undo' ? this.#undoSteps : this.#redoSteps).at(-1);
		if (!step) return;
		lendOwnLinks(this.#doc, copy);
		copy.transact(() => {
			applyPatches(copy, step.patches, this.#claims, this.#author());
			for (const card of step.text?.cards ?? []) {
				const text = entryOf(rootsOf(copy).cards, card)?.get(textKey);
				if (text instanceof Y.Text) text.insert(0, ' ');
			}
		});
	}

	/** Forgets every step about a card, as if it had never been made. */
	forgetCard(card: CardId): void {
		const without = (steps: readonly Step[]): Step[] =>
			steps.flatMap((step) => {
				const patches = step.patches.filter((patch) => !touchesCard(patch, card));
				const keepsText =
					step.text !== null && !(step.text.cards.size === 1 && step.text.cards.has(card));
				if (step.text !== null && !keepsText) step.text.release();
				return patches.length > 0 || keepsText ? [{ ...step, patches }] : [];
			});
		if (this.#text?.cards.has(card)) this.endText();
		this.#undoSteps = without(this.#undoSteps);
		this.#redoSteps = without(this.#redoSteps);
		this.#onChange();
	}

	/** Forgets everything: the board was restored or replaced. */
	clear(): void {
		this.endText();
		for (const step of [...this.#undoSteps, ...this.#redoSteps]) step.text?.release();
		this.#undoSteps = [];
		this.#redoSteps = [];
		this.#onChange();
	}

	/** Stops following the document. */
	destroy(): void {
		for (const root of Object.values(rootsOf(this.#doc))) root.unobserveDeep(this.#gather);
		this.#doc.off('afterTransaction', this.#record);
		this.clear();
	}

	#walk(gesture: 'undo' | 'redo'): UndoOutcome {
		this.endText();
		const [from, to] =
			gesture === 'undo' ? [this.#undoSteps, this.#redoSteps] : [this.#redoSteps, this.#undoSteps];
		const step = from.pop();
		if (!step) return 'nothing';
		const isTextBack = step.text?.[gesture]() ?? false;
		const patches = this.#walkPatches(step, gesture);
		const inverse = isTextBack || patches.length > 0 ? { ...step, patches } : null;
		if (inverse) to.push(inverse);
		else step.text?.release();
		this.#onChange();
		return inverse ? 'done' : 'skipped';
	}

	#walkPatches(step: Step, gesture: 'undo' | 'redo'): readonly Patch[] {
		if (step.patches.length === 0) return [];
		return transactGesture(this.#doc, gesture, () =>
			applyPatches(this.#doc, step.patches, this.#claims, this.#author())
		);
	}

	readonly #gather = (
		events: Y.YEvent<Y.AbstractType<unknown>>[],
		transaction: Y.Transaction
	): void => {
		if (!transaction.local) {
			this.#claims.noteForeign(events);
			return;
		}
		if (!isOwnGesture(transaction.origin)) return;
		// All texts lie below one root, so that one call brings every text of a transaction.
		const written: CardId[] = [];
		for (const event of events) {
			if (event.target instanceof Y.Text && event.path.length === 2)
				written.push(String(event.path[0]) as CardId);
			else this.#gathered.push(...patchesOf(event, this.#doc, this.#claims));
		}
		const { isSession = false, cards } = this.#text ?? {};
		if (written.length === 0 || (isSession && written.every((card) => cards?.has(card)))) return;
		this.#openSingle(written);
		this.#isTextGathered = true;
	};

	/**
	 * A change outside any editor, or on other cards than the open one, is a step of its own. It is closed only by
	 * the next one: right now its own listener has not heard of the change yet.
	 */
	#openSingle(cards: readonly CardId[]): void {
		this.endText();
		this.#text = TextStep.open(this.#doc, cards, false);
	}

	readonly #record = (transaction: Y.Transaction): void => {
		const { origin } = transaction;
		if (!isOwnGesture(origin)) return;
		const patches = this.#gathered;
		const text = this.#isTextGathered ? this.#text : null;
		this.#gathered = [];
		this.#isTextGathered = false;
		if (origin.gesture === 'editText') this.#recordText(patches);
		else if (patches.length > 0 || text) {
			this.#push({ gesture: origin.gesture, patches, text });
			// The step has it now, so that the end of the text does not throw it away.
			if (text) this.#isTextRecorded = true;
		}
	};

	#recordText(patches: readonly Patch[]): void {
		const text = this.#text;
		if (!text) return;
		if (!this.#isTextRecorded) this.#push({ gesture: 'editText', patches, text });
		else this.#dropRedo();
		this.#isTextRecorded = true;
	}

	#push(step: Step): void {
		this.#dropRedo();
		this.#undoSteps.push(step);
		if (this.#undoSteps.length > maxDepth) this.#undoSteps.shift()?.text?.release();
		this.#onChange();
	}

	#dropRedo(): void {
		if (this.#redoSteps.length === 0) return;
		for (const step of this.#redoSteps) step.text?.release();
		this.#redoSteps = [];
		this.#onChange();
	}
}

function isOwnGesture(origin: unknown): origin is LocalOrigin {
	return origin instanceof LocalOrigin && origin.gesture !== 'undo' && origin.gesture !== 'redo';
}
