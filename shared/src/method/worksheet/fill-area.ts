import type { BrokenLine } from './break-rows.ts';
import { breakRow, restOfRow } from './break-rows.ts';
import type { WorksheetRow } from './worksheet.ts';

/** Rows that stay on one page while a page can hold them: a card with its details, a heading with what it heads. */
export type RowGroup = readonly WorksheetRow[];

/** A line with its place in the area, in mm from the top of it. */
export interface PlacedLine extends BrokenLine {
	readonly y: number;
	readonly ruleY: number | null;
}

/** What went into an area, how high it became, and what did not fit. */
export interface FilledArea {
	readonly lines: readonly PlacedLine[];
	readonly height: number;
	readonly rest: readonly RowGroup[];
}

/** Sorts rows into groups that are kept together. */
export function groupRows(rows: readonly WorksheetRow[]): readonly RowGroup[] {
	const groups: WorksheetRow[][] = [];
	let before: WorksheetRow | null = null;
	for (const row of rows) {
		const belongs =
			before !== null &&
			(row.kind === 'detail' ||
				before.kind === 'heading' ||
				(before.kind === 'lead' && before.mark !== '' && row.kind === 'item'));
		const last = groups.at(-1);
		if (last && belongs) last.push(row);
		else groups.push([row]);
		before = row;
	}
	return groups;
}

/**
 * Places groups from the top until the next one does not fit. A group too high for any page is cut between two
 * lines (`mayCut`, when the area is as high as it gets), so that no word is ever lost.
 */
export function fillArea(
	groups: readonly RowGroup[],
	area: { readonly width: number; readonly height: number; readonly mayCut: boolean },
	sizeMm: number
): FilledArea {
	const lines: PlacedLine[] = [];
	let y = 0;
	let before: WorksheetRow | null = null;
	for (const [index, group] of groups.entries()) {
		const broken: BrokenLine[] = [];
		let previous: WorksheetRow | null = before;
		for (const row of group) {
			broken.push(...breakRow(row, previous, area.width, sizeMm));
			previous = row;
		}
		const height = broken.reduce((sum, line) => sum + line.gapBefore + line.height, 0);
		const fits = y + height <= area.height + 1e-6;
		if (!fits && !(lines.length === 0 && area.mayCut))
			return { lines, height: y, rest: groups.slice(index) };
		for (const line of broken) {
			// At least one line goes in, or a page that is too low would never end.
			if (lines.length > 0 && y + line.gapBefore + line.height > area.height + 1e-6)
				return { lines, height: y, rest: [cutGroup(group, lines), ...groups.slice(index + 1)] };
			const ruleY = line.row.startsSection && line.gapBefore > 0 ? y + line.gapBefore / 2 : null;
			lines.push({ ...line, y: y + line.gapBefore, ruleY });
			y += line.gapBefore + line.height;
		}
		before = previous;
	}
	return { lines, height: y, rest: [] };
}

function cutGroup(group: RowGroup, placed: readonly PlacedLine[]): RowGroup {
	const last = placed.at(-1);
	if (!last) return group;
	const following = group.slice(group.indexOf(last.row) + 1);
	return last.restText === '' ? following : [restOfRow(last), ...following];
}
