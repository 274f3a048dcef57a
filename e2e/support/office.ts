import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** LibreOffice and the readers of what it prints. */
export interface Office {
	readonly soffice: string;
	readonly pdftotext: string;
	readonly pdftoppm: string;
}

/** An office, or one sentence that says what is missing and what to do. */
export type OfficeSearch = Office | { readonly refusal: string };

const packages = [
	'libreoffice-calc',
	'libreoffice-writer',
	'libreoffice-impress',
	'poppler-utils'
] as const;

// Where LibreOffice lies when it is not on the path.
const officeFolders = [
	'/usr/lib/libreoffice/program',
	'/opt/libreoffice/program',
	'/Applications/LibreOffice.app/Contents/MacOS',
	'C:\\Program Files\\LibreOffice\\program'
];

/** The program of the first of these names that lies in one of these folders. */
export function findProgram(
	names: readonly string[],
	folders: readonly string[],
	exists: (path: string) => boolean = existsSync
): string | null {
	const places = folders.flatMap((folder) =>
		names.flatMap((name) => [join(folder, name), join(folder, `${name}.exe`)])
	);
	return places.find((place) => exists(place)) ?? null;
}

/** What of the office this machine already has. */
function look(): Partial<Record<keyof Office, string>> {
	const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
	const soffice = findProgram(['soffice', 'libreoffice'], [...path, ...officeFolders]);
	const pdftotext = findProgram(['pdftotext'], path);
	const pdftoppm = findProgram(['pdftoppm'], path);
	return {
		...(soffice && hasAllParts(soffice) ? { soffice } : {}),
		...(pdftotext ? { pdftotext } : {}),
		...(pdftoppm ? { pdftoppm } : {})
	};
}

/** On Linux spreadsheets, texts and slides are packages of their own, and one may be missing. */
function hasAllParts(soffice: string): boolean {
	if (process.platform !== 'linux') return true;
	const names = readdirSync(dirname(realpathSync(soffice)));
	if (!names.some((name) => name.startsWith('libsofficeapp'))) return true;
	return ['libsclo.so', 'libswlo.so', 'libsdlo.so'].every((part) => names.includes(part));
}

function isDebianRoot(): boolean {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
	const release = '/etc/os-release';
	return existsSync(release) && /^ID(?:_LIKE)?=.*debian/m.test(readFileSync(release, 'utf8'));
}

function installWithApt(): void {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const succeeds = (command: string, ...args: readonly string[]): boolean =>
		spawnSync(command, args, { stdio: 'ignore', env }).status === 0;
	if (succeeds('apt-get', 'update', '-q'))
		succeeds('apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages);
}

function complete(found: Partial<Record<keyof Office, string>>): Office | null {
	const { soffice, pdftotext, pdftoppm } = found;
	return soffice && pdftotext && pdftoppm ? { soffice, pdftotext, pdftoppm } : null;
}

/** LibreOffice and poppler, installed where the machine is a Debian of our own and has none. */
export function ensureOffice(): OfficeSearch {
	const present = complete(look());
	if (present) return present;
	if (isDebianRoot()) installWithApt();
	return (
		complete(look()) ?? {
			refusal: `The paper tests need LibreOffice (Calc, Writer, Impress) and poppler (pdftotext, pdftoppm): install them (on Debian and Ubuntu: apt install ${packages.join(' ')}).`
		}
	);
}
