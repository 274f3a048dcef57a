import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officeLimits, openZip } from './open-zip.ts';
import { importRefusalIds, importRefusals } from './refusals.ts';

const all = (): boolean => true;
const text = new TextEncoder();
const sample = zipSync({
	'word/document.xml': text.encode('<w:document>家族の不安が減る</w:document>'.repeat(50)),
	'word/media/写真.png': [new Uint8Array(3000).fill(7), { level: 0 }],
	'[Content_Types].xml': text.encode('<Types/>')
});

function refusalOf(bytes: Uint8Array): string | undefined {
	const opened = openZip(bytes, all);
	return 'refusal' in opened ? opened.refusal : undefined;
}

/** The sample with numbers of the first entry in its directory changed. */
function withEntry(change: (view: DataView, at: number) => void): Uint8Array {
	const bytes = sample.slice();
	const view = new DataView(bytes.buffer);
	let at = 0;
	while (view.getUint32(at, true) !== 0x02014b50) at += 1;
	change(view, at);
	return bytes;
}

describe('an archive', () => {
	test('gives its wanted parts and the names of all', () => {
		const opened = openZip(sample, (name) => name !== '[Content_Types].xml');
		if ('refusal' in opened) throw new Error(opened.refusal);
		expect([...opened.parts.keys()]).toEqual(['word/document.xml', 'word/media/写真.png']);
		expect(new TextDecoder().decode(opened.parts.get('word/document.xml'))).toBe(
			'<w:document>家族の不安が減る</w:document>'.repeat(50)
		);
		expect(opened.parts.get('word/media/写真.png')).toEqual(new Uint8Array(3000).fill(7));
		expect(opened.names).toContain('[Content_Types].xml');
	});

	test('is read within a larger buffer too', () => {
		const around = new Uint8Array(sample.length + 20);
		around.set(sample, 10);
		expect(openZip(around.subarray(10, 10 + sample.length), all)).toEqual(openZip(sample, all));
	});

	test('of any parts comes back as it was', () => {
		const names = fc.stringMatching(/^[a-z]{1,8}$/);
		const parts = fc.dictionary(names, fc.uint8Array({ maxLength: 40_000 }), {
			noNullPrototype: true
		});
		fc.assert(
			fc.property(parts, (files) => {
				fc.pre(Object.keys(files).length > 0);
				const opened = openZip(zipSync(files), all);
				expect('parts' in opened && Object.fromEntries(opened.parts)).toEqual(files);
			}),
			{ numRuns: 40 }
		);
	});
});

describe('a file that is refused', () => {
	test('is empty, of another kind, of an old format, or locked', () => {
		const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0];
		const locked = Array.from('EEncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat();
		expect(refusalOf(new Uint8Array())).toBe('empty');
		expect(refusalOf(text.encode('%PDF-1.7'))).toBe('otherKind');
		expect(refusalOf(text.encode('P'))).toBe('otherKind');
		expect(refusalOf(Uint8Array.from(compound))).toBe('oldOffice');
		expect(refusalOf(Uint8Array.from([...compound, ...locked]))).toBe('locked');
		expect(refusalOf(withEntry((view, at) => view.setUint16(at + 8, 1, true)))).toBe('locked');
	});

	test('is larger than anyone needs', () => {
		const bytes = new Uint8Array(officeLimits.fileBytes + 1);
		bytes.set(sample);
		expect(refusalOf(bytes)).toBe('tooLarge');
	});

	test('claims to unpack to 200 MB, or to nothing it can unpack to', () => {
		const claims = (size: number) => withEntry((view, at) => view.setUint32(at + 24, size, true));
		expect(refusalOf(claims(200 * 1024 * 1024))).toBe('swollen');
		expect(refusalOf(claims(0xffffffff))).toBe('swollen');
		expect(refusalOf(claims(39 * 1024 * 1024))).toBe('damaged');
		expect(refusalOf(claims(10))).toBe('damaged');
		expect(refusalOf(claims(0))).toBe('damaged');
	});

	test('swells, at once and without being unpacked', () => {
		const bomb = zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) });
		expect(bomb.length).toBeLessThan(100_000);
		const before = performance.now();
		expect(refusalOf(bomb)).toBe('swollen');
		expect(performance.now() - before).toBeLessThan(500);
	});

	test('swells although it claims to be small: unpacking ends at the claim', () => {
		const bomb = zipSync({ a: new Uint8Array(80 * 1024 * 1024) });
		const view = new DataView(bomb.buffer, bomb.byteOffset);
		let at = 0;
		while (view.getUint32(at, true) !== 0x02014b50) at += 1;
		view.setUint32(at + 24, 1000, true);
		const before = performance.now();
		expect(refusalOf(bomb)).toBe('damaged');
		expect(performance.now() - before).toBeLessThan(1000);
	});

	test('names more parts than any document has', () => {
		const files = Object.fromEntries(
			Array.from({ length: officeLimits.entries + 1 }, (_, index) => [
				`p${index}`,
				new Uint8Array()
			])
		);
		expect(refusalOf(zipSync(files))).toBe('swollen');
	});

	test('names one part twice', () => {
		const twice = zipSync({ 'word/a.xml': text.encode('1'), 'word/b.xml': text.encode('2') });
		const bytes = twice.map((byte) => (byte === 'b'.charCodeAt(0) ? 'A'.charCodeAt(0) : byte));
		expect(refusalOf(bytes)).toBe('damaged');
	});

	test('is cut off anywhere', () => {
		for (let length = 1; length < sample.length; length += 7)
			expect(['damaged', 'otherKind']).toContain(refusalOf(sample.subarray(0, length)));
	});

	test('has one wrong byte: it is refused or read as it was, and nothing else happens', () => {
		const whole = openZip(sample, all);
		if ('refusal' in whole) throw new Error(whole.refusal);
		const outcomes = new Set<unknown>();
		for (let at = 0; at < sample.length; at += 3) {
			const bytes = sample.slice();
			bytes[at] = (bytes[at] ?? 0) ^ 0x41;
			const opened = openZip(bytes, (name) => name === 'word/document.xml');
			if ('refusal' in opened) outcomes.add(opened.refusal);
			else for (const part of opened.parts.values()) outcomes.add(new TextDecoder().decode(part));
		}
		const read = new TextDecoder().decode(whole.parts.get('word/document.xml'));
		expect([...importRefusalIds, read]).toEqual(expect.arrayContaining([...outcomes]));
		expect(outcomes).toContain(read);
		expect(outcomes).toContain('damaged');
	});
});

test('every refusal has a plain sentence in both languages', () => {
	for (const id of importRefusalIds) {
		expect(importRefusals[id].ja).toMatch(/。$/);
		expect(importRefusals[id].en).toMatch(/\.$/);
		expect(importRefusals[id].ja).not.toMatch(/エラー|ユーザー|同期|デバイス/);
	}
});
