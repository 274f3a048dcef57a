import { describe, expect, test } from 'vitest';
import { countGraphemes, countWithoutSegmenter } from './graphemes.ts';

const ways = [
	['as the browser counts', countGraphemes],
	['where the browser cannot count', countWithoutSegmenter]
] as const;

describe.each(ways)('characters as people see them, %s', (_, count) => {
	test.each([
		['', 0],
		['家族の不安', 5],
		['𠮷野家', 3],
		['か\u3099き\u3099', 2],
		['葛\u{e0100}城市', 3],
		['👨‍👩‍👧と犬', 3],
		['👍🏽', 1],
		['🇯🇵🇯🇵', 2],
		['1行目\r\n2行目', 7],
		['ACP会議', 5]
	])('%j is %i', (text, length) => {
		expect(count(text)).toBe(length);
	});
});
