import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import type { Person } from './person.ts';

/** What every secret text of the workshop begins with; a number follows that says which one it is. */
const mark = 'だれにも見せない';

/** A text nobody else may see yet. */
export function secretText(number: number): string {
	return `${mark}${String(number).padStart(4, '0')}番の紙`;
}

/** The mark in every writing in which it could leave the server; the first is how it stands in plain text. */
const writings: readonly Buffer[] = (() => {
	const utf8 = Buffer.from(mark, 'utf8');
	const utf16 = Buffer.from(mark, 'utf16le');
	const escaped = mark.replaceAll(/./g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
	const base64 = [0, 1, 2].map((offset) =>
		// The signs at both ends hold bits of the neighbours.
		Buffer.from(
			Buffer.concat([Buffer.alloc(offset), utf8])
				.toString('base64')
				.slice(4, -4)
		)
	);
	return [utf8, utf16, Buffer.from(escaped), Buffer.from(encodeURIComponent(mark)), ...base64];
})();

/** The secret texts in some bytes; one whose number cannot be read is told as it is. */
export function secretsIn(bytes: Uint8Array): readonly string[] {
	const found: string[] = [];
	const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (const [index, writing] of writings.entries())
		for (let at = haystack.indexOf(writing); at !== -1; at = haystack.indexOf(writing, at + 1)) {
			const plain = haystack.toString('utf8', at, at + writing.length + 4 + 9);
			found.push(index === 0 ? plain : `${mark} in disguise`);
		}
	return found;
}

/** The secret texts somebody has heard that are not their own. */
export function overheard(person: Person, own: ReadonlySet<string>): readonly string[] {
	return person.frames.flatMap(secretsIn).filter((text) => !own.has(text));
}

/** What the screen of a room has heard of persons: pointers and who is there, or what is one person's alone. */
export function heardOfPersons({ frames }: Person): readonly Uint8Array[] {
	// Presence of nobody keeps a connection alive.
	const isEmpty = (frame: Uint8Array): boolean => frame.length === 3 && frame[2] === 0;
	return frames.filter(
		(frame) =>
			frame[0] === messageTypes.own || (frame[0] === messageTypes.presence && !isEmpty(frame))
	);
}
