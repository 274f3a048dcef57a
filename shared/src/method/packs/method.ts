import { defaultPackId } from '../board.ts';
import { cardTypes } from '../card-types/index.ts';
import type { OwnWords } from '../checks/words.ts';
import type { CardType, StepId, ZoneId } from '../ids.ts';
import type { Localised } from '../localised.ts';
import { sceneIds, scenes } from '../scenes.ts';
import type { StepDefinition } from '../steps.ts';
import { steps } from '../steps.ts';
import type { WorksheetBlockId } from '../worksheet/worksheet.ts';
import { zones } from '../zones.ts';

/** What a card type is called in a method: the sign on its badge, its word, and the words of its fields. */
export interface CardTypeWords {
	readonly mark: string;
	readonly label: Localised;
	readonly fields: Readonly<Record<string, { readonly label: Localised }>>;
}

/** The words a board speaks: those of its method pack, and the manual's own wherever the pack is silent. */
export interface Method {
	readonly id: string;
	readonly name: Localised;
	/** In the order in which people choose. */
	readonly scenes: readonly { readonly id: string; readonly label: Localised }[];
	readonly steps: Readonly<Record<StepId, StepDefinition>>;
	readonly cardTypes: Readonly<Record<CardType, CardTypeWords>>;
	readonly zones: Readonly<Record<ZoneId, { readonly label: Localised }>>;
	/** Only the headings of the sheet and the word lists that differ: pages that show neither need not carry the others. */
	readonly headings: { readonly [Id in WorksheetBlockId]?: Localised | undefined };
	readonly checkWords: OwnWords;
}

/** 在宅医療・介護連携, the manual's own words. */
export const defaultMethod: Method = {
	id: defaultPackId,
	name: { ja: '在宅医療・介護連携', en: 'Home medical and long-term care' },
	scenes: sceneIds.map((id) => ({ id, label: scenes[id] })),
	steps,
	cardTypes,
	zones,
	headings: {},
	checkWords: {}
};

/** The word for a scene; a scene of a pack that is not here is shown by its id. */
export function sceneLabel({ scenes: known }: Pick<Method, 'scenes'>, id: string): Localised {
	return known.find((scene) => scene.id === id)?.label ?? { ja: id, en: id };
}
