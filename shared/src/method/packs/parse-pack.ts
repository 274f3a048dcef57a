import type * as z from 'zod/mini';
import { defaultPackId } from '../board.ts';
import { cleanText } from '../clean-text.ts';
import type { Localised } from '../localised.ts';
import type { JsonFault, JsonPlaces } from './json-places.ts';
import { findJsonPlaces } from './json-places.ts';
import type { Pack } from './pack.ts';
import { maxPackBytes, packSchema } from './pack.ts';
import { faultWords, issueWords, packWords } from './refusal-words.ts';

/** Why a pack file is not taken: where it is wrong, counted from 1, and what is wrong there. */
export interface PackRefusal {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly what: Localised;
}

/** The pack in a file, or the first thing that is wrong with it. `taken` are the ids other files already have. */
export function parsePack(
	text: string,
	file: string,
	taken: ReadonlySet<string> = new Set()
): { readonly pack: Pack } | { readonly refusal: PackRefusal } {
	// A file may be cut off before it is read whole, so bytes are counted here only as far as they can be too many.
	const refused = (at: number, what: Localised) => ({
		refusal: { file, ...placeIn(text, at), what }
	});
	if (text.length > maxPackBytes) return refused(0, packWords.tooLarge);
	const json = text.replace(/^\ufeff/, ' ');
	const found = findJsonPlaces(json);
	if ('kind' in found) return refused(found.at, faultWords(found satisfies JsonFault));
	const parsed = packSchema.safeParse(JSON.parse(json));
	if (!parsed.success) {
		const [first] = parsed.error.issues
			.map((issue) => ({ issue, at: placeOf(issue, found) }))
			// A key with a typing mistake also misses under its right name: the mistake is what helps.
			.sort((a, b) => Number(isMissing(a.at)) - Number(isMissing(b.at)) || a.at.at - b.at.at);
		return first
			? refused(first.at.at, issueWords(first.issue, isMissing(first.at)))
			: refused(0, packWords.notAPack);
	}
	const { id } = parsed.data;
	const atId = found.values.get('["id"]') ?? 0;
	if (id === defaultPackId) return refused(atId, packWords.isDefault);
	if (taken.has(id)) return refused(atId, packWords.idTaken(id));
	return { pack: parsed.data };
}

/** The whole refusal as one sentence, as the log's reader and staff see it. */
export function packRefusalSentence({ file, line, column, what }: PackRefusal): Localised {
	const name = cleanText(file).slice(0, 120);
	return {
		ja: `${name} の ${line} 行目・${column} 文字目：${what.ja}`,
		en: `${name}, line ${line}, column ${column}: ${what.en}`
	};
}

interface Place {
	readonly at: number;
	readonly isExact: boolean;
}

const isMissing = ({ isExact }: Place): boolean => !isExact;

/** Where an issue stands: the key nobody knows, the value that is wrong, or the nearest thing around what is missing. */
function placeOf(issue: z.core.$ZodIssue, { values, keys }: JsonPlaces): Place {
	const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
	if (issue.code === 'unrecognized_keys') {
		const at = keys.get(JSON.stringify([...path, issue.keys[0]]));
		if (at !== undefined) return { at, isExact: true };
	}
	for (let length = path.length; length >= 0; length -= 1) {
		const at = values.get(JSON.stringify(path.slice(0, length)));
		if (at !== undefined) return { at, isExact: length === path.length };
	}
	return { at: 0, isExact: false };
}

function placeIn(text: string, at: number): Pick<PackRefusal, 'line' | 'column'> {
	const before = text.slice(0, at).split(/\r\n?|\n/);
	return { line: before.length, column: Array.from(before[before.length - 1] ?? '').length + 1 };
}
