import type { StepId, ZoneId } from '@renkei/shared/method/ids.ts';
import { stepIds } from '@renkei/shared/method/ids.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';
import type { StepProgress } from '@renkei/shared/method/progress.ts';
import { steps as ownSteps } from '@renkei/shared/method/steps.ts';

/** Which of a step's questions is asked of a whole zone, where that is not the first. */
const asked: { readonly [Zone in ZoneId]?: number } = { cause: 1, rootCause: 2 };

/** The steps that work in a zone, of those the board has. */
function stepsOf(zone: ZoneId, steps: readonly StepId[]): readonly StepId[] {
	const home = zone === 'rootCause' ? 'cause' : zone;
	const here = (id: StepId): boolean => ownSteps[id].zone === home;
	const own = steps.filter(here);
	return own.length > 0 ? own : stepIds.filter(here);
}

/** The step that a zone is at: the first that is not done, or its last. */
export function stepOfZone(
	zone: ZoneId,
	steps: readonly StepId[],
	progress: readonly StepProgress[]
): StepId {
	const own = stepsOf(zone, steps);
	const open = own.find((id) => progress[stepIds.indexOf(id)] !== 'done');
	return open ?? own.at(-1) ?? 'vision';
}

/** Whether everything that the steps of a zone ask for is there. */
export function isZoneDone(
	zone: ZoneId,
	steps: readonly StepId[],
	progress: readonly StepProgress[]
): boolean {
	return stepsOf(zone, steps).every((id) => progress[stepIds.indexOf(id)] === 'done');
}

/** What the room is asked while it looks at a zone. */
export function questionOf(
	zone: ZoneId,
	step: StepId,
	{ steps }: Pick<Method, 'steps'>
): Localised {
	const { questions, task } = steps[step];
	return questions[asked[zone] ?? 0] ?? questions[0] ?? task;
}
