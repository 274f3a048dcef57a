import type { Board } from '../method/board.ts';
import type { CardId } from '../method/card.ts';
import { defaultMethod, sceneLabel } from '../method/packs/method.ts';
import type { BoardIndex } from '../method/worksheet/board-index.ts';
import { indexBoard } from '../method/worksheet/board-index.ts';
import { circledNumber } from '../method/worksheet/circled-numbers.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import type { ContentBlock, SheetContents } from './contents.ts';
import { layOutContents } from './lay-out-contents.ts';
import type { SheetMaker, SheetOptions } from './sheet-kind.ts';
import type { SurveyGroup, SurveyItem } from './survey-groups.ts';
import { isLay, surveyGaps, surveyGroups } from './survey-groups.ts';
import type { QuestionFor, SurveyQuestion } from './survey-questions.ts';
import { questionOf, questionOfIndicator } from './survey-questions.ts';

/** The name of the sheet where it is printed. */
export const surveyTitle = 'アンケート案';

const wayOut = 'わからない';

/**
 * アンケート案: a questionnaire for everyone whom a source of the board asks, with a page for the office that says
 * which answer serves which expectation. Always A4 upright, as letters are sent and filled in.
 */
export const surveySheet: SheetMaker = {
	layOut: (board, options) =>
		layOutContents(tellSurvey(board, options), {
			paper: 'A4',
			isMonochrome: options.isMonochrome === true,
			caption: `${surveyTitle}　お使いになる前に、言葉づかいと質問の数を関係者と確かめてください`
		}),
	tell: tellSurvey
};

function tellSurvey(raw: Board, options: SheetOptions): SheetContents {
	const board = cleanBoard(raw);
	const index = indexBoard(board);
	const groups = surveyGroups(index);
	const { scene, municipality } = board.meta;
	const subject = scene === null ? '' : sceneLabel(options.method ?? defaultMethod, scene).ja;
	const name = [municipality.trim(), subject].filter(Boolean).join('・');
	const about: About = {
		municipality: municipality.trim(),
		subject: subject || (options.method ?? defaultMethod).name.ja,
		vision: visionOf(index)
	};
	const blocks = groups.flatMap((group): readonly ContentBlock[] => [
		...questionnaire(group, about),
		{ kind: 'pageBreak' }
	]);
	return {
		title: name === '' ? surveyTitle : `${surveyTitle}（${name}）`,
		orientation: 'portrait',
		blocks:
			groups.length === 0
				? whatIsMissing(index, options)
				: [...blocks, ...officePage(groups, index, options)]
	};
}

interface About {
	readonly municipality: string;
	readonly subject: string;
	readonly vision: string;
}

/** 目指す姿 as the questionnaire quotes it: that of the area before that of working together. */
function visionOf(index: BoardIndex): string {
	const visions = index.cardsOf('vision');
	const chosen = visions.find(({ level }) => level !== 'collaboration') ?? visions[0];
	return (chosen?.text ?? '').trim().replace(/[。．]$/u, '');
}

function say(
	text: string,
	look: 'lead' | 'normal' | 'small' = 'normal',
	mark = '',
	cardIds: readonly CardId[] = []
): ContentBlock {
	return { kind: 'paragraph', mark, text, look, cardIds };
}

function comparedWith(respondent: string): string {
	return /家族|遺族|本人|利用者|患者|介護者/u.test(respondent)
		? '支援を受け始めた頃と比べて'
		: '1年前と比べて';
}

function questionFor(item: SurveyItem, respondent: string): SurveyQuestion {
	const asked: QuestionFor = { respondent, comparedWith: comparedWith(respondent) };
	return item.card.type === 'outcome'
		? questionOf(item.card.text, asked)
		: questionOfIndicator(item.card.text, asked);
}

function calledPolitely(respondent: string): string {
	if (respondent === '') return '関係者の皆さまへ';
	if (/^ご?(?:家族|遺族)$/u.test(respondent))
		return `ご${respondent.replace(/^ご/u, '')}の皆さまへ`;
	return `${respondent}の皆さまへ`;
}

function questionnaire(group: SurveyGroup, about: About): readonly ContentBlock[] {
	const { respondent, askedBy, items } = group;
	const isForLay = isLay(respondent);
	const opening = aboutYou(respondent, isForLay);
	const first = opening.length === 0 ? 1 : 2;
	const lines = items.length > 6 ? 1 : 2;
	return [
		{
			kind: 'heading',
			level: 1,
			text: `${about.subject}に関するアンケート　${calledPolitely(respondent)}`
		},
		say(lead(about, isForLay)),
		say(
			askedBy === ''
				? '記入する方：あてはまる番号1つに○をつけ、理由などは自由にお書きください。'
				: `記入する方：担当の${askedBy}が、お話を伺いながら記入します。あてはまる番号1つに○をつけます。`
		),
		say(
			'お名前を書いていただく必要はありません。お答えは集計し、取り組みの評価と見直しのためだけに使います。' +
				(isForLay
					? '答えたくない質問には、お答えにならなくてかまいません。お答えの内容によって、受けられるサービスが変わることはありません。'
					: '個人や事業所が分かる形で公表することはありません。')
		),
		say(
			'記入日：令和　　年　　月　　日　　　提出先・期限：　　　　　　　　　　　　　　　　　　　　'
		),
		...opening,
		...items.flatMap((item, at): readonly ContentBlock[] => {
			const { question, choices } = questionFor(item, respondent);
			return [
				say(question, 'lead', `問${at + first}`),
				choiceTable(choices),
				{
					kind: 'space',
					name: `survey-${respondent || 'all'}-${at + first}`,
					label: 'そのように感じる理由や場面',
					lines
				}
			];
		}),
		say(
			isForLay
				? 'そのほか、困っていることや、こうなるとよいと思うことをお聞かせください。'
				: 'そのほか、お気づきのことやご意見をお聞かせください。',
			'lead',
			`問${items.length + first}`
		),
		{ kind: 'space', name: `survey-${respondent || 'all'}-free`, label: '', lines: 4 },
		say('ご協力ありがとうございました。')
	];
}

