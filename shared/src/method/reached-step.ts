import type { BoardKind } from './board.ts';
import { boardKinds } from './board-kinds.ts';
import type { StepId } from './ids.ts';
import { stepIds } from './ids.ts';
import type { StepProgress } from './progress.ts';

/**
 * The step a table works on: the furthest it has begun, or the one after it once that has all it asks for. A step
 * that was passed over holds nobody back.
 */
export function reachedStep(kind: BoardKind, progress: readonly StepProgress[]): StepId {
	const steps: readonly StepId[] = boardKinds[kind].steps;
	const stateOf = (step: StepId): StepProgress => progress[stepIds.indexOf(step)] ?? 'empty';
	const furthest = steps.reduce(
		(latest, step, index) => (stateOf(step) === 'empty' ? latest : index),
		0
	);
	const reached = steps[furthest] ?? stepIds[0];
	return stateOf(reached) === 'done' ? (steps[furthest + 1] ?? reached) : reached;
}
