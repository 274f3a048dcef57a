import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPhoto } from './read-photo.ts';
import { chunk, drawPhoto, insert, phoneExif, pixelsOf, segment } from './photos.driver.ts';

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

async function photoOf(bytes: Uint8Array) {
	const read = await readPhoto(bytes);
	if ('refusal' in read) throw new Error(read.refusal);
	return read.photo;
}

async function refusalOf(bytes: Uint8Array) {
	const read = await readPhoto(bytes);
	return 'refusal' in read ? read.refusal : null;
}

const exif = (orientation: number) =>
	segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), phoneExif(orientation)]));

describe('a JPEG', () => {
	test('keeps its pixels and loses where, when and by what it was taken', async () => {
		const drawn = await drawPhoto('jpeg');
		const told = insert(
			drawn,
			2,
			exif(1),
			segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>住所</x:xmpmeta>'),
			segment(0xed, 'Photoshop 3.0\x008BIM Kaede City'),
			segment(0xe2, 'ICC_PROFILE\0\x01\x01of this very screen'),
			segment(0xfe, 'taken at the bedside')
		);
		const photo = await photoOf(told);
		expect(photo).toMatchObject({ mediaType: 'image/jpeg', width: 120, height: 80 });
		expect(latin(photo.bytes)).not.toMatch(/GPS|Renkei|xmp|8BIM|ICC_|bedside|Exif/);
		expect(await pixelsOf(photo.bytes)).toEqual(await pixelsOf(drawn));
		expect((await photoOf(photo.bytes)).bytes).toEqual(photo.bytes);
	});

	test('that lies on its side stays so, and says nothing else', async () => {
		const drawn = await drawPhoto('jpeg');
		const photo = await photoOf(insert(drawn, 2, exif(6)));
		expect(photo).toMatchObject({ width: 80, height: 120 });
		expect(latin(photo.bytes)).toContain('Exif');
		expect(latin(photo.bytes)).not.toMatch(/GPS|Renkei/);
		// What a viewer of its own makes of both is the same, upright.
		const turned = await pixelsOf(insert(drawn, 2, exif(6)));
		expect(await pixelsOf(photo.bytes)).toEqual(turned);
		expect(turned).not.toEqual(await pixelsOf(drawn));
	});

	test('with a film or an archive behind it loses both', async () => {
		const drawn = await drawPhoto('jpeg');
		const photo = await photoOf(insert(drawn, drawn.length, Buffer.from('PK\x03\x04 hidden.zip')));
		expect(latin(photo.bytes)).not.toContain('hidden');
		expect(photo.bytes).toEqual((await photoOf(drawn)).bytes);
	});

	test.each<[string, (drawn: Uint8Array) => Uint8Array]>([
		['nothing but its start', (drawn) => drawn.subarray(0, 3)],
		['half of it', (drawn) => drawn.subarray(0, Math.floor(drawn.length / 2))],
		['all but the last byte', (drawn) => drawn.subarray(0, drawn.length - 1)],
		[
			'a segment longer than the file',
			(drawn) => insert(drawn, 2, Buffer.from([0xff, 0xe5, 255, 255]))
		],
		[
			'tables with something behind them',
			(drawn) => insert(drawn, 2, segment(0xdb, 'x'.repeat(90)))
		],
		[
			'a page of the web instead of a segment',
			(drawn) => insert(drawn, 2, segment(0xfe, 'a'), Buffer.from('<script>'))
		],
		[
			'a kind of coding no browser shows',
			(drawn) => insert(drawn, 2, segment(0xc9, '\x08\0\x01\0\x01\x01\x01\x11\0'))
		],
		[
			'more segments than serve a picture',
			(drawn) => insert(drawn, 2, ...Array.from({ length: 5000 }, () => segment(0xfe, '')))
		]
	])('is refused as broken: %s', async (_name, change) => {
		expect(await refusalOf(change(await drawPhoto('jpeg')))).toBe('brokenPhoto');
	});

	test('of too many passes is refused', async () => {
		const drawn = await drawPhoto('jpeg');
		const start = drawn.findIndex((byte, at) => byte === 0xff && drawn[at + 1] === 0xda);
		const scan = drawn.subarray(start, drawn.length - 2);
		const bomb = insert(drawn, drawn.length - 2, ...Array.from({ length: 101 }, () => scan));
		expect(await refusalOf(bomb)).toBe('brokenPhoto');
	});

	test('of too many pixels is refused by its head', async () => {
		const drawn = await drawPhoto('jpeg');
		const frame = drawn.findIndex(
			(byte, at) => byte === 0xff && [0xc0, 0xc2].includes(drawn[at + 1]!)
		);
		const wide = Buffer.from(drawn);
		wide.writeUInt16BE(12_001, frame + 7);
		expect(await refusalOf(wide)).toBe('photoTooWide');
		wide.writeUInt16BE(11_000, frame + 5);
		wide.writeUInt16BE(11_000, frame + 7);
		expect(await refusalOf(wide)).toBe('photoTooWide');
		wide.writeUInt16BE(0, frame + 5);
		expect(await refusalOf(wide)).toBe('brokenPhoto');
	});
});

