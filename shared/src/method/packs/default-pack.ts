import { cardTypeIds, stepIds, zoneIds } from '../ids.ts';
import { checkWords } from '../checks/words.ts';
import { headings } from '../worksheet/headings.ts';
import { defaultMethod } from './method.ts';
import type { Pack } from './pack.ts';
import { packFormat, packVersion } from './pack.ts';

const { id, name, scenes, steps, cardTypes, zones } = defaultMethod;

/** The manual's own words in the form of a pack file, complete: what somebody who writes a pack begins from. */
export const defaultPack: Pack = {
	format: packFormat,
	version: packVersion,
	id,
	name,
	scenes: [...scenes],
	steps: mapped(stepIds, (step) => {
		const { label, task, questions } = steps[step];
		return { label, task, questions: [...questions] };
	}),
	cardTypes: mapped(cardTypeIds, (type) => {
		const { mark, label, fields } = cardTypes[type];
		return {
			mark,
			label,
			fields: Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.label]))
		};
	}),
	zones: mapped(zoneIds, (zone) => ({ label: zones[zone].label })),
	headings,
	checkWords
};

function mapped<const Id extends string, T>(
	ids: readonly Id[],
	make: (id: Id) => T
): Record<Id, T> {
	return Object.fromEntries(ids.map((key) => [key, make(key)])) as Record<Id, T>;
}
