import type { Card, CardId } from '@renkei/shared/method/card.ts';
import { fiscalYearName } from '@renkei/shared/method/evaluation/fiscal-years.ts';
import type { FiscalYear } from '@renkei/shared/method/evaluation/fiscal-years.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';
import { professionIds, professions } from '@renkei/shared/method/professions.ts';

const everyProfession: readonly Localised[] = professionIds
	.filter((id) => id !== 'other')
	.map((id) => professions[id].label);
const person: Localised = { ja: '本人', en: 'The person' };
const family: Localised = { ja: '家族', en: 'Family' };
const hospital: Localised = { ja: '病院', en: 'Hospital' };
const everyParty = [person, family, hospital, ...everyProfession];

/** Words that are one press away in a field, by type and field: those of the manual first. */
export const methodWords: {
	readonly [T in CardType]?: Readonly<Record<string, readonly Localised[]>>;
} = {
	theme: {
		disease: [
			{ ja: '骨折', en: 'Fracture' },
			{ ja: '脳卒中', en: 'Stroke' },
			{ ja: '脳血管疾患', en: 'Cerebrovascular disease' },
			{ ja: '心疾患', en: 'Heart disease' },
			{ ja: '肺炎', en: 'Pneumonia' },
			{ ja: '廃用症候群', en: 'Disuse syndrome' },
			{ ja: '認知症', en: 'Dementia' },
			{ ja: 'がん', en: 'Cancer' }
		],
		ward: [
			{ ja: '急性期病床', en: 'Acute ward' },
			{ ja: '回復期リハビリテーション病床', en: 'Recovery rehabilitation ward' },
			{ ja: '地域包括ケア病床', en: 'Community care ward' },
			{ ja: '療養病床', en: 'Long-term care ward' },
			{ ja: '精神病床', en: 'Psychiatric ward' },
			{ ja: '急性期病床から在宅へ', en: 'From the acute ward to home' },
			{ ja: '回復期病床から在宅へ', en: 'From the recovery ward to home' }
		],
		parties: everyParty
	},
	fact: { heardFrom: [...everyProfession, person, family] },
	cause: {
		category: [
			{ ja: '病院スタッフのイメージ力', en: 'What hospital staff can picture' },
			{ ja: '知識・経験', en: 'Knowledge and experience' },
			{ ja: '専門職の説明', en: 'What professionals explain' },
			{ ja: '本人の意向', en: 'The wishes of the person' },
			{ ja: '地域資源の整備', en: 'Local resources' },
			{ ja: '家族介護力', en: 'What families can do' }
		]
	},
	measure: {
		audience: [
			person,
			family,
			{ ja: '専門職', en: 'Professionals' },
			{ ja: '病院スタッフ', en: 'Hospital staff' },
			{ ja: 'ケアマネジャー', en: 'Care managers' },
			{ ja: '住民', en: 'Residents' }
		],
		owner: [
			{ ja: '作業部会', en: 'Working group' },
			{ ja: '市', en: 'Municipality' },
			{ ja: '在宅医療・介護連携支援センター', en: 'Home care liaison centre' }
		],
		members: everyProfession,
		timing: [
			{ ja: '本年度', en: 'This fiscal year' },
			{ ja: '来年度', en: 'Next fiscal year' },
			{ ja: '次の計画期間', en: 'The next planning period' }
		],
		group: [
			{ ja: '病院向け対策', en: 'For hospitals' },
			{ ja: 'ケアマネジャー向け対策', en: 'For care managers' },
			{ ja: '家族向け対策', en: 'For families' }
		]
	},
	outcome: {
		whose: [
			person,
			family,
			{ ja: 'ケアマネジャー', en: 'Care managers' },
			{ ja: '専門職', en: 'Professionals' },
			{ ja: '地域', en: 'The area' },
			{ ja: '財政', en: 'Finances' }
		]
	},
	indicator: {
		unit: [
			{ ja: '%', en: '%' },
			{ ja: '件', en: 'cases' },
			{ ja: '人', en: 'people' },
			{ ja: '回', en: 'times' },
			{ ja: '日', en: 'days' },
			{ ja: '点', en: 'points' }
		]
	},
	source: {
		respondent: [person, family, ...everyProfession],
		collector: everyProfession,
		level: [
			{ ja: '市区町村', en: 'Municipality' },
			{ ja: '日常生活圏域', en: 'Community area' },
			{ ja: '二次医療圏', en: 'Secondary medical area' },
			{ ja: '都道府県', en: 'Prefecture' }
		]
	}
};

/** Fields whose words are worth offering again once somebody on this board has written them. */
const remembered: { readonly [T in CardType]?: readonly string[] } = {
	theme: ['disease', 'ward', 'parties'],
	fact: ['heardFrom', 'source'],
	measure: ['audience', 'owner', 'members', 'timing', 'group'],
	outcome: ['whose'],
	indicator: ['unit', 'baselineAt', 'targetAt'],
	source: ['respondent', 'collector', 'level', 'year']
};

/** Fields that name a fiscal year, by how far from the present one it usually lies. */
const years: { readonly [T in CardType]?: Readonly<Record<string, readonly number[]>> } = {
	indicator: { baselineAt: [0, -1, -2], targetAt: [1, 2, 3] },
	source: { year: [0, -1, -2] }
};

/** Nobody reads through a longer list. */
const mostWords = 40;

/** Where suggestions come from: the board, the language, the present fiscal year. */
export interface SuggestionSources {
	readonly cards: ReadonlyMap<CardId, Card>;
	readonly say: (word: Localised) => string;
	readonly year: FiscalYear;
}

/** What to offer in a field of a card: what this board has written there already, then the words of the method. */
export function fieldSuggestions(
	card: Card,
	key: string,
	{ cards, say, year }: SuggestionSources
): readonly string[] {
	const words = new Set<string>();
	if (remembered[card.type]?.includes(key))
		for (const other of cards.values()) {
			if (other.type !== card.type || other.id === card.id) continue;
			const value: unknown = Reflect.get(other, key);
			for (const word of Array.isArray(value) ? value : [value])
				if (typeof word === 'string' && word.trim() !== '') words.add(word.trim());
		}
	for (const word of methodWords[card.type]?.[key] ?? []) words.add(say(word));
	for (const distance of years[card.type]?.[key] ?? [])
		words.add(say(fiscalYearName(year + distance)));
	return [...words].slice(0, mostWords);
}

/** Whether a field offers words at all, so that it stays the same field while the board has none yet. */
export function hasSuggestions(type: CardType, key: string): boolean {
	return (methodWords[type]?.[key]?.length ?? 0) > 0 || (remembered[type]?.includes(key) ?? false);
}
