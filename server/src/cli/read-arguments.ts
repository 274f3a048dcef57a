import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { idSchema } from '@renkei/shared/method/card.ts';
import type { ExportFormatId } from '@renkei/shared/method/export-ids.ts';
import { exportFormatIds } from '@renkei/shared/method/export-ids.ts';
import type { ExportQuery } from '@renkei/shared/protocol/exports-api.ts';
import { exportQuerySchema } from '@renkei/shared/protocol/exports-api.ts';
import { CommandFailure, wrongUsage } from './command-failure.ts';

/** Where a board to be written comes from. */
export type ExportSource =
	{ readonly boardId: string } | { readonly file: string } | { readonly workshopId: string };

/** What was asked for on the command line. */
export type Command =
	| { readonly kind: 'help' }
	| { readonly kind: 'boards' }
	| {
			readonly kind: 'export';
			readonly source: ExportSource;
			readonly format: ExportFormatId;
			readonly query: ExportQuery;
			/** A file, `-` for the output, null for the name the file has by itself. */
			readonly out: string | null;
	  };

const options = {
	help: { type: 'boolean', short: 'h' },
	workshop: { type: 'string', short: 'w' },
	format: { type: 'string', short: 'f' },
	out: { type: 'string', short: 'o' },
	sheet: { type: 'string' },
	paper: { type: 'string' },
	date: { type: 'string' },
	dpi: { type: 'string' },
	zone: { type: 'string' },
	professions: { type: 'boolean' },
	votes: { type: 'boolean' },
	'no-notes': { type: 'boolean' },
	'no-empty': { type: 'boolean' },
	monochrome: { type: 'boolean' },
	'meeting-name': { type: 'string' },
	'meeting-date': { type: 'string' },
	'meeting-place': { type: 'string' }
} as const satisfies ParseArgsConfig['options'];

/** Reads a command line; throws a sentence about what is wrong with it. */
export function readArguments(argv: readonly string[]): Command {
	const { values, positionals } = parse(argv);
	const [verb, ...rest] = positionals;
	if (values.help || (verb === undefined && argv.length === 0)) return { kind: 'help' };
	switch (verb) {
		case 'boards':
			if (rest.length > 0 || Object.keys(values).length > 0)
				throw misuse('boards には何も付けられません', '“boards” takes nothing more');
			return { kind: 'boards' };
		case 'export':
			return readExport(values, rest);
		default:
			throw misuse(
				verb === undefined ? '何をするかがありません' : `「${verb}」は使えません`,
				verb === undefined ? 'say what to do' : `“${verb}” is not known`
			);
	}
}

type Values = ReturnType<typeof parse>['values'];

function parse(argv: readonly string[]) {
	try {
		return parseArgs({ args: [...argv], options, allowPositionals: true });
	} catch (cause) {
		const said = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
		throw misuse('オプションを読み取れませんでした', said.replace(/[.]$/, ''));
	}
}

function readExport(values: Values, targets: readonly string[]): Command {
	const query = exportQuerySchema.safeParse(queryOf(values));
	if (!query.success) {
		const wrong = String(query.error.issues[0]?.path[0] ?? '');
		const option = `--${wrong.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
		throw misuse(`${option} の値が使えません`, `the value of ${option} cannot be used`);
	}
	const format = exportFormatIds.find((id) => id === (values.format ?? 'pdf'));
	if (format === undefined)
		throw misuse(
			`--format は ${exportFormatIds.join('・')} のどれかです`,
			`--format is one of ${exportFormatIds.join(', ')}`
		);
	const out = values.out ?? null;
	const source = sourceOf(values.workshop, targets);
	if ('workshopId' in source && out === null)
		throw misuse('--workshop には --out が要ります', '--workshop needs --out');
	return { kind: 'export', source, format, query: queryOf(values), out };
}

function sourceOf(
	workshop: string | undefined,
	[target, ...more]: readonly string[]
): ExportSource {
	if (more.length > 0 || (target === undefined) === (workshop === undefined))
		throw misuse(
			'ボードの id かファイルをひとつ、または --workshop を付けてください',
			'name one board id or file, or a --workshop'
		);
	if (target !== undefined)
		return idSchema.safeParse(target).success ? { boardId: target } : { file: target };
	if (workshop === undefined || !idSchema.safeParse(workshop).success)
		throw misuse('--workshop の値は id ではありません', 'the value of --workshop is no id');
	return { workshopId: workshop };
}

/** The choices in the words of the server's addresses; values are judged by its schema. */
function queryOf(values: Values): ExportQuery {
	const given = {
		sheet: values.sheet,
		paper: values.paper,
		date: values.date,
		dpi: values.dpi,
		zone: values.zone,
		professions: values.professions ? 'yes' : undefined,
		votes: values.votes ? 'yes' : undefined,
		notes: values['no-notes'] ? 'no' : undefined,
		empty: values['no-empty'] ? 'no' : undefined,
		monochrome: values.monochrome ? 'yes' : undefined,
		meetingName: values['meeting-name'],
		meetingDate: values['meeting-date'],
		meetingPlace: values['meeting-place']
	};
	return Object.fromEntries(
		Object.entries(given).filter(([, value]) => value !== undefined)
	) as ExportQuery;
}

function misuse(ja: string, en: string): CommandFailure {
	return new CommandFailure(
		`${ja}。使い方は npx renkei --help。`,
		`${en.charAt(0).toUpperCase()}${en.slice(1)}; for usage: npx renkei --help.`,
		wrongUsage
	);
}
