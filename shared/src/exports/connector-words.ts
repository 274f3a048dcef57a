import type { BoxItem, SheetItem, TextItem } from '../method/worksheet/sheet-items.ts';

const longest = 40;

/** What the arrows of a page say, for those who cannot see them: 「…」から「…」へ; empty where no arrow joins two texts. */
export function connectorWords(items: readonly SheetItem[]): string {
	const boxes = new Map<string, BoxItem>();
	const texts: TextItem[] = [];
	for (const item of items)
		if (item.kind === 'box') boxes.set(item.id, item);
		else if (item.kind === 'text' && item.role !== 'decoration') texts.push(item);
	const names = new Map<string, string>();
	const nameOf = (id: string): string => {
		const box = boxes.get(id);
		const known = names.get(id) ?? (box ? firstWords(box, texts) : '');
		names.set(id, known);
		return known;
	};
	return items
		.flatMap((item) => {
			if (item.kind !== 'connector') return [];
			const [from, to] = [nameOf(item.from), nameOf(item.to)];
			if (from === '' || to === '') return [];
			return [item.hasHead ? `「${from}」から「${to}」へ` : `「${from}」と「${to}」`];
		})
		.join('。');
}

/** The first statement in a box, its number in front. */
function firstWords(box: BoxItem, texts: readonly TextItem[]): string {
	const inside = texts.filter(
		({ x, y }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
	);
	const [first, second] = inside;
	if (!first) return '';
	const words = (item: TextItem): string =>
		(item.run?.parts.map(({ text }) => text).join('') ?? item.text).replace(/\s+/gu, ' ').trim();
	const isMark = Array.from(words(first)).length <= mostMarkLength && second !== undefined;
	const whole = Array.from(isMark ? words(first) + words(second) : words(first));
	return whole.length > longest ? `${whole.slice(0, longest).join('')}…` : whole.join('');
}

/** A number or a sign before a statement (①～④) has at most so many characters. */
export const mostMarkLength = 4;
