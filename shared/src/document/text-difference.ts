import type { TextChange } from './commands/card-commands.ts';

/**
 * The one replaced stretch between two texts, placed at the caret: in ああ|あ it tells which あ was typed. Never
 * cuts a character outside the basic plane (𠮷) in two.
 */
export function changeBetween(before: string, after: string, caret: number): TextChange | null {
	if (before === after) return null;
	const shorter = Math.min(before.length, after.length);
	let end = 0;
	const behindCaret = Math.min(shorter, Math.max(0, after.length - caret));
	while (end < behindCaret && before.at(-1 - end) === after.at(-1 - end)) end += 1;
	let start = 0;
	while (start < shorter - end && before[start] === after[start]) start += 1;
	// Typing over a selection can leave the caret before what changed; then look behind it as well.
	while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
	if (splitsPair(before, start) || splitsPair(after, start)) start -= 1;
	if (splitsPair(before, before.length - end) || splitsPair(after, after.length - end)) end -= 1;
	return {
		index: start,
		remove: before.length - end - start,
		insert: after.slice(start, after.length - end)
	};
}

function splitsPair(text: string, index: number): boolean {
	const before = text.charCodeAt(index - 1);
	const behind = text.charCodeAt(index);
	return before >= 0xd800 && before < 0xdc00 && behind >= 0xdc00 && behind < 0xe000;
}
