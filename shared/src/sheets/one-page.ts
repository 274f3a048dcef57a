import type { Board } from '../method/board.ts';
import type { CardType } from '../method/ids.ts';
import { defaultMethod } from '../method/packs/method.ts';
import { lineOfVote } from '../method/told-vote.ts';
import { buildWorksheet } from '../method/worksheet/build-worksheet.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import type { WorksheetBlockId, WorksheetRow } from '../method/worksheet/worksheet.ts';
import type { Panel, PanelBand, PanelSheet } from './panel.ts';
import { panelOf, tellPanels, withoutEmpty } from './panel-build.ts';
import { layOutPanels } from './panel-sheet.ts';
import { headOf } from './sheet-head.ts';
import type { SheetMaker, SheetOptions } from './sheet-kind.ts';

const sheetName = '思考の展開';
const chain = [
	'theme',
	'fact',
	'vision',
	'causes',
	'rootCause',
	'measures',
	'outcomes',
	'evaluation'
] as const;

/** 思考の展開 (図表5-1): the whole chain on one page, from the theme to how it will be found out. */
export const onePageSheet: SheetMaker = {
	layOut: (board, options) => layOutPanels(planOnePage(board, options), options),
	tell: (board, options) => {
		const plan = planOnePage(board, options);
		return { title: plan.head.title, orientation: 'landscape', blocks: tellPanels(plan.bands) };
	}
};

function planOnePage(raw: Board, options: SheetOptions): PanelSheet {
	const board = cleanBoard(raw);
	const { method = defaultMethod, includeEmpty = true } = options;
	// What is missing is shown by an open box rather than said.
	const { blocks } = buildWorksheet(board, { ...options, includeEmpty: false });
	const markOf = (type: CardType): string => method.cardTypes[type].mark;
	const stage = (id: WorksheetBlockId, rows: readonly WorksheetRow[] = blocks[id].rows): Panel => {
		const { title, badges } = blocks[id];
		return panelOf(board, { id, title, types: badges.map(({ type }) => type), rows }, markOf);
	};
	// 現状 stands below the theme on the worksheet; here it is the step between theme and vision.
	const { rows } = blocks.theme;
	const cut = rows.findIndex(({ startsSection }) => startsSection);
	const [themes, facts] = cut < 0 ? [rows, []] : [rows.slice(0, cut), rows.slice(cut)];
	const fact = panelOf(
		board,
		{
			id: 'fact',
			title: method.zones.fact.label.ja,
			types: ['fact'],
			rows: facts
				.filter(({ kind }) => kind !== 'heading')
				.map((row) => ({ ...row, label: labelOf(row) }))
		},
		markOf
	);
	const notes = stage('notes');
	const bands: readonly PanelBand[] = [
		{
			grow: 0.15,
			leastEm: 14.5,
			columns: [
				[stage('theme', themes)],
				...(fact.boxes.length > 0 ? [[fact]] : []),
				[stage('vision')]
			]
		},
		{
			grow: 0.85,
			leastEm: 14.5,
			columns: [
				[stage('causes')],
				[stage('rootCause')],
				[stage('measures', withCauses(board, blocks.measures.rows, blocks.causes.rows))],
				[stage('outcomes')],
				[stage('evaluation')]
			]
		},
		...(notes.boxes.length > 0 ? [{ grow: 0, leastEm: 14.5, columns: [[notes]] }] : [])
	];
	return {
		head: headOf(board, sheetName, method, includeEmpty),
		name: sheetName,
		caption: sheetName,
		bands: withVotes(board, includeEmpty ? bands : withoutEmpty(bands), options),
		chain
	};
}

/** Where the cards of a type stand on this page. */
const stageOf: Readonly<Record<CardType, string>> = {
	theme: 'theme',
	vision: 'vision',
	fact: 'fact',
	cause: 'causes',
	measure: 'measures',
	outcome: 'outcomes',
	indicator: 'evaluation',
	source: 'evaluation',
	note: 'notes'
};

/** How it was voted, above the cards it was voted on; the counts themselves stand on them. */
function withVotes(
	board: Board,
	bands: readonly PanelBand[],
	{ includeVotes = false, votes = [] }: SheetOptions
): readonly PanelBand[] {
	const told = includeVotes ? votes.map((vote) => lineOfVote(vote, board)) : [];
	const notesOf = (id: string): readonly WorksheetRow[] =>
		told
			.filter((line) => line !== null && stageOf[line.type] === id)
			.map((line) => ({
				kind: 'detail',
				mark: '',
				label: '投票',
				text: line?.text ?? '',
				depth: 0,
				startsSection: false,
				cardIds: []
			}));
	return bands.map((band) => ({
		...band,
		columns: band.columns.map((column) =>
			column.map((panel) => ({ ...panel, notes: [...panel.notes, ...notesOf(panel.id)] }))
		)
	}));
}

/** The only 現状 carries the word as its label, which the heading says here. */
function labelOf(row: WorksheetRow): string {
	return row.kind === 'item' ? '' : row.label;
}

/** A measure against a cause that was not chosen says which one: the arrow comes from the chosen one. */
function withCauses(
	board: Board,
	measures: readonly WorksheetRow[],
	causes: readonly WorksheetRow[]
): readonly WorksheetRow[] {
	return measures.flatMap((row) => {
		const [id] = row.cardIds;
		if (row.kind !== 'lead' || id === undefined) return [row];
		const against = [...board.links.values()].filter(({ to }) => to === id).map(({ from }) => from);
		const marks = causes
			.filter(
				(cause) => cause.kind === 'item' && cause.cardIds.some((one) => against.includes(one))
			)
			.map(({ mark }) => mark)
			.filter((mark) => mark !== '・');
		if (marks.length === 0) return [row];
		const detail: WorksheetRow = {
			...row,
			kind: 'detail',
			mark: '',
			label: 'もとの原因',
			text: marks.join('')
		};
		return [row, detail];
	});
}
