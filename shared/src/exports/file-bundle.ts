import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { fileWord } from './file-name.ts';

/** One file of a bundle. */
export interface BundledFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** What is compressed already gains nothing from being so twice. */
const packed = /\.(?:pdf|xlsx|docx|pptx|png)$/;

/** Several files as one zip, each under a name of its own; the same files and day give the same bytes. */
export function bundleFiles(files: readonly BundledFile[], date: string): Uint8Array {
	const [year = 2000, month = 1, day = 1] = date.split('-').map(Number);
	// By its parts: the format keeps local time, and so the bytes would differ between time zones.
	const mtime = new Date(year, month - 1, day, 12);
	const entries: Zippable = {};
	for (const [index, name] of uniqueNames(files.map(({ name }) => name)).entries()) {
		const { bytes } = files[index] ?? { bytes: new Uint8Array() };
		entries[name] = [bytes, { mtime, level: packed.test(name) ? 0 : 6 }];
	}
	return zipSync(entries);
}

/** The names with a number behind those that stand before already, whatever the case of their letters. */
export function uniqueNames(names: readonly string[]): readonly string[] {
	const taken = new Set<string>();
	return names.map((name) => {
		const clean = fileWord(name);
		const [, stem = clean, ending = ''] = /^(.*?)(\.[a-z0-9]{1,5})?$/s.exec(clean) ?? [];
		let own = clean;
		for (let count = 2; taken.has(own.toLowerCase()); count += 1)
			own = `${stem}(${count})${ending}`;
		taken.add(own.toLowerCase());
		return own;
	});
}