describe('a PNG', () => {
	const inHead = 8 + 25;

	test('keeps its pixels and loses all its words', async () => {
		const drawn = await drawPhoto('png');
		const told = insert(
			drawn,
			inHead,
			chunk('eXIf', phoneExif(1)),
			chunk('tEXt', 'Comment\0taken at the bedside'),
			chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta/>'),
			chunk('tIME', '1234567'),
			chunk('acTL', '\0\0\0\x02\0\0\0\0')
		);
		const photo = await photoOf(told);
		expect(photo).toMatchObject({ mediaType: 'image/png', width: 120, height: 80 });
		expect(latin(photo.bytes)).not.toMatch(/GPS|Renkei|bedside|xmp|tIME|acTL|eXIf/);
		expect(await pixelsOf(photo.bytes)).toEqual(await pixelsOf(drawn));
		expect((await photoOf(photo.bytes)).bytes).toEqual(photo.bytes);
	});

	test('that lies on its side says so in one word', async () => {
		const photo = await photoOf(
			insert(await drawPhoto('png'), inHead, chunk('eXIf', phoneExif(8)))
		);
		expect(photo).toMatchObject({ width: 80, height: 120 });
		expect(latin(photo.bytes)).toContain('eXIf');
		expect(latin(photo.bytes)).not.toMatch(/GPS|Renkei/);
	});

	test('with an archive behind it loses it', async () => {
		const drawn = await drawPhoto('png');
		const photo = await photoOf(insert(drawn, drawn.length, Buffer.from('PK\x03\x04 hidden.zip')));
		expect(latin(photo.bytes)).not.toContain('hidden');
	});

	const head = (
		width: number,
		height: number,
		depth = 8,
		colour = 0,
		interlace = 0
	): Uint8Array => {
		const body = Buffer.alloc(13);
		body.writeUInt32BE(width, 0);
		body.writeUInt32BE(height, 4);
		body.set([depth, colour, 0, 0, interlace], 8);
		return chunk('IHDR', body);
	};
	const whole = (...chunks: readonly Uint8Array[]): Uint8Array =>
		Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks, chunk('IEND', '')]);
	const rows = (bytes: number): Uint8Array => chunk('IDAT', deflateSync(Buffer.alloc(bytes)));

	test.each<[string, Uint8Array]>([
		['grey', whole(head(3, 2), rows(8))],
		['single bits', whole(head(9, 2, 1), rows(6))],
		[
			'a palette with clear colours',
			whole(head(2, 1, 8, 3), chunk('PLTE', 'rgbRGB'), chunk('tRNS', '\0'), rows(3))
		],
		['passes', whole(head(3, 3, 8, 6, 1), rows(1 + 4 + 1 + 4 + (1 + 8) + 2 * (1 + 4) + (1 + 12)))]
	])('of %s is read', async (_name, bytes) => {
		expect(await refusalOf(bytes)).toBeNull();
	});

	test('keeps which colours are clear', async () => {
		const clear = whole(head(2, 1, 8, 3), chunk('PLTE', 'rgbRGB'), chunk('tRNS', '\0'), rows(3));
		expect(await pixelsOf((await photoOf(clear)).bytes)).toEqual(await pixelsOf(clear));
	});

	test.each<[string, Uint8Array]>([
		['nothing but its start', whole().subarray(0, 8)],
		['no end', whole(head(3, 2), rows(8)).subarray(0, -12)],
		['no pixels', whole(head(3, 2))],
		['too few pixels', whole(head(3, 2), rows(7))],
		['more pixels than it says', whole(head(3, 2), rows(10_000_000))],
		[
			'an archive behind the pixels, inside their stream',
			whole(
				head(3, 2),
				chunk('IDAT', Buffer.concat([deflateSync(Buffer.alloc(8)), Buffer.from('PK\x03\x04')]))
			)
		],
		['pixels that are no stream', whole(head(3, 2), chunk('IDAT', 'x'.repeat(90)))],
		['a colour type there is not', whole(head(3, 2, 8, 5), rows(8))],
		['a palette picture without one', whole(head(3, 2, 8, 3), rows(8))],
		['a palette too long', whole(head(3, 2, 8, 3), chunk('PLTE', 'x'.repeat(771)), rows(8))],
		['pixels in two places', whole(head(3, 2), rows(8), chunk('tEXt', 'a'), rows(8))],
		['a part everybody must understand', whole(head(3, 2), chunk('EVIL', 'x'), rows(8))],
		[
			'more parts than serve a picture',
			whole(head(3, 2), ...Array.from({ length: 5000 }, () => chunk('tEXt', '')), rows(8))
		]
	])('is refused as broken: %s', async (_name, bytes) => {
		expect(await refusalOf(bytes)).toBe('brokenPhoto');
	});

	test('with one altered byte is refused', async () => {
		const drawn = Buffer.from(await drawPhoto('png'));
		drawn[20]! ^= 1;
		expect(await refusalOf(drawn)).toBe('brokenPhoto');
	});

	test('of too many pixels is refused before any is unpacked', async () => {
		const wide = (width: number, height: number) => whole(head(width, height), rows(1000));
		expect(await refusalOf(wide(12_001, 1))).toBe('photoTooWide');
		expect(await refusalOf(wide(11_000, 11_000))).toBe('photoTooWide');
		expect(await refusalOf(wide(0, 5))).toBe('brokenPhoto');
	});
});

