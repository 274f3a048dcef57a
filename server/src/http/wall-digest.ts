import type { Board } from '@renkei/shared/method/board.ts';
import { shownZones } from '@renkei/shared/method/board-kinds.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { LaneEntry } from '@renkei/shared/method/lanes.ts';
import { readLanes } from '@renkei/shared/method/lanes.ts';
import { openHints } from '@renkei/shared/method/checks/find-hints.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { sceneLabel } from '@renkei/shared/method/packs/method.ts';
import { readHeadline, readProgress } from '@renkei/shared/method/progress.ts';
import { reachedStep } from '@renkei/shared/method/reached-step.ts';
import { steps } from '@renkei/shared/method/steps.ts';
import type { WallTable, WallZone } from '@renkei/shared/protocol/wall-api.ts';

/** What the wall shows of a board's own content. */
export type WallDigest = Pick<
	WallTable,
	'sceneLabel' | 'theme' | 'kind' | 'zones' | 'progress' | 'step' | 'stepLabel' | 'hintCount'
>;

/** What is shown of a board that cannot be read. */
export const nothingKnown: WallDigest = {
	sceneLabel: null,
	theme: '',
	kind: 'full',
	zones: [],
	progress: Array.from({ length: 8 }, () => 'empty' as const),
	step: 'vision',
	stepLabel: steps.vision.label,
	hintCount: 0
};

/** A board in counts, as the wall draws it; `method` is that of its pack. */
export function digestForWall(board: Board, method: Method): WallDigest {
	const lanes = readLanes(board);
	const { kind, scene } = board.meta;
	const progress = [...readProgress(board)];
	const step = reachedStep(kind, progress);
	return {
		sceneLabel: scene === null ? null : sceneLabel(method, scene),
		theme: readHeadline(board).theme,
		kind,
		zones: shownZones(kind, lanes).map((zone) => ({ zone, cards: countRuns(lanes[zone]) })),
		progress,
		step,
		stepLabel: method.steps[step].label,
		hintCount: openHints(board, method.checkWords).length
	};
}

function countRuns(lane: readonly LaneEntry[]): WallZone['cards'] {
	const runs: { type: CardType; count: number }[] = [];
	for (const { card } of lane) {
		const last = runs.at(-1);
		if (last?.type === card.type) last.count += 1;
		else runs.push({ type: card.type, count: 1 });
	}
	return runs;
}
