/** A number as people wrote it, with its unit in one spelling; `isApproximate` for 約, 程度, 以上 and the like. */
export interface Quantity {
	readonly value: number;
	/** Empty when none was written. */
	readonly unit: string;
	readonly isApproximate: boolean;
}

const about = '(?:約|およそ|おおよそ|おおむね|概ね|ほぼ|だいたい|大体|ざっと|[~≒])';
const roughly = '(?:程度|ほど|くらい|ぐらい|前後|余り?|あまり|弱|強|以上|以下|未満|超)';
const period = '(?:年間|年平均|毎年|年|延べ|のべ|累計|合計|総数|計|平均)';
const per = '(月平均|月間|毎月|月|週|日)';
const digits = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const kanjiDigits = '〇一二三四五六七八九';

const shape = new RegExp(
	`^(${about})?${period}?(?:${per}(?=${about}?[-\\d半${kanjiDigits}十百千]))?(${about})?([-+]?)(.+)$`
);
const wholeAndPart = new RegExp(`^(${digits})割(?:(\\d)分)?(?:(\\d)厘)?`);
const grouped = new RegExp(
	`^(?:(${digits})億)?(?:(${digits})(千)?万)?(?:(${digits})千)?(${digits})?`
);

/** What makes of kanji a number. */
const afterKanji = /^(?:$|割|%|件|人|名|回|か?所|日|倍|点|床|万|億|時間)/;

/** Units that are written in more than one way. */
const spellings: readonly (readonly [RegExp, string])[] = [
	[/^(?:パーセント|ぱーせんと|percent|pct\.?|ポイント|pt)$/, '%'],
	[/^名$/, '人'],
	[/^(?:[ヶヵカケか]所|箇所)$/, 'か所'],
	[/^[ヶヵカケか]月$/, 'か月']
];

/** A unit in the one spelling it is compared in: ％ and パーセント are both %. */
export function readUnit(text: string): string {
	const unit = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
	for (const [written, read] of spellings) if (written.test(unit)) return read;
	return unit;
}

/**
 * Reads a number as people write it: ４６．５％, 38件, 1,204, 約3割 (30 %), 1万2千人, 二割五分, △5, 半数. Null when it is
 * no number, or more than one (30〜40%, 12/30): a guess would be worse than asking.
 */
export function readQuantity(text: string): Quantity | null {
	const folded = text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\s+/g, '')
		.replace(/[‐‑‒–—−ー](?=\d)|[△▲](?=\d)/g, '-')
		.replace(/\([^()]*\)$/, '');
	const match = shape.exec(folded);
	if (!match) return null;
	const [, before, each, beforeNumber, sign, rest = ''] = match;
	const number = readNumber(rest);
	if (!number) return null;
	const tail = new RegExp(`^(.*?)(${roughly})?$`).exec(rest.slice(number.length));
	const [, unit = '', after] = tail ?? [];
	if (!isUnit(unit)) return null;
	const isShare = number.unit === '%';
	if (isShare && unit !== '') return null;
	const value = round(number.value * (sign === '-' ? -1 : 1));
	const own = isShare ? '%' : readUnit(unit);
	return {
		value,
		unit: each === undefined ? own : `${own}/${each.replace(/平均|間|毎/g, '')}`,
		isApproximate: [before, beforeNumber, after].some(Boolean) || number.isApproximate
	};
}

/** Whether what follows a number is a unit, and neither another number, a change (5%減) nor a sentence. */
function isUnit(text: string): boolean {
	const rest = text.replace(/か(?=所|月)/g, '');
	return rest.length <= 12 && !/[^\p{L}%‰/・]|[ぁ-ん増減]|年度/u.test(rest);
}

interface ReadNumber {
	readonly value: number;
	readonly unit: '' | '%';
	readonly length: number;
	readonly isApproximate: boolean;
}

function readNumber(text: string): ReadNumber | null {
	const half = /^(?:半数|半分)/.exec(text);
	if (half) return { value: 50, unit: '%', length: half[0].length, isApproximate: true };
	const nothing = /^ゼロ/.exec(text);
	if (nothing) return { value: 0, unit: '', length: nothing[0].length, isApproximate: false };
	const kanji = new RegExp(`^[${kanjiDigits}十百千]+`).exec(text);
	if (kanji) {
		// 十分 and 一部 are words.
		if (!afterKanji.test(text.slice(kanji[0].length))) return null;
		const value = readKanji(kanji[0]);
		const read = readNumber(String(value) + text.slice(kanji[0].length));
		return read && { ...read, length: read.length - String(value).length + kanji[0].length };
	}
	const tenths = wholeAndPart.exec(text);
	if (tenths) {
		const [whole = '', ten = '0', one = '0', tenth = '0'] = tenths;
		const value = plain(ten) * 10 + Number(one) + Number(tenth) / 10;
		return { value, unit: '%', length: whole.length, isApproximate: false };
	}
	const parts = grouped.exec(text);
	if (!parts || parts[0] === '') return null;
	const [whole, oku, man, thousands, sen, rest] = parts;
	const value =
		plain(oku) * 1e8 +
		plain(man) * (thousands === undefined ? 1e4 : 1e7) +
		plain(sen) * 1e3 +
		plain(rest);
	return { value, unit: '', length: whole.length, isApproximate: false };
}

function plain(written: string | undefined): number {
	return written === undefined ? 0 : Number(written.replace(/,/g, ''));
}

function readKanji(text: string): number {
	const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
	let [sum, digit] = [0, -1];
	for (const sign of text) {
		const place = places[sign];
		if (place === undefined) digit = Math.max(digit, 0) * 10 + kanjiDigits.indexOf(sign);
		else {
			sum += (digit === -1 ? 1 : digit) * place;
			digit = -1;
		}
	}
	return sum + Math.max(digit, 0);
}

/** Without the dust that binary fractions leave. */
export function round(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}

/** A number as it is printed: 1,204 and 46.5, two places at most. */
export function printNumber(value: number): string {
	const rounded = Math.round(Math.abs(value) * 100) / 100;
	const [whole = '0', part] = String(rounded).split('.');
	const printed = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part === undefined ? '' : `.${part}`);
	return value < 0 && rounded !== 0 ? `−${printed}` : printed;
}
