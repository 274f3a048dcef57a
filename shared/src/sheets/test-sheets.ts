import type { Board } from '../method/board.ts';
import type { Card, CardId } from '../method/card.ts';
import type { YearValue } from '../method/card-types/indicator.ts';
import { gCityEvaluation } from '../method/templates/g-city-evaluation.ts';
import { iCityMitori } from '../method/templates/i-city-mitori.ts';
import type { Template, TemplateCard } from '../method/templates/template.ts';
import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import type { SheetItem, SheetLayout, TextItem } from '../method/worksheet/sheet-items.ts';
import { mmPerPt, smallestPt } from '../method/worksheet/sheet-metrics.ts';
import { boardOf } from '../method/worksheet/test-board.ts';

/** The I市 board with every card that many times: 30 cards a time. */
export function manyTimes(times: number): Board {
	const cards: TemplateCard[] = [];
	const links: Template['links'][number][] = [];
	for (let n = 0; n < times; n += 1) {
		cards.push(...iCityMitori.cards.map((card) => ({ ...card, id: `${card.id}-${n}` })));
		links.push(
			...iCityMitori.links.map(({ from, to }) => ({
				from: `${from}-${n}`,
				to: to.map((id) => `${id}-${n}`)
			}))
		);
	}
	return boardOf({ ...iCityMitori, cards, links });
}

/** A board on which nobody has written anything. */
export const blankBoard: Board = boardOf({
	municipality: '',
	scene: null,
	group: '',
	date: '',
	cards: [],
	links: []
});

/** The same board with everything in it put in the other way round. */
export function reversed(board: Board): Board {
	const turn = <K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> =>
		new Map([...map.entries()].reverse());
	return {
		...board,
		cards: turn(board.cards),
		links: turn(board.links),
		records: turn(board.records)
	};
}

/** Every text of a layout. */
export function textsOf(layout: Pick<SheetLayout, 'pages'>): readonly TextItem[] {
	return layout.pages.flat().filter((item) => item.kind === 'text');
}

/** The text without white space: lines are broken anywhere. */
export function packed(text: string): string {
	return text.replace(/\s/gu, '');
}

/** All words of a layout in the order of painting, without white space. */
export function wordsOf(layout: Pick<SheetLayout, 'pages'>): string {
	return packed(
		textsOf(layout)
			.map(({ text }) => text)
			.join('')
	);
}

