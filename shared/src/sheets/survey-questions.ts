/** A question of a questionnaire with its answers, the best first; a 6th way out is added where it is printed. */
export interface SurveyQuestion {
	readonly question: string;
	readonly choices: readonly [string, string, string, string, string];
}

/** Whom a question is put to, and what they compare with. */
export interface QuestionFor {
	/** As the outcomes name them: ケアマネジャー, 家族. */
	readonly respondent: string;
	/** 1年前と比べて, 支援を受け始めた頃と比べて. */
	readonly comparedWith: string;
}

/** What happens, once it has happened, and the way back; null where nothing is the opposite. */
interface Change {
	readonly happened: string;
	readonly opposite: string | null;
}

const changes: readonly (readonly [pattern: RegExp, change: Change])[] = [
	[/増え(?:る|ていく|ている)|増加する|増す|増やす|増大する/u, of('増えた', '減った')],
	[/減(?:る|っていく|っている|らす|少する)/u, of('減った', '増えた')],
	[/上が(?:る|っていく)|上昇する|上げる/u, of('上がった', '下がった')],
	[/下が(?:る|っていく)|下げる|低下する/u, of('下がった', '上がった')],
	[/高ま(?:る|っていく)|高める/u, of('高まった', '低くなった')],
	[/高くなる/u, of('高くなった', '低くなった')],
	[/低くなる/u, of('低くなった', '高くなった')],
	[/向上(?:する|させる)/u, of('向上した', '低下した')],
	[/多くなる/u, of('多くなった', '少なくなった')],
	[/少なくなる/u, of('少なくなった', '多くなった')],
	[/短くなる|短縮(?:する|される)/u, of('短くなった', '長くなった')],
	[/長くなる/u, of('長くなった', '短くなった')],
	[/早くなる|早まる/u, of('早くなった', '遅くなった')],
	[/軽くなる|軽減(?:する|される)/u, of('軽くなった', '重くなった')],
	[/和らぐ|やわらぐ/u, of('和らいだ', '強まった')],
	[/強まる|強くなる/u, of('強まった', '弱まった')],
	[/弱まる|弱くなる/u, of('弱まった', '強まった')],
	[/広が(?:る|っていく)|広まる|拡大する/u, of('広がった', '狭まった')],
	[/伸びる/u, of('伸びた', '落ちた')],
	[/改善(?:する|される)|良くなる|よくなる/u, of('良くなった', '悪くなった')],
	[/深まる|深くなる/u, of('深まった', null)],
	[/解消(?:する|される)/u, of('解消した', null)],
	[/抑え(?:られる|る)|抑制(?:される|する|できる)/u, of('抑えられた', null)],
	[/防(?:げる|ぐ|がれる)|防止(?:される|する|できる)|予防(?:される|できる)/u, of('防げた', null)]
];

/** What the manual's people call a change in one noun: 参加率の向上, 不安の軽減. */
const nouns: readonly (readonly [noun: string, change: Change])[] = [
	['増加', of('増えた', '減った')],
	['減少', of('減った', '増えた')],
	['上昇', of('上がった', '下がった')],
	['低下', of('下がった', '上がった')],
	['向上', of('向上した', '低下した')],
	['改善', of('良くなった', '悪くなった')],
	['軽減', of('軽くなった', '重くなった')],
	['短縮', of('短くなった', '長くなった')],
	['拡大', of('広がった', '狭まった')],
	['解消', of('解消した', null)],
	['抑制', of('抑えられた', null)]
];

const adverb = '(?:大きく|少しでも|少しずつ|さらに|より|徐々に|、)?';

function of(happened: string, opposite: string | null): Change {
	return { happened, opposite };
}

