import { readings } from './readings.ts';

/** One stretch of a text; a reading stands above it where it is written in kanji. */
export interface RubyPart {
	readonly text: string;
	readonly reading: string | null;
}

/** Each word of the list as it is written, cut into what has a reading and what is kana anyway. */
const words: ReadonlyMap<string, readonly RubyPart[]> = new Map(
	readings
		.trim()
		.split(/\s+/)
		.map((entry) => {
			const parts = partsOf(entry);
			return [parts.map(({ text }) => text).join(''), parts] as const;
		})
);
const longestWord = Math.max(...[...words.keys()].map((word) => word.length));

/** `目指(めざ)す` is 目指 read めざ, and す. */
function partsOf(entry: string): readonly RubyPart[] {
	const parts: RubyPart[] = [];
	for (const [, kana = '', text = '', reading = ''] of entry.matchAll(
		/([^(一-鿿々]*)(?:([一-鿿々]+)\(([^)]+)\))?/g
	)) {
		if (kana !== '') parts.push({ text: kana, reading: null });
		if (text !== '') parts.push({ text, reading });
	}
	return parts;
}

/** A text of ours with the readings of its kanji; the parts in a row are the text. A word nobody listed stays as it is. */
export function furiganaOf(text: string): readonly RubyPart[] {
	const found: RubyPart[] = [];
	let plain = '';
	const keepPlain = (): void => {
		if (plain !== '') found.push({ text: plain, reading: null });
		plain = '';
	};
	for (let at = 0; at < text.length;) {
		const word = wordAt(text, at);
		if (word === null) {
			plain += text[at] ?? '';
			at += 1;
			continue;
		}
		for (const part of words.get(word) ?? []) {
			if (part.reading === null) plain += part.text;
			else {
				keepPlain();
				found.push(part);
			}
		}
		at += word.length;
	}
	keepPlain();
	return found;
}

function wordAt(text: string, at: number): string | null {
	for (let length = Math.min(longestWord, text.length - at); length > 0; length--) {
		const word = text.slice(at, at + length);
		if (words.has(word)) return word;
	}
	return null;
}
