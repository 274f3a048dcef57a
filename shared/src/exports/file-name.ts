import type { BoardMeta } from '../method/board.ts';
import { wellFormed } from '../method/clean-text.ts';
import type { ExportFormatId, SheetKindId } from '../method/export-ids.ts';
import type { Localised } from '../method/localised.ts';
import type { Method } from '../method/packs/method.ts';
import { sceneLabel } from '../method/packs/method.ts';
import { sheetKinds } from '../sheets/index.ts';
import type { ExportedFile } from './export-format.ts';
import { exportFormats } from './index.ts';

/**
 * Characters that one of the common systems forbids in a file's name, that command a terminal in which it is listed, or
 * that turn the order of letters, so that one ending looks like another.
 */
const forbidden =
	/[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const maxLength = 100;

/** What a name is made of beside the head of the board. */
export interface NameParts {
	/** The day of writing as `YYYY-MM-DD`. */
	readonly date: string;
	/** What is in the file, in words. */
	readonly what: string;
	/** The board's own words. */
	readonly method: Method;
	/** Speaks the language of whoever gets the file. */
	readonly say: (words: Localised) => string;
}

/** The name of a file without its ending: 2026-02-10_入退院支援_3卓_演習シート. */
export function fileStem(
	{ scene, title, group }: Pick<BoardMeta, 'scene' | 'title' | 'group'>,
	{ date, what, method, say }: NameParts
): string {
	const subject = scene ? say(sceneLabel(method, scene)) : title;
	const name = [date, subject, group, what].map(fileWord).filter(Boolean).join('_');
	return cut(name, maxLength);
}

/** Words as they may stand in a file's name on every common system. */
export function fileWord(words: string): string {
	return wellFormed(words).replace(forbidden, ' ').trim();
}

/** What is in a file of this format, in words: its sheet, or the whole board. */
export function contentOf(format: ExportFormatId, sheet: SheetKindId): Localised {
	return exportFormats[format].sheets === null
		? { ja: 'ボード全体', en: 'Whole board' }
		: sheetKinds[sheet].label;
}

/** The whole name offered for a file: 2026-02-10_入退院支援_3卓_演習シート.pdf. */
export function exportFileName(
	meta: Pick<BoardMeta, 'scene' | 'title' | 'group'>,
	file: Pick<ExportedFile, 'kind'> & {
		readonly format: ExportFormatId;
		readonly sheet: SheetKindId;
	},
	parts: Omit<NameParts, 'what'>
): string {
	const what = parts.say(contentOf(file.format, file.sheet));
	const { extension } = file.kind ?? exportFormats[file.format];
	return `${fileStem(meta, { ...parts, what })}.${extension}`;
}

/** Never in the middle of a character. */
function cut(text: string, length: number): string {
	return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
