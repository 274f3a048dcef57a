import type { CouncilOpinions } from '@renkei/shared/imports/council-opinions.ts';
import type { ImportedTable } from '@renkei/shared/imports/imported-table.ts';
import type { ImportPlan } from '@renkei/shared/imports/planned-change.ts';
import { countStates } from '@renkei/shared/imports/planned-change.ts';
import type { ImportRefusal } from '@renkei/shared/imports/refusals.ts';
import { importRefusals, maxImportMegabytes } from '@renkei/shared/imports/refusals.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { decodeText } from './decode-text.ts';
import { boardFileRefusals } from './file-refusals.ts';

/** Where an import comes from. */
export type ImportSource =
	| { readonly kind: 'file'; readonly name: string; readonly file: Blob }
	| { readonly kind: 'paste'; readonly name: string; readonly text: string };

/** What a source says of the board: cards of a table, opinions written into a council pack, or both. */
export interface ImportContent {
	readonly table: ImportedTable | null;
	readonly opinions: CouncilOpinions | null;
}

/** What reading came to. */
export type ReadImport =
	| { readonly kind: 'content'; readonly content: ImportContent }
	| { readonly kind: 'refused'; readonly sentence: Localised };

/** How files begin that could be read as text, but whose lines are nobody's words. */
const otherKinds = /^\s*(%PDF-|<\?xml|<!doctype|<html|<svg|\{\\rtf)/i;

/** Reads a file by what is in it, whatever it is called, or what was pasted. */
export async function readHere(source: ImportSource, method: Method): Promise<ReadImport> {
	if (source.kind === 'paste') {
		const { readPasted } = await import('@renkei/shared/imports/read-table.ts');
		return content({ table: readPasted(source.text, { method }) });
	}
	if (source.file.size > maxImportMegabytes * 1024 * 1024) return refused('tooLarge');
	const bytes = new Uint8Array(await source.file.arrayBuffer());
	if (bytes.length === 0) return refused('empty');
	// Office files are archives, and those of before 2007, or with a password, begin with D0 CF.
	const isOffice = bytes[0] === 0x50 && bytes[1] === 0x4b;
	if (isOffice || (bytes[0] === 0xd0 && bytes[1] === 0xcf)) return await readOffice(bytes, method);
	const text = decodeText(bytes);
	if (text === null || otherKinds.test(text)) return refused('otherKind');
	if (text.trim() === '') return refused('empty');
	if (text.trimStart().startsWith('{')) return await readJson(text);
	const { readCsv, readPasted } = await import('@renkei/shared/imports/read-table.ts');
	const isLines = /\.(txt|text)$/i.test(source.name);
	return content({ table: (isLines ? readPasted : readCsv)(text, { method }) });
}

async function readOffice(bytes: Uint8Array, method: Method): Promise<ReadImport> {
	const [{ readWorkbook }, { readCouncilOpinions }] = await Promise.all([
		import('@renkei/shared/imports/read-workbook.ts'),
		import('@renkei/shared/imports/council-opinions.ts')
	]);
	const opinions = readCouncilOpinions(bytes);
	const workbook = readWorkbook(bytes, { method });
	const said = 'refusal' in opinions ? null : opinions;
	if ('refusal' in workbook) {
		if (said) return content({ opinions: said });
		// Of a Word file the reader of tables can only say that it is none.
		return refused(
			workbook.refusal === 'otherKind' && 'refusal' in opinions
				? opinions.refusal
				: workbook.refusal
		);
	}
	return content({ table: workbook.table, opinions: said });
}

async function readJson(text: string): Promise<ReadImport> {
	const [{ readBoardFile }, { tableOfBoard }] = await Promise.all([
		import('@renkei/shared/exports/json.ts'),
		import('@renkei/shared/imports/table-of-board.ts')
	]);
	const read = readBoardFile(text);
	if ('refusal' in read) return { kind: 'refused', sentence: boardFileRefusals[read.refusal] };
	return content({ table: tableOfBoard(read.board) });
}

/** Compares what was read with the board as it is now. */
export async function planHere(
	{ table, opinions }: ImportContent,
	board: Board,
	method: Method
): Promise<ImportPlan> {
	const plans: ImportPlan[] = [];
	if (table) {
		const { planImport } = await import('@renkei/shared/imports/plan-import.ts');
		plans.push(planImport(table, board, { method }));
	}
	if (opinions) {
		const { planOpinions } = await import('@renkei/shared/imports/council-opinions-plan.ts');
		plans.push(planOpinions(board, opinions));
	}
	const changes = plans.flatMap((plan) => plan.changes);
	return { changes, counts: countStates(changes) };
}

function content({
	table = null,
	opinions = null
}: Partial<ImportContent>): ReadImport & { readonly kind: 'content' } {
	return { kind: 'content', content: { table, opinions } };
}

function refused(refusal: ImportRefusal): ReadImport {
	return { kind: 'refused', sentence: importRefusals[refusal] };
}
