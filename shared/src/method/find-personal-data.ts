import type { Board } from './board.ts';
import type { CardId } from './card.ts';
import { compareByOrder } from './card.ts';
import { cardTypes } from './card-types/index.ts';
import { remarksByCard } from './remarks.ts';

/** What a stretch of text looks like. */
export type SuspectKind =
	'phone' | 'mail' | 'postcode' | 'address' | 'birth' | 'insured' | 'name' | 'facility';

/** A stretch of a card that may tell who somebody is; only a hint to look at, never a verdict. */
export interface Suspect {
	readonly card: CardId;
	readonly kind: SuspectKind;
	readonly text: string;
}

const digit = '[0-9０-９]';
const dash = '[-－ー‐–—ｰ]';
const proper = '[一-龠々ヶァ-ヴー]';
const patterns: readonly (readonly [SuspectKind, RegExp])[] = [
	// Before the telephone: both are ten digits.
	[
		'insured',
		new RegExp(`(?:被保険者|受給者)番号[^0-9０-９、。]{0,6}${digit}{6,10}|[HＨ]${digit}{9}`, 'g')
	],
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
	[
		'address',
		new RegExp(
			`${proper}{2,12}${digit}{1,4}(?:丁目|番地|番${digit}{1,3}号|${dash}${digit}{1,3}${dash}${digit}{1,4})|${proper}{1,8}${digit}{2,4}号室`,
			'g'
		)
	],
	[
		'facility',
		new RegExp(
			`${proper}{1,12}(?:病院|医院|クリニック|診療所|訪問看護ステーション|老人ホーム|薬局)(?!${proper})`,
			'g'
		)
	],
	['name', /[一-龠々ヶ]{1,4}(?:さん|様|氏)(?![一-龠ぁ-ん]*(?:会|宅))/g]
];

/** Words before さん and 様 that name a role and no person. */
const roles =
	/(?:患者|家族|本人|利用者|高齢者|療養者|相談者|当事者|住民|市民|職員|医師|看護師|薬剤師|保健師|歯科医師|療法士|相談員|支援員|介護者|介護職|担当者|専門職|救急隊|病院|医院|施設|事業所|先生|親|子|父|母|夫|妻|娘|息子|兄|姉|弟|妹|孫|嫁|皆|奥|旦那|同|各|多|神|仏|客|貴|有|異|仕|別|逆|一)$/u;

/** Words before 病院 and the like that name a kind of place and no place. */
const kindsOfPlaces =
	/(?:総合|大学|急性期?|回復期?|慢性期?|地域|一般|療養型?|療養支援|精神科?|専門|基幹|中核|拠点|後方|支援|連携|協力|近隣|他|同|各|当|入院先?|転院先?|退院|紹介|市内|町内|村内|県内|圏域|救急|在宅|有床|無床|歯科|内科|外科|整形外科|眼科|小児科|皮膚科|民間|公立|国立|都立|県立|市立|町立|公的|中小|大|小|主|前|元|医療|介護|福祉|機関|訪問診療|診療|訪問|調剤|特別養護|養護|有料|軽費|型|専|者|複数|全|該当|担当|医師|看護師|薬剤師|職員|施設|家族|患者|本人|病棟|先|門前|保険)$/u;

function isPlaceItself(match: string): boolean {
	let name = match.replace(
		/(?:病院|医院|クリニック|診療所|訪問看護ステーション|老人ホーム|薬局)$/u,
		''
	);
	for (let shorter = ''; name !== shorter;) {
		shorter = name;
		name = name.replace(kindsOfPlaces, '');
	}
	return name !== '';
}

/** Every stretch of the board that looks like personal data, in the order of the cards; without records only of the cards, else of what is said about them too. */
export function findPersonalData(
	board: Pick<Board, 'cards'> & Partial<Pick<Board, 'records' | 'trash'>>
): readonly Suspect[] {
	const found: Suspect[] = [];
	const { cards, records = new Map(), trash = new Map() } = board;
	const remarks = remarksByCard({ cards, records, trash });
	for (const card of [...board.cards.values()].sort(compareByOrder)) {
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
		const { open = [], settled = [] } = remarks.get(card.id) ?? {};
		texts.push(...[...open, ...settled].map(({ text }) => text));
		const seen = new Set<string>();
		for (const [kind, pattern] of patterns)
			for (const text of texts)
				for (const [whole, inner] of text.matchAll(pattern)) {
					const match = inner ?? whole;
					if (kind === 'name' && roles.test(match.replace(/(?:さん|様|氏)$/u, ''))) continue;
					if (kind === 'facility' && !isPlaceItself(match)) continue;
					if ([...seen].some((known) => known.includes(match))) continue;
					seen.add(match);
					found.push({ card: card.id, kind, text: match });
				}
	}
	return found;
}
