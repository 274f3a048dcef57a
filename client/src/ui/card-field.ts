import type { CardId } from '@renkei/shared/method/card.ts';
import { selectPrevious, startNextStep, startSibling } from '../state/card-chain.ts';
import { editorKey, lineBreakFinishes, restingKey } from '../state/editor-keys.ts';
import type { OpenBoard } from '../state/open-board.ts';
import { TextSession } from '../state/text-session.ts';
import { afterComposition } from './outside-press.ts';

/** While somebody types, what stands in the field is kept on the device so often. */
const draftEveryMs = 500;
/** A conversion that rests so long is shown to others as it stands; it is in no document yet. */
const previewAfterMs = 1500;
/** So many characters of it: the tab on a card has room for no more. */
const previewLength = 24;

/** What the component around the field wants to know. */
export interface CardFieldEvents {
	/** The field's text, or what an input method shows in it, has another size. */
	readonly changed: (text: string) => void;
	/** The field lost the keyboard while the page has it. */
	readonly left: () => void;
}

/** Lets a textarea write on a card, and returns how to stop. The field commits what it shows when it stops. */
export function bindCardField(
	field: HTMLTextAreaElement,
	open: OpenBoard,
	card: CardId,
	events: CardFieldEvents
): () => void {
	const { editing } = open;
	const text = open.textOf(card);
	if (!text) return () => {};
	const session = new TextSession(text, field, undefined, (shown, before) => {
		open.offerWords(card, shown, before);
		editing.finish();
		// Nothing more of this word can go anywhere: the input method is to let go of it.
		if (session.isComposing) field.blur();
	});
	const isEditing = (): boolean => editing.card === card;
	let draftTimer: ReturnType<typeof setTimeout> | null = null;
	let stopWaiting = (): void => {};
	let previewTimer: ReturnType<typeof setTimeout> | undefined;
	let hadKeyPress = false;

	const keepDraft = (): void => {
		draftTimer = null;
		open.keepDraft(card, session.value);
	};
	const changed = (): void => {
		draftTimer ??= setTimeout(keepDraft, draftEveryMs);
		clearTimeout(previewTimer);
		if (session.isComposing) previewTimer = setTimeout(showPreview, previewAfterMs);
		events.changed(session.value);
	};
	const showPreview = (): void => {
		if (isEditing()) editing.preview = session.value.slice(-previewLength);
	};
	const startTyping = (): void => {
		if (isEditing()) return;
		// The field has been waiting at the end of the text: typing adds to it and never replaces it.
		editing.start(card, { caret: 'keep' });
	};
	const act = (chain: (open: OpenBoard, card: CardId) => void): void => {
		const wasLeftEmpty = editing.isNew && session.value.trim() === '';
		editing.finish();
		if (!wasLeftEmpty) chain(open, card);
	};

	const breakLine = (): void => {
		field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
		session.input();
		changed();
	};

	const leave = (): void => {
		session.commit();
		if (isEditing()) events.left();
	};

	const keyDownResting = (event: KeyboardEvent): void => {
		const meaning = restingKey(event, session.ownsKeys);
		if (meaning === 'type') return;
		if (meaning === 'edit') {
			event.preventDefault();
			event.stopPropagation();
			editing.start(card);
		}
	};
	const keyDownEditing = (event: KeyboardEvent): void => {
		hadKeyPress = event.keyCode !== 229;
		const { enterIsNewline } = open.preferences;
		const meaning = editorKey(event, { ownsKeys: session.ownsKeys, enterIsNewline });
		if (meaning === 'save') return;
		// No shortcut of the board may fire while somebody writes.
		event.stopPropagation();
		switch (meaning) {
			case 'native':
				return;
			case 'newLine':
				// Not every browser breaks the line with Alt held.
				if (!event.altKey) return;
				event.preventDefault();
				breakLine();
				return;
			case 'finish':
				event.preventDefault();
				editing.finish();
				return;
			case 'sibling':
				event.preventDefault();
				act(startSibling);
				return;
			case 'nextStep':
				event.preventDefault();
				act(startNextStep);
				return;
			case 'previous':
				event.preventDefault();
				act(selectPrevious);
				return;
		}
	};

	const listeners: {
		[Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void;
	} = {
		keydown: (event) => (isEditing() ? keyDownEditing(event) : keyDownResting(event)),
		compositionstart: () => {
			startTyping();
			session.compositionStart();
		},
		compositionupdate: () => changed(),
		compositionend: () => {
			session.compositionEnd();
			editing.preview = null;
			changed();
			keepDraft();
		},
		beforeinput: (event) => {
			if (!isEditing()) {
				if (event.isComposing || event.inputType === 'insertText') startTyping();
				// Delete, paste and undo mean the card or the board while nobody writes.
				if (!isEditing()) event.preventDefault();
				return;
			}
			// A key that slips past the input method must not break its word in two.
			const slips = session.isComposing || (session.ownsKeys && hadKeyPress);
			if (slips && event.inputType === 'insertLineBreak') {
				event.preventDefault();
				return;
			}
			const finishes = lineBreakFinishes(event.inputType, {
				isComposing: session.isComposing || event.isComposing,
				hadKeyPress,
				enterIsNewline: open.preferences.enterIsNewline
			});
			hadKeyPress = false;
			if (!finishes) return;
			event.preventDefault();
			editing.finish();
		},
		input: () => {
			session.input();
			changed();
		},
		blur: () => {
			// The whole window losing the keyboard is not the end of writing.
			if (!document.hasFocus()) session.commit();
			else stopWaiting = afterComposition(field, () => session.isComposing, leave);
		}
	};
	for (const [name, listener] of Object.entries(listeners))
		field.addEventListener(name, listener as EventListener);
	const unregister = editing.register({
		commit: () => session.commit(),
		get isComposing() {
			return session.isComposing;
		}
	});
	return () => {
		for (const [name, listener] of Object.entries(listeners))
			field.removeEventListener(name, listener as EventListener);
		if (draftTimer !== null) clearTimeout(draftTimer);
		clearTimeout(previewTimer);
		stopWaiting();
		unregister();
		session.end();
	};
}

/** The two buttons of every editor. Pressing them must not take the keyboard from the field before they act. */
export function pressWithoutLeaving(press: () => void): {
	onpointerdown: (event: PointerEvent) => void;
	onmousedown: (event: MouseEvent) => void;
	onclick: () => void;
} {
	return {
		onpointerdown: (event) => event.preventDefault(),
		onmousedown: (event) => event.preventDefault(),
		onclick: press
	};
}
