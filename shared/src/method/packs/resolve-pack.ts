import { cardTypeIds, stepIds, zoneIds } from '../ids.ts';
import type { CardTypeWords, Method } from './method.ts';
import { defaultMethod } from './method.ts';
import type { Pack } from './pack.ts';

/** The method a pack describes: its own words, and the manual's wherever it is silent. */
export function resolvePack(pack: Pack): Method {
	const { steps, cardTypes, zones } = defaultMethod;
	return {
		id: pack.id,
		name: pack.name,
		scenes: pack.scenes,
		steps: forEach(stepIds, (id) => ({ ...steps[id], ...said(pack.steps?.[id] ?? {}) })),
		cardTypes: forEach(cardTypeIds, (id): CardTypeWords => {
			const { fields = {}, ...own } = pack.cardTypes?.[id] ?? {};
			const { mark, label, fields: before } = cardTypes[id];
			return {
				mark,
				label,
				...said(own),
				fields: Object.fromEntries(
					Object.entries(before).map(([key, field]) => [key, { label: fields[key] ?? field.label }])
				)
			};
		}),
		zones: forEach(zoneIds, (id) => ({ label: pack.zones?.[id]?.label ?? zones[id].label })),
		headings: pack.headings ?? {},
		checkWords: pack.checkWords ?? {}
	};
}

/** Without the entries that say nothing, which would hide the manual's. */
function said<T extends object>(entries: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
	const found = Object.entries(entries).filter(([, value]) => value !== undefined);
	return Object.fromEntries(found) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

function forEach<const Id extends string, T>(
	ids: readonly Id[],
	make: (id: Id) => T
): Record<Id, T> {
	return Object.fromEntries(ids.map((id) => [id, make(id)])) as Record<Id, T>;
}
