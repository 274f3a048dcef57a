import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const words = '種類,内容\r\n原因,髙橋さん宅の①㈱～−ー𠮷';

test('UTF-8 with and without its mark', () => {
	const bytes = new TextEncoder().encode(words);
	expect(decodeText(bytes)).toBe(words);
	expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]))).toBe(words);
});

test('Shift_JIS as Excel saves CSV, with ① ㈱ 髙 among it', () => {
	const bytes = new Uint8Array([
		0x8e, 0xed, 0x97, 0xde, 0x2c, 0x93, 0xe0, 0x97, 0x65, 0x0a, 0xfb, 0xfc, 0x87, 0x40, 0x87, 0x8a
	]);
	expect(decodeText(bytes)).toBe('種類,内容\n髙①㈱');
});

test('UTF-16 with its mark', () => {
	const words = '原因\tなぜ';
	const units = Uint16Array.from(`\ufeff${words}`, (sign) => sign.charCodeAt(0));
	expect(decodeText(new Uint8Array(units.buffer))).toBe(words);
});

test('bytes that are no text are none', () => {
	expect(
		decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))
	).toBeNull();
	expect(decodeText(new Uint8Array([0x81, 0xff, 0xff, 0xa0]))).toBeNull();
	expect(decodeText(new Uint8Array())).toBe('');
	expect(decodeText(new Uint8Array([0x61, 7, 0x62]))).toBe('a\u0007b');
});
