import { cardTypes } from '../method/card-types/index.ts';
import { foldText } from '../method/fold-text.ts';
import { cardTypeIds } from '../method/ids.ts';
import type { Method } from '../method/packs/method.ts';
import { defaultMethod } from '../method/packs/method.ts';
import { fieldColumns } from '../method/worksheet/card-list-fields.ts';
import { isPartColumn } from '../method/worksheet/card-list-marks.ts';
import { cardListColumns } from '../method/worksheet/card-list.ts';
import type { Localised } from '../method/localised.ts';
import type { TypeWord } from './type-words.ts';
import { readTypeWord, typeWordsOf } from './type-words.ts';

/** What a column of a table of cards in a row stands for. */
export type ChainColumn =
	/** A card in every cell. */
	| { readonly kind: 'card'; readonly word: TypeWord }
	/** A detail of the row's card of its type: the column of カード一覧 it is told in. */
	| { readonly kind: 'detail'; readonly column: string }
	/** A figure with its date in brackets. */
	| { readonly kind: 'figure'; readonly value: 'baseline' | 'target' }
	| { readonly kind: 'scene' }
	/** The numbers of the row's cards, by which our own 一覧表 is known. */
	| { readonly kind: 'numbers' };

/** Columns of カード一覧 by what people call them. */
const listWords: Readonly<Record<string, readonly string[]>> = {
	number: ['No.', 'No', 'Ｎｏ．', '番号', 'カード番号', 'カードNo.', '#'],
	type: ['種類', '区分', 'カードの種類', '種別', 'type'],
	text: ['内容', '本文', 'テキスト', 'カード', 'カードの内容', '文', 'text'],
	votes: ['票', '票数', '得票', '投票', '投票数', 'votes'],
	links: ['つながり', 'つながり先', 'リンク', '関連', 'links'],
	id: ['ID', 'カードID']
};

/** Details by what people call them, beside the words of the method. */
const detailWords: Readonly<Record<string, readonly string[]>> = {
	'theme.disease': ['疾患', '対象疾患', '対象の疾患'],
	'theme.parties': ['当事者', '連携当事者', '連携する人'],
	'cause.category': ['原因の区分', '原因区分'],
	'cause.isRoot': ['解決すべき原因（○）', '根本原因（○）'],
	'measure.audience': ['対象', '対象者', '対象（誰に）', '誰に'],
	'measure.owner': [
		'担当',
		'担当者',
		'担当・作業部会',
		'主体',
		'実施主体',
		'実施者',
		'誰が',
		'役割分担'
	],
	'measure.timing': ['時期', '実施時期', '期間', 'いつ', 'スケジュール', '期限'],
	subActions: ['内訳', '具体的内容', '具体的な内容', '実施内容', '内容の内訳'],
	'outcome.direction': ['方向', '増減'],
	'outcome.whose': ['誰の'],
	'outcome.decision': ['評価結果', '今後', '今後の方針'],
	'indicator.unit': ['単位'],
	'source.level': ['データの地域単位', '地域単位', '地域区分'],
	'source.respondent': ['回答者', '調査対象'],
	'source.collector': ['集める人', '収集者', '調査者']
};

const figureWords = {
	baseline: ['現状値', '現状値（時点）', '基準値', '現在の値', 'ベースライン'],
	target: ['目標値', '目標値（時点）', '目標']
} as const;

/** The columns of カード一覧 by their folded headings: as the file itself says, as a method and the manual say, as people say. */
export function listHeadings(
	method: Method,
	written: Readonly<Record<string, string>>
): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	const add = (heading: string, key: string): void => {
		if (!found.has(foldText(heading))) found.set(foldText(heading), key);
	};
	const known = new Set([
		...fieldColumns.keys(),
		...cardListColumns({
			includeVotes: true,
			includeProfessions: true,
			includeRemarks: true
		}).map(({ key }) => key)
	]);
	for (const [heading, key] of Object.entries(written)) if (known.has(key)) add(heading, key);
	for (const words of [method, defaultMethod])
		for (const { heading, key } of cardListColumns({
			includeVotes: true,
			includeProfessions: true,
			method: words
		}))
			add(heading, key);
	for (const words of [listWords, detailWords])
		for (const [key, headings] of Object.entries(words))
			for (const heading of headings) add(heading, key);
	return found;
}

/** What headings mean in a table of chains, folded: details before types, for 「解決すべき原因（○）」 is no card. */
export function chainHeadings(method: Method): (heading: string) => ChainColumn | null {
	const known = new Map<string, ChainColumn>();
	const add = (heading: string, column: ChainColumn): void => {
		if (!known.has(foldText(heading))) known.set(foldText(heading), column);
	};
	add('場面', { kind: 'scene' });
	add('カードのNo.', { kind: 'numbers' });
	for (const [column, headings] of Object.entries(detailWords))
		for (const heading of headings) add(heading, { kind: 'detail', column });
	for (const value of ['baseline', 'target'] as const)
		for (const heading of figureWords[value]) add(heading, { kind: 'figure', value });
	const labels = labelsOfOne(method);
	const words = typeWordsOf(method);
	return (heading) => {
		const said = foldText(heading);
		if (said === '') return null;
		const column = known.get(said);
		if (column) return column;
		const word = readTypeWord(words, heading);
		if (word) return { kind: 'card', word };
		const field = labels.get(said);
		return field === undefined ? null : { kind: 'detail', column: field };
	};
}

/** The fields by their labels, as far as no two types share one. */
function labelsOfOne(method: Method): ReadonlyMap<string, string> {
	const owners = new Map<string, Set<string>>();
	for (const [column, { type, key, field }] of fieldColumns)
		for (const label of [field.label, method.cardTypes[type].fields[key]?.label ?? field.label]) {
			const said = foldText(label.ja);
			owners.set(said, (owners.get(said) ?? new Set()).add(column));
		}
	return new Map(
		[...owners].flatMap(([said, [column, ...others]]) =>
			column !== undefined && others.length === 0 ? [[said, column]] : []
		)
	);
}

/** What a column of カード一覧 is called for people. */
export function columnWords(key: string, method: Method = defaultMethod): Localised {
	const common: Readonly<Record<string, Localised>> = {
		number: { ja: '番号', en: 'Number' },
		type: { ja: '種類', en: 'Type' },
		text: { ja: '内容', en: 'Text' },
		subActions: { ja: '内訳', en: 'Parts' },
		roles: { ja: '役割', en: 'Roles' },
		values: { ja: '年度ごとの値', en: 'Values by year' },
		votes: { ja: '票', en: 'Votes' },
		links: { ja: 'つながり', en: 'Links' },
		id: { ja: 'ID', en: 'ID' }
	};
	const field = fieldColumns.get(key);
	if (!field) return common[key] ?? { ja: key, en: key };
	return method.cardTypes[field.type].fields[field.key]?.label ?? field.field.label;
}

/** The type a detail belongs to. */
export function typeOfColumn(column: string): (typeof cardTypeIds)[number] | null {
	if (isPartColumn(column))
		return cardTypeIds.find((type) => Object.hasOwn(cardTypes[type].parts, column)) ?? null;
	return fieldColumns.get(column)?.type ?? null;
}
