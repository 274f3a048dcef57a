import type { BoardKind } from '../method/board.ts';
import { boardKinds } from '../method/board-kinds.ts';
import type { CardType, StepId } from '../method/ids.ts';
import { cardTypeIds } from '../method/ids.ts';
import type { Rights } from '../method/rights.ts';
import { toolIds } from '../method/rights.ts';
import { steps } from '../method/steps.ts';
import type { Phase } from './phase.ts';

/** The kinds of parts that facilitators know: 一人で書く, みんなで書く, 整理する, 投票する, 見る・聞く, 全部できる. */
export const partKindIds = ['alone', 'together', 'arrange', 'vote', 'listen', 'free'] as const;
export type PartKind = (typeof partKindIds)[number];

/** What step of the method writes beside the type it is named for. */
const companions: Partial<Record<StepId, readonly CardType[]>> = {
	evaluation: ['indicator', 'source'],
	roles: ['measure']
};

function typesOf(step: StepId | null): CardType[] {
	if (step === null) return [...cardTypeIds];
	const types = new Set<CardType>([steps[step].cardType, ...(companions[step] ?? []), 'note']);
	return cardTypeIds.filter((type) => types.has(type));
}

const nothing: Rights = {
	create: [],
	edit: 'none',
	move: 'none',
	delete: 'none',
	link: false,
	vote: false,
	tools: []
};

/** What participants may do in a part of this kind, at this step. */
export function rightsOfKind(kind: PartKind, step: StepId | null): Rights {
	switch (kind) {
		case 'alone':
			return { ...nothing, create: typesOf(step) };
		case 'together':
			return {
				create: typesOf(step),
				edit: 'all',
				move: 'all',
				delete: 'own',
				link: true,
				vote: false,
				tools: [...toolIds]
			};
		case 'arrange':
			return { ...nothing, edit: 'own', move: 'all', link: true, tools: [...toolIds] };
		case 'vote':
			return { ...nothing, vote: true };
		case 'listen':
			return nothing;
		case 'free':
			return {
				create: [...cardTypeIds],
				edit: 'all',
				move: 'all',
				delete: 'all',
				link: true,
				vote: true,
				tools: [...toolIds]
			};
	}
}

/** The kind a part was made as; null when its rights were chosen one by one. */
export function kindOfPart({ rights, step, visibility }: Phase): PartKind | null {
	return (
		partKindIds.find(
			(kind) =>
				(kind === 'alone') === (visibility === 'private') &&
				JSON.stringify(rightsOfKind(kind, step)) === JSON.stringify(rights)
		) ?? null
	);
}

/** A part of a kind; its question is that of the step. */
export function partOf(
	kind: PartKind,
	step: StepId | null,
	named: Pick<Phase, 'id' | 'title' | 'minutes'>
): Phase {
	return {
		...named,
		question: '',
		step,
		visibility: kind === 'alone' ? 'private' : 'open',
		rights: rightsOfKind(kind, step)
	};
}

/** Steps in which the field's own programmes let people write in silence first (福岡県: 5 min silent, 15 min sharing). */
const writtenAloneFirst: ReadonlySet<StepId> = new Set(['currentState', 'cause', 'measure']);
const minutesAlone = 5;
const minutesTogether = 15;

/** The programme to begin with: every step of the board, the long ones in silence first; `titleOf` names a part. */
export function usualProgramme(
	kind: BoardKind,
	titleOf: (kind: PartKind, step: StepId) => string
): Phase[] {
	const own: readonly StepId[] = boardKinds[kind].steps;
	return own.flatMap((step) => {
		const part = (of: PartKind, minutes: number): Phase =>
			partOf(of, step, { id: `${step}-${of}`, title: titleOf(of, step), minutes });
		const together = part('together', minutesTogether);
		return writtenAloneFirst.has(step) ? [part('alone', minutesAlone), together] : [together];
	});
}

/**
 * Where in the programme what runs stands, -1 where it does not. A part that was made on the spot stands for the one
 * that does the same at its step.
 */
export function placeInProgramme(programme: readonly Phase[], running: Phase): number {
	const own = programme.findIndex(({ id }) => id === running.id);
	if (own >= 0 || running.step === null) return own;
	return programme.findIndex(
		({ step, visibility }) => step === running.step && visibility === running.visibility
	);
}

/** The part that comes after the one that runs; the first where none of the programme runs, null after the last. */
export function nextPart(programme: readonly Phase[], running: Phase | null): Phase | null {
	const at = running === null ? -1 : placeInProgramme(programme, running);
	return programme[at + 1] ?? null;
}
