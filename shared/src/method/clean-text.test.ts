import { expect, test } from 'vitest';
import { cleanText, wellFormed } from './clean-text.ts';

test.each([
	['か\u3099き\u3099は\u309aあ\u3099', 'がぎぱあ\u3099'],
	['一行目\r\n二行目\u000b三行目\u2028四行目', '一行目\n二行目\n三行目\n四行目'],
	['\u0000制\u001b御\ufffe\uffff', '制御'],
	['\ud842半分\udfb7', '\ufffd半分\ufffd']
])('%j is kept as %j', (text, kept) => {
	expect(cleanText(text)).toBe(kept);
});

test('characters that only look alike, and forms of one character, stay what was typed', () => {
	const typed = '神\ufa19・葛葛\u{e0100}葛\u{e0101}・☎\ufe0f・𠮷・ｶﾞ・㎡・㈱・①';
	expect(cleanText(typed)).toBe(typed);
	expect(wellFormed(typed)).toBe(typed);
});
