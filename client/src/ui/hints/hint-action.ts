import type { CardId } from '@renkei/shared/method/card.ts';
import type { HintAction } from '@renkei/shared/method/checks/check.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';
import { tick } from 'svelte';
import { say } from '../../i18n/message.ts';
import { hintText } from '../../i18n/messages/hints.ts';
import { startNew } from '../../state/card-chain.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import { aids } from '../aids/index.ts';
import type { BoardScreen } from '../board/board-screen.svelte.ts';
import { focusField } from './focus-field.ts';
import { showCard, showOnBoard } from './show-card.ts';

/** What the button of an action says. */
export function actionLabel(open: OpenBoard, action: HintAction): string {
	switch (action.kind) {
		case 'addCard':
			return hintText.write(say(open.method.cardTypes[action.type].label));
		case 'field':
			return hintText.fill(say(fieldLabel(open, action.card, action.field)));
		case 'setField':
			return hintText.set(action.value);
		case 'edit':
			return hintText.rewrite();
		case 'link':
			return hintText.link(say(open.method.cardTypes[action.type].label));
		case 'choose':
			return hintText.choose();
		case 'cluster':
			return hintText.cluster();
		case 'step':
			return hintText.goTo(say(open.method.steps[action.step].label));
		case 'head':
			return {
				scene: hintText.scene,
				reviewDate: hintText.reviewDate,
				professionsPresent: hintText.professions
			}[action.field]();
	}
}

/** Actions that ask which card, or for a value, before anything happens. */
export type AskingAction = Extract<HintAction, { kind: 'link' | 'choose' | 'head' }>;

/** Whether the button of an action only opens a question in the drawer. */
export function isAsking(action: HintAction): action is AskingAction {
	return action.kind === 'link' || action.kind === 'choose' || action.kind === 'head';
}

/** Does what a hint proposes; what still has to be written is ready to be written afterwards. */
export async function runAction(
	open: OpenBoard,
	screen: BoardScreen,
	action: Exclude<HintAction, AskingAction>
): Promise<void> {
	const { commands } = open;
	switch (action.kind) {
		case 'addCard':
			return await writeCard(open, screen, action);
		case 'edit':
			showCard(open, screen, action.card);
			await tick();
			open.editing.start(action.card);
			return;
		case 'field':
			showCard(open, screen, action.card);
			screen.wantsPanel = true;
			screen.side = 'card';
			focusField(say(fieldLabel(open, action.card, action.field)));
			return;
		case 'setField':
			commands.setCardField(action.card, action.field, action.value);
			return;
		case 'cluster':
			commands.makeCluster([...action.cards], '');
			return;
		case 'step':
			screen.chooseStep(action.step);
			// Where a step has an aid of its own name, that is where its work is done.
			screen.aid = aids.find(({ id }) => id === action.step)?.id ?? null;
			return;
	}
}

/** Chooses one card where a hint asks which; the others it is about stand back. */
export function chooseCard(
	{ commands, board }: OpenBoard,
	{ as, among }: Extract<HintAction, { kind: 'choose' }>,
	chosen: CardId
): void {
	if (as === 'root') {
		commands.chooseRootCause(chosen);
		return;
	}
	for (const id of among) {
		const card = board.cards.get(id);
		if (card?.type !== 'theme') continue;
		const status = id === chosen ? 'chosen' : 'candidate';
		if (card.status !== status) commands.setCardField(id, 'status', status);
	}
}

async function writeCard(
	open: OpenBoard,
	screen: BoardScreen,
	{ type, link, fields }: Extract<HintAction, { kind: 'addCard' }>
): Promise<void> {
	const { commands } = open;
	if (screen.view === 'sheet') screen.chooseView('list');
	screen.aid = null;
	const fresh = { type, text: '', ...(fields ? { fields } : {}) };
	const id = link ? commands.addLinkedCard(fresh, link) : commands.addCard(fresh);
	if (id === null) return;
	if (screen.view === 'board') {
		startNew(open, id);
		showOnBoard(open, id);
		return;
	}
	open.selection.choose([id]);
	screen.reveal(id);
	// The list takes the focus to the row first; the field in it must come after.
	await tick();
	open.editing.start(id, { isNew: true });
}

function fieldLabel({ board, method }: OpenBoard, id: CardId, key: string): Localised {
	const card = board.cards.get(id);
	if (!card) return { ja: key, en: key };
	const words = method.cardTypes[card.type];
	return words.fields[key]?.label ?? words.label;
}