interface Place {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** The ink of a line of text: from the top of a kanji to the foot of a g. */
function placeOf({ x, y, text, sizePt, isBold }: TextItem): Place {
	const mm = sizePt * mmPerPt;
	return {
		left: x,
		right: x + lineWidthEm(text, isBold ? boldAdvances : regularAdvances) * mm,
		top: y - mm * 0.8,
		bottom: y + mm * 0.12
	};
}

/** What is wrong with a layout, in words: too small, outside the margins, or one text upon another. */
export function faultsOf(layout: SheetLayout, marginMm: number): readonly string[] {
	const faults: string[] = [];
	for (const [number, page] of layout.pages.entries()) {
		const texts = page.filter((item) => item.kind === 'text');
		for (const item of texts) {
			const { left, right, top, bottom } = placeOf(item);
			const at = `page ${number + 1} 「${item.text}」`;
			// The mark within a badge is part of its picture.
			if (item.sizePt < smallestPt - 1e-6 && item.role !== 'decoration')
				faults.push(`${at} is ${item.sizePt} pt`);
			const slack = 0.05 + 2 * item.sizePt * mmPerPt * (endsHanging(item.text) ? 1 : 0);
			if (left < marginMm - 0.05 || right > layout.widthMm - marginMm + slack)
				faults.push(`${at} leaves the margin: ${left} to ${right}`);
			if (top < marginMm - 0.5 || bottom > layout.heightMm - marginMm + 0.5)
				faults.push(`${at} leaves the margin: ${top} to ${bottom}`);
		}
		faults.push(...overlaps(texts, number));
		for (const item of page) if (!isOnPage(item, layout)) faults.push(`${item.kind} off the page`);
	}
	return faults;
}

/** 禁則 lets a character hang where a column is too narrow for any legal break. */
function endsHanging(text: string): boolean {
	return /[、。，．」』）]$/u.test(text);
}

function overlaps(texts: readonly TextItem[], number: number): readonly string[] {
	const placed = texts
		.map((item) => ({ item, place: placeOf(item) }))
		.sort((a, b) => a.place.top - b.place.top);
	const faults: string[] = [];
	for (const [index, { item, place }] of placed.entries())
		for (let next = index + 1; next < placed.length; next += 1) {
			const other = placed[next];
			if (!other || other.place.top >= place.bottom - 0.1) break;
			if (other.place.left < place.right - 0.1 && place.left < other.place.right - 0.1)
				faults.push(`page ${number + 1} 「${item.text}」 lies upon 「${other.item.text}」`);
		}
	return faults;
}

function isOnPage(item: SheetItem, { widthMm, heightMm }: SheetLayout): boolean {
	const points: readonly (readonly [number, number])[] =
		item.kind === 'rect' || item.kind === 'box'
			? [
					[item.x, item.y],
					[item.x + item.width, item.y + item.height]
				]
			: item.kind === 'line'
				? [
						[item.x1, item.y1],
						[item.x2, item.y2]
					]
				: item.kind === 'connector'
					? item.points
					: [[item.x, item.y]];
	return points.every(
		([x, y]) => x >= -0.01 && y >= -0.01 && x <= widthMm + 0.01 && y <= heightMm + 0.01
	);
}

/** The G市 board a year later: values of every kind, decisions, and one outcome of which nobody asked. */
export const valuedBoard: Board = valued();

function valued(): Board {
	const board = boardOf(
		{
			...gCityEvaluation,
			cards: [
				...gCityEvaluation.cards,
				indicator('d2', '必要なサービスが盛り込まれたケアプランの割合', {
					unit: '%',
					baseline: '62',
					baselineAt: '令和4年度',
					target: '80',
					targetAt: '令和8年度'
				}),
				indicator('d3', '退院前CCの開催率', { unit: '%', baseline: '41%', target: '60%' }),
				indicator('d4', '退院前CCへのケアマネジャーの参加率', {
					unit: '%',
					baseline: '50',
					target: '70'
				}),
				indicator('d6', '入院医療費の伸び率', { unit: '%', baseline: '3.1', target: '2.0' }),
				indicator('d7', '多職種研修の開催回数', { unit: '回' }),
				{ id: 's1', type: 'source', text: 'レセプトデータ（国保・後期高齢）' },
				{ id: 's2', type: 'source', text: '病院の地域連携室への聞き取り' }
			],
			links: [
				...gCityEvaluation.links,
				{ from: 'o2', to: ['d2'] },
				{ from: 'o3', to: ['d3'] },
				{ from: 'o4', to: ['d4'] },
				{ from: 'o6', to: ['d6'] },
				{ from: 'd1', to: ['s1'] },
				{ from: 'd3', to: ['s2'] }
			]
		},
		{ title: '退院後の再発を防ぐ', date: '令和8年11月', reviewDate: '令和9年3月' }
	);
	const values: Readonly<Record<string, readonly (readonly [string, YearValue])[]>> = {
		d1: [
			['2020', { value: '19.2' }],
			['2022', { value: '18.5', count: '210' }],
			['2023', { value: '17.1', count: '204' }],
			['2024', { value: '15.0', count: '198' }],
			['2025', { value: '12.8', count: '201', note: '対象は65歳以上' }]
		],
		d2: [
			['2024', { value: '66' }],
			['2025', { value: '71' }]
		],
		d3: [
			['2024', { value: '38' }],
			['2025', { value: '35' }]
		],
		d4: [
			['2024', { value: '55' }],
			['2025', { value: '75' }]
		],
		d6: [['2025', { value: '2.8', isPartial: true }]]
	};
	const fields: Readonly<Record<string, object>> = {
		d1: {
			unit: '%',
			baseline: '18.5',
			baselineAt: '令和4年度',
			target: '12',
			targetAt: '令和8年度'
		},
		o1: { decision: 'continue', decisionReason: '目標まであとわずか。退院前CCとあわせて続ける' },
		o3: {
			decision: 'revise',
			decisionReason: '病棟が忙しい時間と重なる。オンラインでの開催を試す'
		},
		o4: { decision: 'end', decisionReason: '参加が当たり前になった' }
	};
	const cards = [...board.cards].map(([id, card]): readonly [CardId, Card] => [
		id,
		{
			...card,
			...fields[id],
			...(card.type === 'indicator'
				? { values: (values[id] ?? []).map(([year, value]) => ({ id: year, ...value })) }
				: {})
		} as Card
	]);
	return { ...board, cards: new Map(cards) };
}

function indicator(id: string, text: string, fields: TemplateCard['fields'] = {}): TemplateCard {
	return { id, type: 'indicator', text, fields };
}
