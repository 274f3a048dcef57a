import type { Board } from './board.ts';
import type { CardId } from './card.ts';
import { cardTypes } from './card-types/index.ts';

/** What a stretch of text looks like. */
export type SuspectKind = 'phone' | 'mail' | 'postcode' | 'birth' | 'name';

/** A stretch of a card that may tell who somebody is; only a hint to look at, never a verdict. */
export interface Suspect {
	readonly card: CardId;
	readonly kind: SuspectKind;
	readonly text: string;
}

const digit = '[0-9０-９]';
const dash = '[-－ー‐–—ｰ]';
const patterns: readonly (readonly [SuspectKind, RegExp])[] = [
	['mail', /[\w.+-]+[@＠][\w-]+\.[\w.]+/g],
	['phone', new RegExp(`[0０]${digit}{1,4}${dash}${digit}{1,4}${dash}${digit}{3,4}`, 'g')],
	// No look-behind: iPads on iOS 15 do not read it.
	['phone', /(?:^|[^0-9])(0[0-9]{9,10})(?![0-9])/g],
	['postcode', new RegExp(`〒\\s*${digit}{3}${dash}?${digit}{4}`, 'g')],
	[
		'birth',
		new RegExp(
			`(?:明治|大正|昭和|平成|令和|[MTSHR]|${digit}{4})\\s*[.．]?(?:${digit}{1,4}|元)[年.．/／]${digit}{1,2}[月.．/／]${digit}{1,2}日?\\s*生`,
			'g'
		)
	],
	['name', /[一-龠々ヶ]{1,4}(?:さん|様|氏)(?![一-龠ぁ-ん]*(?:会|宅))/g]
];

/** Words before さん and 様 that name a role and no person. */
const roles =
	/(?:患者|家族|本人|利用者|高齢者|療養者|相談者|当事者|住民|市民|職員|医師|看護師|薬剤師|保健師|歯科医師|療法士|相談員|支援員|介護者|介護職|担当者|専門職|救急隊|病院|医院|施設|事業所|先生|親|子|父|母|夫|妻|娘|息子|兄|姉|弟|妹|孫|嫁|皆|奥|旦那|同|各|多|神|仏|客|貴|有|異|仕|別|逆|一)$/u;

/** Every stretch of the board that looks like personal data, in the order of the cards. */
export function findPersonalData(board: Board): readonly Suspect[] {
	const found: Suspect[] = [];
	for (const card of board.cards.values()) {
		// Only what people wrote: an id of ten digits is no telephone number.
		const texts = [card.text];
		for (const key of Object.keys(cardTypes[card.type].fields)) {
			const value: unknown = card[key as keyof typeof card];
			if (typeof value === 'string') texts.push(value);
			else if (Array.isArray(value)) texts.push(...value.map(String));
		}
		if (card.type === 'measure')
			for (const part of card.subActions)
				texts.push(part.text, part.audience ?? '', part.owner ?? '', part.timing ?? '');
		const seen = new Set<string>();
		for (const [kind, pattern] of patterns)
			for (const text of texts)
				for (const [whole, inner] of text.matchAll(pattern)) {
					const match = inner ?? whole;
					if (kind === 'name' && roles.test(match.replace(/(?:さん|様|氏)$/u, ''))) continue;
					if (seen.has(match)) continue;
					seen.add(match);
					found.push({ card: card.id, kind, text: match });
				}
	}
	return found;
}
