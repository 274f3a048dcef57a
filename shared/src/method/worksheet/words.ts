import type { CardOf } from '../card.ts';

/** What stands where nothing has been written yet. */
export const blank = '（未記入）';

/** The word for each kind of 現状; how things stand now needs none. */
export const factKinds = {
	current: '',
	data: 'データ',
	hearing: '聞き取り',
	idea: '意見'
} satisfies Record<CardOf<'fact'>['kind'], string>;

/** The word before a note of each kind. */
export const noteKinds = {
	memo: 'メモ',
	reason: '理由',
	point: 'ポイント',
	opinion: '意見',
	plan: '今後の予定'
} satisfies Record<CardOf<'note'>['kind'], string>;

/** The word for each 扱い of a theme. */
export const themeStatuses = {
	candidate: '候補',
	chosen: '決定',
	setAside: '見送り'
} satisfies Record<CardOf<'theme'>['status'], string>;

/** The word for each level of 目指す姿. */
export const visionLevels = {
	single: '目指す姿',
	area: '目指す地域の姿',
	collaboration: '目指す連携の姿'
} satisfies Record<CardOf<'vision'>['level'], string>;

/** The word for each direction of what is expected. */
export const directions = {
	none: '',
	up: '増える・上がる',
	down: '減る・下がる',
	restrain: '抑えられる'
} satisfies Record<CardOf<'outcome'>['direction'], string>;

/** The word for each decision about what goes on (⑧); undecided needs none. */
export const decisions = {
	none: '',
	continue: '継続',
	revise: '見直し',
	end: '終了'
} satisfies Record<CardOf<'outcome'>['decision'], string>;

/** The word for each kind of 評価指標. */
export const indicatorKinds = {
	none: '',
	structure: 'ストラクチャー指標',
	process: 'プロセス指標',
	outcome: 'アウトカム指標'
} satisfies Record<CardOf<'indicator'>['kind'], string>;

/** The word for each 方法 of a source. */
export const sourceMethods = {
	none: '',
	survey: 'アンケート',
	hearing: 'ヒアリング',
	published: '公表データ',
	system: 'システム',
	claims: '算定回数'
} satisfies Record<CardOf<'source'>['method'], string>;

/** A value with its date in brackets: 「3割（令和4年）」. */
export function valueAt(value: string, at: string): string {
	if (value === '') return at === '' ? '' : `（${at}）`;
	return at === '' ? value : `${value}（${at}）`;
}
