import type { RoleValue } from '@renkei/shared/method/card-types/measure.ts';
import type { CardOf } from '@renkei/shared/method/card.ts';
import { foldText } from '@renkei/shared/method/fold-text.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';
import { professionIds, professions } from '@renkei/shared/method/professions.ts';
import type { Profession } from '@renkei/shared/method/professions.ts';

/** A profession or institution as a column: `label` is shown and written, `names` are its spellings, folded. */
export interface RoleColumn {
	readonly key: string;
	readonly label: string;
	readonly names: ReadonlySet<string>;
}

/** What a role can be; null for none. */
export type RolePart = RoleValue['part'] | null;

/**
 * The columns of the table of roles: professions that take part, then whoever is named in a measure, then words
 * added by hand. A profession is one column in whichever language somebody wrote it.
 */
export function roleColumns(
	measures: readonly CardOf<'measure'>[],
	present: readonly Profession[],
	added: readonly string[],
	say: (word: Localised) => string
): readonly RoleColumn[] {
	const columns: RoleColumn[] = [];
	const add = (word: string): void => {
		const folded = foldText(word);
		if (folded === '' || columns.some(({ names }) => names.has(folded))) return;
		const known = professionIds.find((id) =>
			Object.values<string>(professions[id].label).some((label) => foldText(label) === folded)
		);
		const labels = known ? Object.values<string>(professions[known].label) : [word];
		columns.push({
			key: known ?? folded,
			label: known ? say(professions[known].label) : word,
			names: new Set(labels.map(foldText))
		});
	};
	for (const id of professionIds)
		if (present.includes(id) && id !== 'other') add(professions[id].label.ja);
	for (const { members, roles } of measures) {
		for (const member of members) add(member);
		for (const { who } of roles) add(who);
	}
	for (const word of added) add(word);
	return columns;
}

/** What a measure says of a column, and under which word it says so. */
export function roleIn(
	measure: CardOf<'measure'>,
	column: RoleColumn
): { readonly who: string; readonly part: RolePart } {
	const role = measure.roles.find(({ who }) => column.names.has(foldText(who)));
	return role ?? { who: column.label, part: null };
}

/** What a press makes of a role: nothing, leads, joins, and nothing again. */
export function nextPart(part: RolePart): RolePart {
	return part === null ? 'lead' : part === 'lead' ? 'join' : null;
}
