import { defaultPackId } from '@renkei/shared/method/board.ts';
import { foldText } from '@renkei/shared/method/fold-text.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';
import { sceneIds, scenes } from '@renkei/shared/method/scenes.ts';
import type { Scene } from '@renkei/shared/method/scenes.ts';
import type { BoardSummary, Workshop } from '@renkei/shared/protocol/http-api.ts';
import { furthestStep } from './progress-words.ts';

/** One municipality with the boards of its own workshops; cases stand elsewhere. */
export interface Municipality {
	/** As it was written last; empty where none was given. */
	readonly name: string;
	readonly workshops: readonly Workshop[];
}

/** A board where it stands. */
export interface PlacedBoard {
	readonly board: BoardSummary;
	readonly workshop: Workshop;
}

/** Boards to take home together, each by the name it has where it was chosen. */
export interface Batch {
	/** Whose they are; names the file. */
	readonly subject: string;
	readonly boards: readonly { readonly id: string; readonly name: string }[];
}

/** The municipalities of all workshops, the one with the newest workshop first; always at least one. */
export function findMunicipalities(workshops: readonly Workshop[]): readonly Municipality[] {
	const newestFirst = workshops
		.filter(({ isForCases }) => !isForCases)
		.sort((a, b) => b.createdAt - a.createdAt);
	const found = new Map<string, { readonly name: string; readonly workshops: Workshop[] }>();
	for (const workshop of newestFirst) {
		const key = foldText(workshop.municipality);
		const known = found.get(key);
		if (known) known.workshops.push(workshop);
		else found.set(key, { name: workshop.municipality, workshops: [workshop] });
	}
	return found.size > 0 ? [...found.values()] : [{ name: '', workshops: [] }];
}

/** A scene of a method pack with its word. */
export interface PackScene {
	readonly pack: string;
	readonly scene: Scene;
	readonly label: Localised;
}

/** The four scenes, which are always there, and those of other packs that anything was made for. */
export function findScenes(workshops: readonly Workshop[]): readonly PackScene[] {
	const found = new Map<string, PackScene>();
	for (const scene of sceneIds)
		found.set(`${defaultPackId} ${scene}`, { pack: defaultPackId, scene, label: scenes[scene] });
	for (const { pack, scene, sceneLabel: label } of workshops) {
		const key = `${pack} ${scene}`;
		if (!found.has(key)) found.set(key, { pack, scene, label });
	}
	return [...found.values()];
}

/**
 * The board a scene's tile shows: of the newest workshop of that scene that has any cards, else of the newest, the one
 * that came furthest. A board that another one goes on from has been left behind.
 */
export function boardOfScene(
	workshops: readonly Workshop[],
	{ pack, scene }: Pick<PackScene, 'pack' | 'scene'>
): PlacedBoard | null {
	const all = workshops
		.filter((workshop) => workshop.pack === pack)
		.flatMap((workshop) => workshop.boards.map((board): PlacedBoard => ({ board, workshop })));
	const leftBehind = new Set(all.map(({ board }) => board.previousBoard));
	const newestFirst = all
		.filter(({ board, workshop }) => (board.scene ?? workshop.scene) === scene)
		.filter(({ board }) => !leftBehind.has(board.id))
		.sort((a, b) => b.workshop.createdAt - a.workshop.createdAt);
	const written = newestFirst.filter(({ board }) => board.cardCount > 0);
	const candidates = written.length > 0 ? written : newestFirst;
	const newest = candidates[0]?.workshop;
	let best: PlacedBoard | null = null;
	for (const placed of candidates)
		if (
			placed.workshop === newest &&
			(!best || furthestStep(placed.board.progress) > furthestStep(best.board.progress))
		)
			best = placed;
	return best;
}
