import type { Board } from '../method/board.ts';
import type { CardOf } from '../method/card.ts';
import type { Method } from '../method/packs/method.ts';
import { defaultMethod, sceneLabel } from '../method/packs/method.ts';
import { indexBoard } from '../method/worksheet/board-index.ts';
import { cleanText } from '../method/clean-text.ts';
import { aimName } from './aims.ts';
import type { SheetOptions } from './sheet-kind.ts';

/** One paper of the pack: 資料1 思考の展開. */
export interface CouncilPaper {
	readonly mark: string;
	readonly name: string;
}

/** An item of the agenda; one without words is a line to write on. */
export interface AgendaItem {
	readonly mark: string;
	readonly text: string;
	/** Steps from the left: 1 for 検討事項, 2 for (1), 3 for what is said under it. */
	readonly depth: 1 | 2 | 3;
	readonly cards: readonly (CardOf<'theme'> | CardOf<'vision'>)[];
}

/** 式次第 (図表5-2) of a meeting that has this board on its agenda; what is not known yet is empty. */
export interface Agenda {
	readonly meeting: string;
	readonly date: string;
	readonly place: string;
	readonly items: readonly AgendaItem[];
}

/** The agenda with the board as 検討事項; a meeting without a name is the council of the board's own programme. */
export function agendaOf(
	board: Board,
	options: Pick<SheetOptions, 'meeting' | 'method'>,
	papers: { readonly told: readonly CouncilPaper[]; readonly opinions: CouncilPaper }
): Agenda {
	const { method = defaultMethod } = options;
	const said = (text: string | undefined): string =>
		cleanText(text ?? '')
			.replace(/\s+/gu, ' ')
			.trim();
	return {
		meeting: said(options.meeting?.name) || usualName(board, method),
		date: said(options.meeting?.date),
		place: said(options.meeting?.place),
		items: [
			item(1, '１', '開会'),
			item(1, '２', 'あいさつ'),
			item(1, '３', '報告事項'),
			item(2, '（１）', ''),
			item(1, '４', '検討事項'),
			...mattersOf(board, method, papers),
			item(1, '５', 'その他'),
			item(1, '６', '閉会')
		]
	};
}

function usualName({ meta }: Board, method: Method): string {
	const where = meta.municipality.replace(/\s+/gu, ' ').trim() || '　　　　　';
	// A programme named by what it is about (認知症) does not go before 推進.
	const what = method.id === defaultMethod.id ? '推進協議会' : 'に関する協議会';
	return `第　　回　${where}${method.name.ja}${what}`;
}

function item(
	depth: AgendaItem['depth'],
	mark: string,
	text: string,
	cards: AgendaItem['cards'] = []
): AgendaItem {
	return { mark, text, depth, cards };
}

function mattersOf(
	board: Board,
	method: Method,
	{ told, opinions }: Parameters<typeof agendaOf>[2]
): readonly AgendaItem[] {
	const index = indexBoard(board);
	const themes = index.cardsOf('theme').filter(({ text }) => text.trim() !== '');
	const chosen = themes.filter(({ status }) => status === 'chosen');
	const shown = chosen.length > 0 ? chosen : themes.filter(({ status }) => status === 'candidate');
	const visions = index.cardsOf('vision').filter(({ text }) => text.trim() !== '');
	const { scene } = board.meta;
	const subject = scene === null ? method.name.ja : sceneLabel(method, scene).ja;
	const first = told[0]?.mark ?? '';
	const last = told.at(-1)?.mark ?? '';
	const among = first === last ? first : `${first}～${last.replace(/^資料/u, '')}`;
	const themeName = method.cardTypes.theme.label.ja;
	return [
		item(
			2,
			'（１）',
			`「${subject}」に関する検討結果について${among === '' ? '' : `〔${among}〕`}`
		),
		...shown.map((theme) => item(3, `${themeName}：`, theme.text, [theme])),
		...(shown.length === 0 ? [item(3, `${themeName}：`, '')] : []),
		...visions.map((vision) => item(3, `${aimName(vision, method)}：`, vision.text, [vision])),
		item(3, 'ア', '事務局からの説明'),
		item(3, 'イ', `委員の皆さまのご意見〔${opinions.mark}〕`)
	];
}
