import { stepIds } from '@renkei/shared/method/ids.ts';
import { steps } from '@renkei/shared/method/steps.ts';
import type { BoardSummary, Workshop } from '@renkei/shared/protocol/http-api.ts';
import { say } from '../../i18n/message.ts';

type Progress = BoardSummary['progress'];

/** The furthest step anything is written in, as an index, or -1 when all are empty. */
export function furthestStep(progress: Progress): number {
	let furthest = -1;
	for (const [index, state] of progress.entries()) if (state !== 'empty') furthest = index;
	return furthest;
}

/** The furthest step's word with its number, as the rail shows it; empty when nothing is written. */
export function furthestStepWords(progress: Progress): string {
	const at = furthestStep(progress);
	const id = stepIds[at];
	return id ? `Step${at + 1} ${say(steps[id].label)}` : '';
}

/** The board of a workshop that has come furthest; the first table where several have. */
export function furthestBoard(workshop: Workshop): BoardSummary | null {
	let best: BoardSummary | null = null;
	for (const board of workshop.boards)
		if (!best || furthestStep(board.progress) > furthestStep(best.progress)) best = board;
	return best;
}
