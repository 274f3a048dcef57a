import type { Component } from 'svelte';
import type { PopupKind, PopupSubjects } from '../../state/popups.svelte.ts';
import type { BoardScreen } from '../board/board-screen.svelte.ts';

/** What a view that opens over the board is given. */
export interface PopupProps<Kind extends PopupKind> {
	readonly subject: PopupSubjects[Kind];
	readonly screen: BoardScreen;
	readonly onclose: () => void;
}

type Load<Kind extends PopupKind> = () => Promise<{
	readonly default: Component<PopupProps<Kind>>;
}>;

/** The view of everything that opens over the board, each a file of its own. */
export const popupViews: { readonly [Kind in PopupKind]: Load<Kind> } = {
	menu: () => import('../menu/ContextMenu.svelte'),
	cardPast: () => import('../menu/CardPastDialog.svelte'),
	link: () => import('../links/LinkDialog.svelte'),
	tidy: () => import('../tidy/TidyBar.svelte'),
	find: () => import('../find/FindBar.svelte'),
	paste: () => import('../clipboard/PastePopup.svelte'),
	remarks: () => import('../remarks/RemarksDialog.svelte'),
	help: () => import('../help/HelpDialog.svelte')
};