test.each([
	['HEIC', '\0\0\0\x18ftypheic\0\0\0\0', 'heicPhoto'],
	['HEIF', '\0\0\0\x18ftypmif1\0\0\0\0', 'heicPhoto'],
	['AVIF', '\0\0\0\x18ftypavif\0\0\0\0', 'notAPhoto'],
	['GIF', 'GIF89a', 'notAPhoto'],
	['WebP', 'RIFF\0\0\0\0WEBPVP8 ', 'notAPhoto'],
	['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'notAPhoto'],
	['PDF', '%PDF-1.7', 'notAPhoto'],
	['nothing', '', 'notAPhoto']
])('%s is not taken', async (_name, text, refusal) => {
	expect(await refusalOf(Buffer.from(text, 'latin1'))).toBe(refusal);
});

test('whatever is altered in a photo, reading it ends, and what is taken is whole', async () => {
	const drawn = { jpeg: await drawPhoto('jpeg', 24, 16), png: await drawPhoto('png', 24, 16) };
	const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
	await fc.assert(
		fc.asyncProperty(fc.constantFrom('jpeg', 'png'), changes, fc.nat(), async (kind, list, cut) => {
			const bytes = Buffer.from(drawn[kind]);
			for (const [at, byte] of list) bytes[at % bytes.length] = byte;
			const read = await readPhoto(bytes.subarray(0, bytes.length - (cut % 3)));
			if ('refusal' in read) return;
			const again = await readPhoto(read.photo.bytes);
			expect(again).toEqual(read);
		}),
		{ numRuns: 400 }
	);
});
