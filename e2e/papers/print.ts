import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Pixels } from '../support/ink.ts';
import { ensureOffice } from '../support/office.ts';
import type { Office } from '../support/office.ts';

const run = promisify(execFile);

/** Whether the machine that opens a file has our font, or only another Japanese one. */
export const fontChoices = ['with our font', 'with another font'] as const;
export type FontChoice = (typeof fontChoices)[number];

/** A file as LibreOffice prints it. */
export interface Printed {
	readonly pdf: string;
	readonly bytes: Uint8Array;
}

/** LibreOffice in a folder of its own, so that no window of a person and no other test disturbs it. */
export class Printer {
	readonly #office: Office;
	readonly #folder: string;

	constructor(folder: string) {
		const office = ensureOffice();
		if ('refusal' in office) throw new Error(office.refusal);
		this.#office = office;
		this.#folder = folder;
	}

	/** All files printed by one LibreOffice; starting it takes longer than a page. */
	async print(
		files: ReadonlyMap<string, Uint8Array>,
		fonts: FontChoice
	): Promise<ReadonlyMap<string, Printed>> {
		const folder = join(this.#folder, fonts === 'with our font' ? 'ours' : 'other');
		const printed = join(folder, 'printed');
		mkdirSync(printed, { recursive: true });
		const settings = join(folder, 'fonts.conf');
		writeFileSync(settings, fontSettings(folder, fonts));
		const paths: string[] = [];
		for (const [name, bytes] of files) {
			paths.push(join(folder, name));
			writeFileSync(join(folder, name), bytes);
		}
		const profile = pathToFileURL(join(folder, 'profile')).href;
		const { stderr } = await run(
			this.#office.soffice,
			[
				'--headless',
				'--norestore',
				`-env:UserInstallation=${profile}`,
				'--convert-to',
				'pdf',
				'--outdir',
				printed,
				...paths
			],
			{ env: { ...process.env, FONTCONFIG_FILE: settings }, maxBuffer: 1e8 }
		);
		return new Map(
			[...files.keys()].map((name) => {
				const pdf = join(printed, name.replace(/\.[a-z]+$/, '.pdf'));
				try {
					return [name, { pdf, bytes: new Uint8Array(readFileSync(pdf)) }];
				} catch {
					throw new Error(`LibreOffice did not open ${name}: ${stderr.trim()}`);
				}
			})
		);
	}

	/**
	 * The words of each page without white space, told twice: as they were drawn, which keeps cells apart, and as they
	 * stand, which puts characters from a second font where they belong.
	 */
	async words({ pdf }: Printed): Promise<readonly (readonly string[])[]> {
		return Promise.all(
			[['-raw'], []].map(async (order) => {
				const { stdout } = await run(
					this.#office.pdftotext,
					[...order, '-enc', 'UTF-8', pdf, '-'],
					{ maxBuffer: 1e8 }
				);
				const pages = stdout.split('\f').map((page) => page.replace(/\s/gu, ''));
				// A form feed ends every page, the last one too.
				return pages.slice(0, -1);
			})
		);
	}

	/** The pages drawn by another program than the one that laid them out. */
	async pixels({ pdf }: Printed, dpi: number): Promise<readonly Pixels[]> {
		const { stdout } = await run(this.#office.pdftoppm, ['-gray', '-r', String(dpi), pdf], {
			encoding: 'buffer',
			maxBuffer: 1e9
		});
		return readGreymaps(new Uint8Array(stdout));
	}
}

// A machine of our own making: nothing installed here may help or disturb.
function fontSettings(folder: string, fonts: FontChoice): string {
	const folderOf = (name: string): string =>
		`<dir>${dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}.ttf`)))}</dir>`;
	const other = ['400Regular/NotoSansJP_400Regular', '700Bold/NotoSansJP_700Bold']
		.map((name) => folderOf(`noto-sans-jp/${name}`))
		.join('');
	// Windows knows the font by its Japanese name; the file of the package only has the English one.
	const ours =
		['400Regular/BIZUDPGothic_400Regular', '700Bold/BIZUDPGothic_700Bold']
			.map((name) => folderOf(`biz-udpgothic/${name}`))
			.join('') +
		'<match target="scan"><test name="family"><string>BIZ UDPGothic</string></test><edit name="family" mode="prepend"><string>BIZ UDPゴシック</string></edit></match>';
	return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><cachedir>${join(folder, 'font-cache')}</cachedir>${fonts === 'with our font' ? ours : ''}${other}</fontconfig>\n`;
}

/** Netpbm's grey pictures (P5), one behind the other. */
function readGreymaps(bytes: Uint8Array): readonly Pixels[] {
	const pictures: Pixels[] = [];
	let at = 0;
	const word = (): string => {
		let text = '';
		for (;;) {
			const character = String.fromCharCode(bytes[at] ?? 0x20);
			at += 1;
			if (/\s/.test(character)) return text;
			text += character;
		}
	};
	while (at < bytes.length) {
		if (word() !== 'P5') throw new Error('No grey picture');
		const [width, height] = [Number(word()), Number(word())];
		word();
		pictures.push({ width, height, brightness: bytes.subarray(at, at + width * height) });
		at += width * height;
	}
	return pictures;
}
