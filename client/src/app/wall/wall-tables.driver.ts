import type { Phase } from '@renkei/shared/facilitation/phase.ts';
import type { WallTable } from '@renkei/shared/protocol/wall-api.ts';
import { lookAtTable } from './table-look.ts';
import type { TableLook } from './table-look.ts';

/** A table as the server tells it, with what a test says of it. */
export function toldTable(changes: Partial<WallTable> = {}): WallTable {
	const table = changes.table ?? 1;
	return {
		table,
		boardId: `board${table}`,
		title: '',
		sceneLabel: null,
		theme: '',
		kind: 'full',
		zones: [],
		progress: ['done', 'done', 'done', 'partial', 'empty', 'empty', 'empty', 'empty'],
		step: 'cause',
		stepLabel: { ja: '原因', en: 'Causes' },
		hintCount: 0,
		people: [],
		writerCount: 0,
		lostSince: null,
		changedAt: null,
		led: {},
		...changes
	};
}

/** The same, as the page looks at it. */
export function tableOf(changes: Partial<WallTable> = {}): TableLook {
	return lookAtTable(toldTable(changes));
}

/** What is led while a part of a programme runs. */
export function runningPart(
	programme: readonly Phase[],
	phase: Phase | undefined,
	since = 1000
): WallTable['led'] {
	const running = phase ? { phase, since, late: null } : null;
	return { phases: { programme, running } };
}