function lead({ municipality, vision }: About, isForLay: boolean): string {
	const who = municipality === '' ? '当市区町村' : municipality;
	const isVerb = /[うくぐすつぬぶむる]$/u.test(vision);
	const aim =
		vision === ''
			? `${who}では、関係者の皆さまと取り組みを進めています。`
			: `${who}では、「${vision}」${isVerb ? 'こと' : ''}を目指して、関係者の皆さまと取り組んでいます。`;
	return isForLay
		? `${aim}これまでの取り組みがお役に立てているかを確かめ、よりよい支援につなげるため、ご様子をお聞かせください。`
		: `${aim}これまでの取り組みの成果を確かめ、次の対策を考えるため、日ごろの実感をお聞かせください。`;
}

function aboutYou(respondent: string, isForLay: boolean): readonly ContentBlock[] {
	if (/家族|遺族|介護者/u.test(respondent))
		return [
			say('ご本人とのご関係をお聞かせください。', 'lead', '問1'),
			optionTable(['配偶者', '子', '子の配偶者', 'きょうだい', 'そのほか'])
		];
	if (isForLay) return [];
	const work = respondent === '' ? '今のお仕事' : `${respondent}として`;
	return [
		say(`${work}の経験年数をお聞かせください。`, 'lead', '問1'),
		optionTable(['1年未満', '1～3年', '4～9年', '10年以上'])
	];
}

function choiceTable(choices: SurveyQuestion['choices']): ContentBlock {
	return optionTable([...choices, wayOut]);
}

/** One column for each answer, its number on top: the whole field can be circled. */
function optionTable(options: readonly string[]): ContentBlock {
	return {
		kind: 'table',
		columns: options.map((_, at) => ({ title: String(at + 1), share: 1 / options.length })),
		rows: [options.map((text) => ({ text }))]
	};
}

/** What the office needs: which question tells of which expectation, and what to count. */
function officePage(
	groups: readonly SurveyGroup[],
	index: BoardIndex,
	{ method = defaultMethod }: SheetOptions
): readonly ContentBlock[] {
	const { loose, unknown } = surveyGaps(index);
	const called = (type: 'outcome' | 'source' | 'indicator'): string =>
		method.cardTypes[type].label.ja;
	return [
		{ kind: 'heading', level: 1, text: '事務局用：質問と評価のつながり' },
		say(
			`この頁は配りません。「${wayOut}」と無回答を除いた回答者のうち、右の欄の答えを選んだ人の割合を、毎年くらべます。`
		),
		...groups.flatMap((group): readonly ContentBlock[] => [
			{ kind: 'heading', level: 2, text: calledPolitely(group.respondent) },
			{
				kind: 'table',
				columns: [
					{ title: '問', share: 0.08 },
					{ title: `${called('outcome')}・${called('indicator')}`, share: 0.44 },
					{ title: called('source'), share: 0.26 },
					{ title: '数える答え', share: 0.22 }
				],
				rows: group.items.map((item, at) => {
					const { choices } = questionFor(item, group.respondent);
					const first = aboutYou(group.respondent, isLay(group.respondent)).length === 0 ? 1 : 2;
					return [
						{ text: `問${at + first}`, isBold: true },
						{
							text: [
								(item.number > 0 ? `${circledNumber(item.number)} ` : '') + item.card.text,
								...item.indicators.map(({ text }) => `${called('indicator')}：${text}`)
							].join('\n'),
							cardIds: [item.card.id, ...item.indicators.map(({ id }) => id)]
						},
						{
							text: item.sources.map(({ text }) => text).join('\n'),
							cardIds: item.sources.map(({ id }) => id)
						},
						{
							text: `1「${choices[0]}」\n2「${choices[1]}」`
						}
					];
				})
			}
		]),
		...(loose.length + unknown.length === 0
			? []
			: [{ kind: 'heading', level: 2, text: 'まだ質問になっていないもの' } as const]),
		...notYet(index, method.cardTypes.source.label.ja)
	];
}

function notYet(index: BoardIndex, sourceName: string): readonly ContentBlock[] {
	const { loose, unknown } = surveyGaps(index);
	return [
		...loose.map(({ id, text }) =>
			say(
				`「${text}」は、どの期待ともつながっていません。何を確かめるアンケートですか？`,
				'normal',
				'・',
				[id]
			)
		),
		...unknown.map(({ number, card }) =>
			say(
				`${number > 0 ? circledNumber(number) : ''}「${card.text}」は、${sourceName}がまだ決まっていません。アンケートで聞けますか？`,
				'normal',
				'・',
				[card.id]
			)
		)
	];
}

function whatIsMissing(
	index: BoardIndex,
	{ method = defaultMethod }: SheetOptions
): readonly ContentBlock[] {
	const source = method.cardTypes.source.label.ja;
	const outcome = method.cardTypes.outcome.label.ja;
	return [
		say(`アンケートで確かめる「${outcome}」が、まだありません。`, 'lead'),
		say(
			`「${source}」のカードに「ケアマネジャーを対象としたアンケート」のように、だれに聞くかを書き、「${outcome}」または「${method.cardTypes.indicator.label.ja}」のカードとつなぐと、ここに質問の案ができます。`
		),
		...notYet(index, source)
	];
}
