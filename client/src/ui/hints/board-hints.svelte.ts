import type { Hint } from '@renkei/shared/method/checks/find-hints.ts';
import { recordsOf } from '@renkei/shared/method/records/index.ts';
import type { RecordOf } from '@renkei/shared/method/records/index.ts';
import { mayLead } from '@renkei/shared/method/roles.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import type { HintRow } from './hint-rows.ts';
import { groupHints } from './hint-rows.ts';

/** The checks come with the first look, not with the page. */
const loadChecks = () => import('@renkei/shared/method/checks/find-hints.ts');

/** So long nothing may change before the board is looked at again: nobody's writing is to wait for it. */
const restMs = 250;

/** What the method asks about the open board, for those who lead, and what they show of it to everybody. */
export class BoardHints {
	#all = $state.raw<readonly Hint[]>([]);
	#state = $state.raw<'looking' | 'ready' | 'failed'>('looking');
	#mutes: Awaited<ReturnType<typeof loadChecks>>['mutes'] | null = null;
	readonly #open: OpenBoard;
	readonly #muted = $derived.by(() => recordsOf(this.#open.board, 'mutedCheck'));
	readonly #shown = $derived.by(() => recordsOf(this.#open.board, 'shownHint').at(-1) ?? null);
	readonly #rows = $derived.by(() => {
		const mutes = this.#mutes;
		const stays = (hint: Hint): boolean => !this.#muted.some((record) => mutes?.(record, hint));
		return groupHints(this.#all.filter(stays));
	});

	constructor(open: OpenBoard) {
		this.#open = open;
	}

	/** Whether this person sees the hints at all, and not only what is shown to everybody. */
	get isLeader(): boolean {
		const { role } = this.#open.access;
		return mayLead(role) || role === 'recorder';
	}

	get state(): 'looking' | 'ready' | 'failed' {
		return this.#state;
	}

	/** What is open, question by question. */
	get rows(): readonly HintRow[] {
		return this.#rows;
	}

	/** What people put aside, oldest first. */
	get muted(): readonly RecordOf<'mutedCheck'>[] {
		return this.#muted;
	}

	/** What is shown to everybody, or null; it stands there only as long as the board still asks it. */
	get shown(): HintRow | null {
		const shown = this.#shown;
		if (!shown) return null;
		const row = this.#rows.find(({ check }) => check === shown.check);
		const hints = row?.hints.filter(({ about }) => shown.card === '' || about === shown.card) ?? [];
		return row && hints.length > 0 ? { ...row, hints } : null;
	}

	/** Shows this question to everybody in the place of any other. */
	show({ check, hints }: HintRow): void {
		this.stopShowing();
		const [first, ...more] = hints;
		const card = more.length === 0 ? (first?.about ?? '') : '';
		this.#open.commands.addRecord({ kind: 'shownHint', check, card });
	}

	stopShowing(): void {
		const ids = recordsOf(this.#open.board, 'shownHint').map(({ id }) => id);
		if (ids.length > 0) this.#open.commands.removeRecords(ids);
	}

	/** Looks at the board once it has rested; call what comes back when it changes again before that. */
	lookSoon(): () => void {
		void this.#open.board.meaning;
		void this.#open.method;
		if (!this.isLeader && this.#shown === null) return () => {};
		let isWanted = true;
		const timer = setTimeout(() => void this.#look(() => isWanted), restMs);
		return () => {
			isWanted = false;
			clearTimeout(timer);
		};
	}

	async #look(isWanted: () => boolean): Promise<void> {
		try {
			const { findHints, mutes } = await loadChecks();
			if (!isWanted()) return;
			this.#mutes = mutes;
			this.#all = findHints(this.#open.board.asBoard(), this.#open.method.checkWords);
			this.#state = 'ready';
		} catch {
			// Without the network the words of the checks cannot come; the next change tries again.
			if (this.#state === 'looking') this.#state = 'failed';
		}
	}
}
