import type { StepId } from '@renkei/shared/method/ids.ts';
import { stepIds } from '@renkei/shared/method/ids.ts';
import type { Component } from 'svelte';
import { aidText } from '../../i18n/messages/aids.ts';
import type { BoardScreen } from '../board/board-screen.svelte.ts';

/** A view of the board made for one part of the method, in the place of canvas or list while it is open. */
export interface Aid {
	readonly id: string;
	readonly label: () => string;
	/** The steps that offer it, in the question bar; one that no step offers is opened from elsewhere and stays. */
	readonly steps: readonly StepId[];
	/** Only for those who may see every board. */
	readonly isForStaff?: boolean;
	readonly load: () => Promise<{ readonly default: Component<{ screen: BoardScreen }> }>;
}

/** Every aid in the order the question bar offers them; each is fetched when it is opened first. */
export const aids: readonly Aid[] = [
	{
		id: 'dialogue',
		label: aidText.dialogue,
		steps: stepIds,
		load: () => import('./dialogue/DialogueView.svelte')
	},
	{
		id: 'theme',
		label: aidText.theme,
		steps: ['theme'],
		load: () => import('./theme/ThemeView.svelte')
	},
	{
		id: 'carePath',
		label: aidText.carePath,
		steps: ['currentState', 'theme'],
		load: () => import('./care-path/CarePathView.svelte')
	},
	{
		id: 'rootCause',
		label: aidText.rootCause,
		steps: ['cause'],
		load: () => import('./root-cause/RootCauseView.svelte')
	},
	{
		id: 'roles',
		label: aidText.roles,
		steps: ['roles'],
		load: () => import('./roles/RolesView.svelte')
	},
	{
		id: 'evaluation',
		label: aidText.evaluation,
		steps: ['evaluation', 'review'],
		load: () => import('./evaluation/EvaluationView.svelte')
	},
	{
		id: 'library',
		label: aidText.library,
		steps: ['currentState', 'cause', 'measure', 'evaluation'],
		isForStaff: true,
		load: () => import('./library/LibraryAid.svelte')
	},
	{
		id: 'photos',
		label: aidText.photos,
		steps: [],
		load: () => import('../photos/PhotosView.svelte')
	}
];

/** Ends the aid in use when the step that was turned to does not offer it. */
export function leaveAidOfOtherStep(screen: BoardScreen): void {
	const aid = aids.find(({ id }) => id === screen.aid);
	if (aid && aid.steps.length > 0 && !aid.steps.includes(screen.step)) screen.aid = null;
}
