import { cardTypes } from '../card-types/index.ts';
import type { Field } from '../card-types/define-card-type.ts';
import { foldText } from '../fold-text.ts';
import type { CardType } from '../ids.ts';
import { cardTypeIds } from '../ids.ts';
import {
	decisions,
	directions,
	factKinds,
	indicatorKinds,
	noteKinds,
	sourceMethods,
	themeStatuses,
	visionLevels
} from './words.ts';

/** One field of one card type, as a column of カード一覧 has it. */
export interface FieldColumn {
	readonly type: CardType;
	readonly key: string;
	readonly field: Field<unknown>;
}

/** Every field of every card type, by its column: `theme.status`. */
export const fieldColumns: ReadonlyMap<string, FieldColumn> = new Map(
	cardTypeIds.flatMap((type) =>
		Object.entries<Field<unknown>>(cardTypes[type].fields).map(
			([key, field]) => [fieldColumn(type, key), { type, key, field }] as const
		)
	)
);

/** The name of the column of a field. */
export function fieldColumn(type: CardType, key: string): string {
	return `${type}.${key}`;
}

const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'theme.status': themeStatuses,
	'vision.level': visionLevels,
	'fact.kind': factKinds,
	'outcome.direction': directions,
	'outcome.decision': decisions,
	'indicator.kind': indicatorKinds,
	'source.method': sourceMethods,
	'note.kind': noteKinds
};

/** A field's value in words; what is not said, or says what goes without saying, is empty. */
export function writeField(column: string, value: unknown): string {
	const words = choices[column];
	if (words)
		return (typeof value === 'string' && Object.hasOwn(words, value) && words[value]) || '';
	if (value === true) return '○';
	if (Array.isArray(value)) return value.map((word) => quoteWord(String(word))).join('・');
	return typeof value === 'string' ? value : '';
}

const yes = new Set(['○', '〇', '◯', '●', '◎', '✓', '✔', '1', 'はい', 'yes', 'true'].map(foldText));
const no = new Set(['', '×', '-', 'ー', '0', 'いいえ', 'no', 'false'].map(foldText));

/** What a cell of this column says, or null where its words mean nothing for the field. */
export function readField(column: string, cell: string): { readonly value: unknown } | null {
	const definition = fieldColumns.get(column);
	if (!definition) return null;
	const { fallback } = definition.field;
	const words = choices[column];
	if (words) return readChoice(words, cell);
	if (typeof fallback === 'boolean') {
		const said = foldText(cell);
		return yes.has(said) ? { value: true } : no.has(said) ? { value: false } : null;
	}
	return { value: Array.isArray(fallback) ? readWords(cell) : cell };
}

function readChoice(
	words: Readonly<Record<string, string>>,
	cell: string
): { readonly value: string } | null {
	if (Object.values(words).includes(cell))
		return { value: Object.keys(words).find((id) => words[id] === cell) ?? '' };
	const said = foldText(cell);
	const entries = Object.entries(words);
	const found =
		entries.find(([, word]) => foldText(word) === said) ??
		// 「増える」 is enough for 「増える・上がる」.
		entries.find(
			([, word]) => said !== '' && word.split('・').some((part) => foldText(part) === said)
		);
	return found === undefined ? null : { value: found[0] };
}

const separators = /[・、，,\n]/;

/** A word in 「」 where it would come apart otherwise. */
function quoteWord(word: string): string {
	const isPlain =
		word !== '' && !separators.test(word) && !word.startsWith('「') && word === word.trim();
	return isPlain ? word : `「${word.replaceAll('」', '」」')}」`;
}

// Twenty words of sixty characters, each in 「」, are far shorter.
const longestList = 4000;

/** The words of a list: between ・ or commas, or in 「」. */
export function readWords(cell: string): readonly string[] {
	const found: string[] = [];
	const words = cell.slice(0, longestList);
	const pattern =
		/\s*(?:「((?:[^」]|」」)*)」(?=\s*(?:[・、，,\n]|$))|([^・、，,\n]*))(?:[・、，,\n]|$)/gy;
	while (pattern.lastIndex < words.length) {
		const match = pattern.exec(words);
		if (!match) break;
		const word = match[1]?.replaceAll('」」', '」') ?? (match[2] ?? '').trim();
		if (word !== '') found.push(word);
	}
	return found;
}
