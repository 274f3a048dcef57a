import type { SheetItem } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';

/** Where a stage stands on its page; its head is the top `headMm` of it. */
export interface PlacedPanel {
	readonly id: string;
	readonly band: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly headMm: number;
}

/** Paints the arrows from stage to stage: beside each other from head to head, else out at the foot and in from above. */
export function paintChain(
	items: SheetItem[],
	chain: readonly string[],
	places: readonly PlacedPanel[],
	gapMm: number,
	lineMm: number
): void {
	const present = chain.flatMap((id) => places.find((place) => place.id === id) ?? []);
	for (const [index, from] of present.entries()) {
		const to = present[index + 1];
		if (!to) break;
		const isBeside = from.band === to.band && from.x + from.width < to.x;
		const isBelow = from.band === to.band && !isBeside;
		items.push({
			kind: 'connector',
			from: isBeside ? `${from.id}.head` : from.id,
			to: `${to.id}.head`,
			points: isBeside ? across(from, to, gapMm) : down(from, to, isBelow ? 0 : gapMm),
			hasHead: true,
			colour: inks.text,
			lineMm,
			dash: []
		});
	}
}

type Points = readonly (readonly [number, number])[];

function across(from: PlacedPanel, to: PlacedPanel, gapMm: number): Points {
	const start = from.y + from.headMm / 2;
	const end = to.y + to.headMm / 2;
	const x = to.x - gapMm * 0.62;
	const ends: readonly [Points[number], Points[number]] = [
		[from.x + from.width, start],
		[to.x, end]
	];
	return Math.abs(start - end) < 0.01 ? ends : [ends[0], [x, start], [x, end], ends[1]];
}

function down(from: PlacedPanel, to: PlacedPanel, gapMm: number): Points {
	const start = [from.x + from.width / 2, from.y + from.height] as const;
	const end = [to.x + to.width / 2, to.y] as const;
	if (Math.abs(start[0] - end[0]) < 0.01) return [start, end];
	const y = to.y - gapMm * 0.62;
	return [start, [start[0], y], [end[0], y], end];
}
