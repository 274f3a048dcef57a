import type { CardId } from '@renkei/shared/method/card.ts';

/** What somebody has chosen and typed in the workbench but not decided yet. */
export class DecisionDraft {
	/** The causes in the order they were chosen. */
	chosen = $state.raw<readonly CardId[]>([]);
	/** One of the chosen causes as it stands, or a new sentence. */
	way = $state.raw<CardId | 'new' | null>(null);
	text = $state('');
	reason = $state('');

	toggle(id: CardId): void {
		if (this.chosen.includes(id)) {
			this.chosen = this.chosen.filter((other) => other !== id);
			if (this.way === id) this.way = null;
		} else this.chosen = [...this.chosen, id];
	}

	clear(): void {
		this.chosen = [];
		this.way = null;
		this.text = '';
		this.reason = '';
	}
}

const drafts = new Map<string, DecisionDraft>();

/** The draft of one board: whoever looks at the board in between finds the workbench as they left it. */
export function draftOf(board: string): DecisionDraft {
	const draft = drafts.get(board) ?? new DecisionDraft();
	drafts.set(board, draft);
	return draft;
}
