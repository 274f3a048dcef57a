import type { Board } from '../method/board.ts';
import type { CardType } from '../method/ids.ts';
import { defaultMethod, sceneLabel } from '../method/packs/method.ts';
import { buildWorksheet } from '../method/worksheet/build-worksheet.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import type { WorksheetRow } from '../method/worksheet/worksheet.ts';
import type { Panel, PanelBox, PanelSheet } from './panel.ts';
import { boxesOf, tellPanels, withoutEmpty } from './panel-build.ts';
import { layOutPanels } from './panel-sheet.ts';
import { headOf } from './sheet-head.ts';
import type { SheetMaker, SheetOptions } from './sheet-kind.ts';

const sheetName = '目的シート';
const caption = '「連携の目的」を関係者で検討するための演習シート';

/** What stands over each block, a to f of the form. */
const titles = {
	place: '1 場面／連携する人（どことどこ）',
	cases: '2 現在の連携と、起きている困った事例（＝地域の解決すべき課題）',
	area: '3 連携を強化することで何を実現したいか（＝目指す地域の姿）',
	collaboration: '4 どのような連携を目指すか（＝目指す連携の姿）',
	needs: '5 実現するために必要なこと',
	actions: '6 具体的な対策'
} as const;
type BlockId = keyof typeof titles;

/** 目的シート (図表4-2): what working together is for, before anybody thinks of measures. */
export const purposeSheet: SheetMaker = {
	layOut: (board, options) => layOutPanels(planPurpose(board, options), options),
	tell: (board, options) => {
		const plan = planPurpose(board, options);
		return { title: plan.head.title, orientation: 'landscape', blocks: tellPanels(plan.bands) };
	}
};

function planPurpose(raw: Board, options: SheetOptions): PanelSheet {
	const board = cleanBoard(raw);
	const { method = defaultMethod, includeEmpty = true } = options;
	const { blocks } = buildWorksheet(board, { ...options, includeEmpty: false });
	const panel = (
		id: BlockId | 'notes',
		types: readonly CardType[],
		content: Pick<Panel, 'boxes' | 'notes'>
	): Panel => ({
		id,
		title: id === 'notes' ? blocks.notes.title : titles[id],
		badges: types.map((type) => ({ type, mark: method.cardTypes[type].mark })),
		...content,
		isBegun: false
	});
	const visions = boxesOf(board, blocks.vision.rows).boxes.map((box) => ({ ...box, heading: '' }));
	const ofCollaboration = (box: PanelBox): boolean => {
		const [id] = box.rows[0]?.cardIds ?? [];
		const card = id === undefined ? undefined : board.cards.get(id);
		return card?.type === 'vision' && card.level === 'collaboration';
	};
	const measures = boxesOf(board, blocks.measures.rows);
	const notes = panel('notes', ['note'], boxesOf(board, blocks.notes.rows));
	const bands = [
		{
			grow: 0,
			leastEm: 22,
			columns: [[panel('place', [], { boxes: [], notes: placeRows(board, options) })]]
		},
		{
			grow: 1,
			leastEm: 22,
			columns: [
				[panel('cases', ['fact', 'theme'], boxesOf(board, caseRows(blocks.theme.rows, method)))],
				[
					panel('area', ['vision'], {
						boxes: visions.filter((box) => !ofCollaboration(box)),
						notes: []
					}),
					panel('collaboration', ['vision'], { boxes: visions.filter(ofCollaboration), notes: [] })
				],
				[
					panel('needs', ['measure'], {
						boxes: measures.boxes.flatMap((box) => needOf(box) ?? []),
						notes: []
					}),
					panel('actions', ['measure'], {
						boxes: measures.boxes.flatMap((box) => actionsOf(box) ?? []),
						notes: measures.notes
					})
				]
			]
		},
		...(notes.boxes.length > 0 ? [{ grow: 0, leastEm: 22, columns: [[notes]] }] : [])
	];
	return {
		head: headOf(board, sheetName, method, includeEmpty),
		name: sheetName,
		caption,
		bands: includeEmpty ? bands : withoutEmpty(bands),
		chain: ['cases', 'area', 'collaboration', 'needs', 'actions']
	};
}

/** Which scene it is about, and between whom the working together is looked at. */
function placeRows(
	{ meta, cards }: Board,
	{ method = defaultMethod, includeEmpty = true }: SheetOptions
): readonly WorksheetRow[] {
	const themes = [...cards.values()].filter((card) => card.type === 'theme');
	const chosen = themes.filter(({ status }) => status === 'chosen');
	const people = (chosen.length > 0 ? chosen : themes)
		.sort((a, b) => (a.order < b.order ? -1 : 1))
		.flatMap(({ ward, parties }) => [ward, parties.join('・')])
		.filter(Boolean);
	const said = [
		['場面', meta.scene === null ? '' : sceneLabel(method, meta.scene).ja],
		['連携する人（どことどこ）', [...new Set(people)].join('　')]
	]
		.filter(([, text]) => includeEmpty || text !== '')
		.map(([label, text]) => `${label}［ ${text || '　'.repeat(12)} ］`);
	if (said.length === 0) return [];
	const text = said.join('　　');
	return [{ kind: 'item', mark: '', label: '', text, depth: 0, startsSection: false, cardIds: [] }];
}

/** How things stand, then what has to be solved. */
function caseRows(
	rows: readonly WorksheetRow[],
	{ cardTypes }: Pick<typeof defaultMethod, 'cardTypes'>
): readonly WorksheetRow[] {
	const cut = rows.findIndex(({ startsSection }) => startsSection);
	if (cut < 0) return rows;
	const themes = rows.slice(0, cut);
	const [first] = themes;
	if (!first) return rows;
	const heading: WorksheetRow = {
		...first,
		kind: 'heading',
		mark: '',
		label: '',
		text: cardTypes.theme.label.ja,
		cardIds: []
	};
	return [...rows.slice(cut), heading, ...themes];
}

const isAction = ({ kind }: WorksheetRow): boolean => kind === 'item';

/** A measure with parts ①② says what is needed; the parts are what is done for it. */
function needOf(box: PanelBox): PanelBox | null {
	if (!box.rows.some(isAction)) return null;
	return { ...box, rows: box.rows.filter(({ kind }) => kind === 'lead') };
}

function actionsOf(box: PanelBox): PanelBox | null {
	if (!box.rows.some(isAction)) return box;
	const [lead] = box.rows;
	return {
		...box,
		heading: lead?.mark ?? '',
		rows: box.rows.filter(({ kind }) => kind !== 'lead')
	};
}
