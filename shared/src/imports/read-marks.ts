import * as z from 'zod/mini';
import { headKeys, workbookFormat } from '../exports/xlsx-marks.ts';
import type { CardId } from '../method/card.ts';
import { cardIdSchema } from '../method/card.ts';
import type { WrittenMarks } from './imported-table.ts';
import type { Grid } from './read-sheets.ts';

const headSchema = z.object({
	format: z.literal(workbookFormat.format),
	version: z.literal(workbookFormat.version),
	columns: z.record(z.string().check(z.maxLength(100)), z.string().check(z.maxLength(100))),
	head: z.record(z.string(), z.string().check(z.maxLength(10))),
	longTable: z.string()
});

/** The hidden sheet of a workbook of ours. */
export interface ReadMarks {
	readonly written: WrittenMarks;
	/** The columns of カード一覧 by their headings. */
	readonly columns: Readonly<Record<string, string>>;
	readonly longTable: string;
}

/** What the hidden sheet says; null for one of an earlier version, or that is not ours, or that somebody edited. */
export function readMarks({ rows }: Grid): ReadMarks | null {
	let parsed: unknown;
	try {
		parsed = JSON.parse(rows[0]?.[0] ?? '');
	} catch {
		return null;
	}
	const head = headSchema.safeParse(parsed);
	if (!head.success) return null;
	const cards = new Map<CardId, Readonly<Record<string, string>>>();
	const links = new Set<string>();
	for (const [cell = ''] of rows.slice(1)) {
		const [, id, marks] = /^([^\s:]+):\s*(.*)$/.exec(cell) ?? [];
		if (id === undefined) for (const mark of cell.split(' ').filter(Boolean)) links.add(mark);
		else {
			const known = cardIdSchema.safeParse(id);
			if (known.success) cards.set(known.data, readPairs(marks ?? ''));
		}
	}
	const { columns, head: entries, longTable } = head.data;
	return {
		written: {
			cards,
			columns: new Set(Object.values(columns)),
			links,
			head: Object.fromEntries(
				headKeys.flatMap((key) => (entries[key] === undefined ? [] : [[key, entries[key]]]))
			)
		},
		columns,
		longTable
	};
}

function readPairs(marks: string): Readonly<Record<string, string>> {
	return Object.fromEntries(
		marks.split(' ').flatMap((pair) => {
			const at = pair.lastIndexOf('=');
			return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
		})
	);
}
