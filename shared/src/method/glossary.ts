import { careTerms } from './glossary/care-terms.ts';
import { methodTerms } from './glossary/method-terms.ts';
import type { Term } from './glossary/term.ts';
import { workTerms } from './glossary/work-terms.ts';

/** Every term that is explained, by what it belongs to. */
export const glossary = {
	method: methodTerms,
	care: careTerms,
	work: workTerms
} as const satisfies Record<string, readonly Term[]>;

const byWord: ReadonlyMap<string, Term> = new Map(
	Object.values(glossary).flatMap((terms: readonly Term[]) =>
		terms.flatMap((term) => term.words.map((word) => [word, term] as const))
	)
);

/** Found in running text only where they mean the term: short everyday words are marked nowhere but on their own label. */
const inText = [...byWord.keys()]
	.filter((word) => word.length >= 3 || word === '課題')
	.sort((a, b) => b.length - a.length);

/** The term that stands as this label or heading, or null. */
export function termOf(label: string): Term | null {
	return byWord.get(label) ?? null;
}

/** One stretch of a text: with a term where it names one. */
export interface MarkedText {
	readonly text: string;
	readonly term: Term | null;
}

/** A text cut at the terms in it, longest first, each marked where it stands first. */
export function markTerms(text: string): readonly MarkedText[] {
	const parts: MarkedText[] = [];
	const seen = new Set<Term>();
	let plain = '';
	for (let at = 0; at < text.length;) {
		const word = inText.find((each) => text.startsWith(each, at));
		const term = word === undefined ? null : termOf(word);
		if (word === undefined || !term || seen.has(term)) {
			const length = word?.length ?? 1;
			plain += text.slice(at, at + length);
			at += length;
			continue;
		}
		if (plain !== '') parts.push({ text: plain, term: null });
		plain = '';
		seen.add(term);
		parts.push({ text: word, term });
		at += word.length;
	}
	if (plain !== '') parts.push({ text: plain, term: null });
	return parts;
}
