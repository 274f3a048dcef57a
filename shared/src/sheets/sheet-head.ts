import type { Board } from '../method/board.ts';
import type { Method } from '../method/packs/method.ts';
import { defaultMethod, sceneLabel } from '../method/packs/method.ts';
import { professions } from '../method/professions.ts';
import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { regularAdvances } from '../method/worksheet/font-advances.ts';
import type { SheetItem } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import { setText } from './pen.ts';

/** What stands over a drawn sheet: its name, and the entries of the board's head that are filled in or asked for. */
export interface SheetHead {
	readonly title: string;
	/** What kind of sheet it is, where the title does not say so itself. */
	readonly kicker: string;
	readonly fields: readonly { readonly label: string; readonly value: string }[];
}

/** The head of a sheet called `name`; a board with a title of its own keeps it, 場面 and 市区町村 stay open for a pen. */
export function headOf(
	{ meta }: Board,
	name: string,
	method: Method = defaultMethod,
	includeEmpty = true
): SheetHead {
	const scene = meta.scene === null ? '' : sceneLabel(method, meta.scene).ja;
	const title = oneLine(meta.title);
	const present = meta.professionsPresent.map((id) => professions[id].label.ja).join('・');
	const fields = [
		{ label: '場面', value: scene, isAsked: true },
		{ label: '市区町村', value: meta.municipality, isAsked: true },
		{ label: 'グループ', value: meta.group, isAsked: false },
		{ label: '日付', value: meta.date, isAsked: true },
		{ label: '参加職種', value: present, isAsked: false }
	];
	return {
		title: title === '' ? name : title,
		kicker: title === '' || title.includes(name) ? '' : name,
		fields: fields
			.map(({ label, value, isAsked }) => ({ label, value: oneLine(value), isAsked }))
			.filter(({ value, isAsked }) => value !== '' || (isAsked && includeEmpty))
			.map(({ label, value }) => ({ label, value }))
	};
}

function oneLine(text: string): string {
	return text.replace(/\s+/gu, ' ').trim();
}

/** Paints the head from the top margin down and gives the height at which the sheet begins. */
export function paintSheetHead(
	items: SheetItem[],
	head: SheetHead,
	page: {
		readonly widthMm: number;
		readonly marginMm: number;
		readonly textPt: number;
		readonly isContinued: boolean;
	}
): number {
	const { widthMm, marginMm, textPt } = page;
	const width = widthMm - marginMm * 2;
	const em = textPt * mmPerPt;
	const words = page.isContinued ? `${head.title}（つづき）` : head.title;
	const title = setText(words, width, {
		sizePt: textPt * 1.6,
		isBold: true,
		role: 'title',
		lineEm: 1.3
	});
	const kicker = page.isContinued ? '' : head.kicker;
	const line = [
		kicker,
		...head.fields.map(({ label, value }) => `${label}［ ${value || '　　　　　　'} ］`)
	]
		.filter(Boolean)
		.join('　');
	const look = { sizePt: textPt, colour: inks.text } as const;
	const titleMm = lineWidthEm(words, regularAdvances) * textPt * 1.6 * mmPerPt;
	const lineMm = lineWidthEm(line, regularAdvances) * em;
	title.paint(items, marginMm, marginMm);
	if (title.lines.length === 1 && titleMm + lineMm + 3 * em < width) {
		const fields = setText(line, lineMm + em, { ...look, align: 'right' });
		fields.paint(
			items,
			widthMm - marginMm - lineMm - em,
			marginMm + title.heightMm - fields.heightMm - em * 0.06
		);
		return marginMm + title.heightMm + em * 0.45;
	}
	const fields = setText(line, width, look);
	fields.paint(items, marginMm, marginMm + title.heightMm);
	return marginMm + title.heightMm + fields.heightMm + em * 0.45;
}
