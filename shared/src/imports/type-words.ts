import { foldText } from '../method/fold-text.ts';
import type { CardType } from '../method/ids.ts';
import { cardTypeIds } from '../method/ids.ts';
import type { Method } from '../method/packs/method.ts';
import { defaultMethod } from '../method/packs/method.ts';

/** A card type as people write it, with a field that the very word decides. */
export interface TypeWord {
	readonly type: CardType;
	readonly fields: Readonly<Record<string, unknown>>;
}

/** What people call the types in tables and lists of their own, beside the words of the method. */
const otherWords: readonly (readonly [TypeWord['type'], readonly string[], TypeWord['fields']?])[] =
	[
		[
			'theme',
			[
				'テーマ',
				'課題',
				'地域課題',
				'問題',
				'問題点',
				'困りごと',
				'解決したい課題',
				'theme',
				'issue'
			]
		],
		['vision', ['目指す姿', 'めざす姿', 'あるべき姿', 'ビジョン', '目的', 'vision']],
		['vision', ['目指す地域の姿', 'めざす地域の姿', '地域の姿'], { level: 'area' }],
		['vision', ['目指す連携の姿', 'めざす連携の姿', '連携の姿'], { level: 'collaboration' }],
		['fact', ['現状', '現状・課題', '現状と課題', '現状課題', '実態', '実情', 'fact']],
		['fact', ['データ', '数値'], { kind: 'data' }],
		['fact', ['聞き取り', 'ヒアリング'], { kind: 'hearing' }],
		['cause', ['原因', '要因', '背景', '背景・要因', '考えられる原因', 'cause']],
		[
			'cause',
			['解決すべき原因', '根本原因', '解決すべき原因（根本原因）', '真因', 'root cause'],
			{ isRoot: true }
		],
		[
			'measure',
			[
				'対策',
				'取組',
				'取り組み',
				'取組み',
				'取組内容',
				'具体的な取組',
				'具体的な対策',
				'施策',
				'解決策',
				'対応策',
				'事業',
				'measure'
			]
		],
		[
			'outcome',
			[
				'期待したこと',
				'期待すること',
				'成果',
				'期待',
				'効果',
				'成果・効果',
				'期待される成果',
				'期待される効果',
				'期待される成果・効果',
				'対策に期待したこと',
				'アウトカム',
				'outcome'
			]
		],
		['indicator', ['評価指標', '指標', '成果指標', '評価項目', 'KPI', 'indicator']],
		[
			'source',
			['把握方法', 'データ源', '出典', '出所', '情報源', 'データソース', '把握の方法', 'source']
		],
		['note', ['メモ', '備考', 'コメント', 'note']],
		['note', ['意見', 'ご意見', '委員意見'], { kind: 'opinion' }],
		['note', ['理由', '選んだ理由'], { kind: 'reason' }]
	];

/** The words for types in a method, folded. */
export type TypeWords = ReadonlyMap<string, TypeWord>;

/** All words for types: those of the method before those of the manual before what people say. */
export function typeWordsOf(method: Method = defaultMethod): TypeWords {
	const words = new Map<string, TypeWord>();
	for (const [type, list, fields = {}] of otherWords)
		for (const word of list) words.set(foldTypeWord(word), { type, fields });
	for (const { cardTypes } of [defaultMethod, method])
		for (const type of cardTypeIds)
			for (const word of [cardTypes[type].label.ja, cardTypes[type].label.en])
				words.set(foldTypeWord(word), { type, fields: {} });
	return words;
}

/** The type a word means, or null. */
export function readTypeWord(words: TypeWords, word: string): TypeWord | null {
	return words.get(foldTypeWord(word)) ?? null;
}

function foldTypeWord(word: string): string {
	return foldText(word).replace(/[・、,/／()（）［］[\]【】「」]/g, '');
}
