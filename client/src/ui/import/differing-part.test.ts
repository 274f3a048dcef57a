import { expect, test } from 'vitest';
import { differingPart } from './differing-part.ts';

function marked(before: string, after: string): readonly string[] {
	return differingPart(before, after).map(({ start, middle, end }) => `${start}[${middle}]${end}`);
}

test.each([
	['在宅医が足りない', '在宅医が少ない', ['在宅医が[足り]ない', '在宅医が[少]ない']],
	['家族の不安', '本人と家族の不安', ['[]家族の不安', '[本人と]家族の不安']],
	['ああ', 'あああ', ['ああ[]', 'ああ[あ]']],
	['', '新しい', ['[]', '[新しい]']],
	['𠮷田', '𠮟田', ['[𠮷]田', '[𠮟]田']],
	['葛\u{e0100}城', '葛城', ['[葛\u{e0100}]城', '[葛]城']],
	['か\u3099い', 'かい', ['[か\u3099]い', '[か]い']],
	['同じ', '同じ', ['同じ[]', '同じ[]']]
])('%s | %s', (before, after, expected) => {
	expect(marked(before, after)).toEqual(expected);
});
