/** A line as it is typed: the words of the card, and the numbers of the cards it is linked with. */
export interface RecorderLine {
	readonly text: string;
	readonly numbers: readonly number[];
}

/** `#3`, also in the wide letters of an input method, and with the arrow that some put before it. */
const reference = /\s*(?:[→⇒]\s*)?[#＃]([0-9０-９]{1,3})(?![0-9０-９])/g;

/** Takes `#3` out of a line where there is a card of that number; other numbers are words like any other. */
export function readLine(line: string, isThere: (number: number) => boolean): RecorderLine {
	const numbers = new Set<number>();
	const text = line.replace(reference, (found, digits: string) => {
		const number = Number(digits.normalize('NFKC'));
		if (!isThere(number)) return found;
		numbers.add(number);
		return '';
	});
	return { text: text.trim(), numbers: [...numbers] };
}
