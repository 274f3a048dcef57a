import type { CardType } from '../ids.ts';
import { cause } from './cause.ts';
import type { CardTypeDefinition, Field, Part } from './define-card-type.ts';
import { fact } from './fact.ts';
import { indicator } from './indicator.ts';
import { measure } from './measure.ts';
import { note } from './note.ts';
import { outcome } from './outcome.ts';
import { source } from './source.ts';
import { theme } from './theme.ts';
import { vision } from './vision.ts';

/** Every card type of the method; the compiler asks for a forgotten one. */
export const cardTypes = {
	theme,
	vision,
	fact,
	cause,
	measure,
	outcome,
	indicator,
	source,
	note
} satisfies Record<
	CardType,
	CardTypeDefinition<Record<string, Field<unknown>>, Record<string, Part<object>>>
>;

/** Every kind of part of any card type, by the prefix its keys begin with. */
export const partsByPrefix: ReadonlyMap<string, Part<object>> = new Map(
	Object.values(cardTypes).flatMap(({ parts }) =>
		Object.values<Part<object>>(parts).map((part) => [part.prefix, part] as const)
	)
);