/** The question an expectation becomes when people are asked whether it has come true. */
export function questionOf(outcome: string, asked: QuestionFor): SurveyQuestion {
	const sentence = tidy(outcome);
	const split = splitChange(sentence);
	if (split) {
		const what = address(split.what, asked.respondent);
		return {
			question: `${what}は、${asked.comparedWith}${split.change.happened}と感じますか。`,
			choices: choicesOf(split.change)
		};
	}
	const said = address(sentence, asked.respondent);
	const isVerb = /[うくぐすつぬぶむる]$/u.test(said);
	return {
		question: isVerb
			? `${asked.comparedWith}、${said.replace(/ようになる$/u, '')}ようになったと感じますか。`
			: `「${said}」は、${asked.comparedWith}進んだと感じますか。`,
		choices: agreement
	};
}

/** The question about an indicator that nobody linked to an expectation: a name, so nothing says which way is better. */
export function questionOfIndicator(name: string, asked: QuestionFor): SurveyQuestion {
	return {
		question: `「${address(tidy(name), asked.respondent)}」は、${asked.comparedWith}良くなったと感じますか。`,
		choices: choicesOf(of('良くなった', '悪くなった'))
	};
}

const agreement = [
	'そう思う',
	'ややそう思う',
	'どちらともいえない',
	'あまりそう思わない',
	'そう思わない'
] as const;

function choicesOf({ happened, opposite }: Change): SurveyQuestion['choices'] {
	if (opposite !== null)
		return [happened, `やや${happened}`, '変わらない', `やや${opposite}`, opposite];
	const not = happened.replace(/んだ$/u, 'んでいない').replace(/た$/u, 'ていない');
	return [
		`大いに${happened}`,
		`やや${happened}`,
		'どちらともいえない',
		`あまり${not}`,
		`まったく${not}`
	];
}

/** One line, without the full stop, a remark in brackets at the end, or the number somebody typed before it. */
function tidy(text: string): string {
	return text
		.replace(/\s+/gu, ' ')
		.trim()
		.replace(/^[①-⑳・※]\s*/u, '')
		.replace(/[。．.]+$/u, '')
		.replace(/（[^（）]*）$/u, '')
		.replace(/(?:する|なる|れる|える)こと$/u, (ending) => ending.slice(0, -2))
		.trim();
}

/** 「不安が減少する」 as 不安 and what happens to it; null for sentences that say no change. */
function splitChange(sentence: string): { readonly what: string; readonly change: Change } | null {
	for (const [pattern, change] of changes) {
		const found = new RegExp(`^(.+)(?:が|は|も|を)${adverb}(?:${pattern.source})$`, 'u').exec(
			sentence
		);
		if (found?.[1] !== undefined) return { what: found[1], change };
	}
	for (const [noun, change] of nouns) {
		if (!sentence.endsWith(noun)) continue;
		const what = sentence.slice(0, -noun.length).replace(/(?:の|が|を)$/u, '');
		if (what !== '') return { what, change };
	}
	return null;
}

/** Speaks to the respondent: what is said of ケアマネジャー等 is said of ご自身, and others are named politely. */
function address(text: string, respondent: string): string {
	const own = new RegExp(
		`^(?:${namesOf(respondent).map(escaped).join('|')})(?:等|など|たち|の皆さん)?(?=[がのはに])`,
		'u'
	);
	const spoken = respondent === '' ? text : text.replace(own, 'ご自身');
	return spoken
		.replace(/(?:ご)?家族(?!会|介護|構成)/gu, 'ご家族')
		.replace(/(?:ご)?本人(?!確認)/gu, 'ご本人');
}

const sameNames: readonly (readonly string[])[] = [
	['ケアマネジャー', '介護支援専門員', 'ケアマネージャー', 'ケアマネ'],
	['家族', 'ご家族', '遺族', 'ご遺族']
];

function namesOf(respondent: string): readonly string[] {
	return sameNames.find((names) => names.includes(respondent)) ?? [respondent];
}

/** The one name under which a respondent is known, however it was written. */
export function usualName(respondent: string): string {
	const plain = respondent.trim().replace(/(?:等|など|の皆さん|の皆様|の皆さま|の方|方々)$/u, '');
	const known = namesOf(plain);
	return plain.endsWith('遺族') ? '遺族' : (known[0] ?? plain);
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
