import type { CardOf } from '../method/card.ts';
import { compareByOrder } from '../method/card.ts';
import type { BoardIndex } from '../method/worksheet/board-index.ts';
import { usualName } from './survey-questions.ts';

/** What one questionnaire is to find out: an expectation, or an indicator of none, with its ①–⑧. */
export interface SurveyItem {
	/** The ①–⑧ of the outcome, 0 for an indicator of no outcome. */
	readonly number: number;
	readonly card: CardOf<'outcome'> | CardOf<'indicator'>;
	readonly indicators: readonly CardOf<'indicator'>[];
	readonly sources: readonly CardOf<'source'>[];
}

/** One questionnaire: everyone who is asked the same questions. */
export interface SurveyGroup {
	/** ケアマネジャー, 家族; empty where no source says whom to ask. */
	readonly respondent: string;
	/** Who asks on behalf of the respondent and writes it down; empty where people write themselves. */
	readonly askedBy: string;
	readonly items: readonly SurveyItem[];
}

/** Whether the answers of a questionnaire are where a number comes from. */
function isSurvey({ method, text }: CardOf<'source'>): boolean {
	return method === 'survey' || (method === 'none' && /アンケート|質問紙|調査票/u.test(text));
}

/** Whom a survey asks: the card's own field, else what its words say (「ケアマネジャーを対象としたアンケート」, 「家族向けアンケート」). */
export function respondentOf({ respondent, text }: CardOf<'source'>): string {
	if (respondent.trim() !== '') return usualName(respondent);
	const outside = text.replace(/（[^（）]*）/gu, '');
	const found =
		/^(.+?)(?:を対象(?:とした|にした|とする|に)|向けの?|に対する|への|からの|による)[^、。]*(?:アンケート|質問紙|調査)/u.exec(
			outside
		) ?? /^(.{1,12}?)の?(?:アンケート|質問紙|調査票)/u.exec(outside);
	return usualName((found?.[1] ?? '').replace(/^.*[、。]/u, ''));
}

/** 「ケアマネジャーが家族に聞き取りながら記載するもの」: who writes for the respondent. */
export function askerOf({ text, collector }: CardOf<'source'>, respondent: string): string {
	const found =
		/（([^（）]{1,20}?)が[^（）]*(?:聞き取|聞きと|代わって|代理|伺い|うかが)[^（）]*）/u.exec(text);
	const asker = usualName(found?.[1] ?? (isLay(respondent) ? collector : ''));
	return asker === respondent ? '' : asker;
}

/** Whether they are people the services are for, not those who give them. */
export function isLay(respondent: string): boolean {
	return /家族|遺族|本人|利用者|患者|住民|市民|高齢者|介護者/u.test(respondent);
}

/** The questionnaires a board asks for, in the order of the expectations they serve. */
export function surveyGroups(index: BoardIndex): readonly SurveyGroup[] {
	const items = itemsOf(index).filter(({ card }) => card.text.trim() !== '');
	const groups = new Map<string, { respondent: string; askedBy: string; items: SurveyItem[] }>();
	for (const item of items) {
		const surveys = item.sources.filter(isSurvey);
		for (const respondent of new Set(surveys.map(respondentOf))) {
			const own = surveys.filter((source) => respondentOf(source) === respondent);
			const askedBy = own.map((source) => askerOf(source, respondent)).find(Boolean) ?? '';
			const group = groups.get(respondent) ?? { respondent, askedBy, items: [] };
			groups.set(respondent, group);
			if (group.askedBy === '') group.askedBy = askedBy;
			group.items.push({ ...item, sources: own });
		}
	}
	return [...groups.values()];
}

/** Surveys that serve nothing yet, and expectations of which nobody said how they are found out. */
export function surveyGaps(index: BoardIndex): {
	readonly loose: readonly CardOf<'source'>[];
	readonly unknown: readonly SurveyItem[];
} {
	const items = itemsOf(index);
	const used = new Set(items.flatMap(({ sources }) => sources.map(({ id }) => id)));
	return {
		loose: index.cardsOf('source').filter((source) => isSurvey(source) && !used.has(source.id)),
		unknown: items.filter(({ sources, card }) => sources.length === 0 && card.text.trim() !== '')
	};
}

function itemsOf(index: BoardIndex): readonly SurveyItem[] {
	const served = new Set<string>();
	const outcomes = index.cardsOf('outcome').map((outcome, at): SurveyItem => {
		const indicators = index.after(outcome.id, 'indicator');
		for (const { id } of indicators) served.add(id);
		const sources = [
			...index.after(outcome.id, 'source'),
			...indicators.flatMap(({ id }) => index.after(id, 'source'))
		];
		return { number: at + 1, card: outcome, indicators, sources: unique(sources) };
	});
	const loose = index
		.cardsOf('indicator')
		.filter(({ id }) => !served.has(id))
		.map((indicator): SurveyItem => ({
			number: 0,
			card: indicator,
			indicators: [],
			sources: index.after(indicator.id, 'source')
		}));
	return [...outcomes, ...loose];
}

function unique(sources: readonly CardOf<'source'>[]): readonly CardOf<'source'>[] {
	return [...new Map(sources.map((source) => [source.id, source])).values()].sort(compareByOrder);
}
