import { fiscalYearName, readFiscalYear } from '../evaluation/fiscal-years.ts';
import type { CardType } from '../ids.ts';
import { circledNumber } from './circled-numbers.ts';

/** A member of a list of a card without its id and its place, which stand for nothing that can be read. */
export type PartWords = Readonly<Record<string, unknown>>;

interface PartColumn {
	readonly type: CardType;
	readonly heading: string;
	/** Words before what stands on lines of its own under a member; a member with none of them is one line. */
	readonly details: readonly (readonly [key: string, label: string])[];
	readonly writeFirst: (member: PartWords, at: number) => string;
	readonly readFirst: (line: string) => PartWords;
}

/** Leads the lines below a member. */
const wide = '\u3000';

const mark =
	/^\s*(?:[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]|[(（]\d{1,3}[)）]|\d{1,3}(?:[.．](?!\d)|[)）、]))(?: (?=\s)|\s*)/;
// White space after a mark is people's; what a text itself begins with stands behind one space more.
const spaced = /^\s/;

/** The lists of cards that カード一覧 has a column for, by their name. */
export const partColumns = {
	subActions: {
		type: 'measure',
		heading: '内訳',
		details: [
			['audience', '対象'],
			['owner', '担当'],
			['timing', '時期']
		],
		writeFirst: ({ text }, at) =>
			circledNumber(at + 1) + (spaced.test(String(text)) ? ' ' : '') + String(text),
		readFirst: (line) => ({ text: line.replace(mark, '') })
	},
	roles: {
		type: 'measure',
		heading: '役割',
		details: [],
		writeFirst: ({ who, part }) => `${part === 'lead' ? '中心' : '加わる'}：${String(who)}`,
		readFirst: (line) => {
			const [, word, who] = /^\s*(?:(中心|加わる)[：:])?([^]*)$/.exec(line) ?? [];
			return { who: who ?? '', part: word === '中心' ? 'lead' : 'join' };
		}
	},
	values: {
		type: 'indicator',
		heading: '年度ごとの値',
		details: [
			['unit', '単位'],
			['count', 'もとの数'],
			['isPartial', '年度の途中'],
			['note', 'メモ']
		],
		writeFirst: ({ id, value }) => `${yearWord(String(id))}：${String(value)}`,
		readFirst: (line) => {
			const [, year = '', value = ''] = /^([^：:]*)[：:]([^]*)$/.exec(line) ?? [];
			return { id: String(readFiscalYear(year) ?? year.trim()), value };
		}
	}
} satisfies Record<string, PartColumn>;
export type PartName = keyof typeof partColumns;

/** The names of all these lists. */
export const partNames = Object.keys(partColumns) as readonly PartName[];

function yearWord(id: string): string {
	const word = /^\d{4}$/.test(id) ? fiscalYearName(Number(id)).ja : id;
	return String(readFiscalYear(word)) === id ? word : id;
}

/**
 * A list as lines of a cell: a member per line, in its lines below what belongs to it, each led by a wide space.
 * A person can add a member by writing one more line.
 */
export function writeParts(name: PartName, members: readonly PartWords[]): string {
	const { details, writeFirst }: PartColumn = partColumns[name];
	const escaped = patternsOf(name).escaped;
	const below = (text: string): string[] =>
		text
			.split('\n')
			.slice(1)
			.map((line) => wide + (escaped?.test(line) ? wide : '') + line);
	return members
		.flatMap((member, at) => {
			const first = writeFirst(member, at);
			const lines = [first.split('\n')[0] ?? '', ...below(first)];
			for (const [key, label] of details) {
				const said = member[key];
				const value = said === true ? '○' : typeof said === 'string' ? said : '';
				if (value === '') continue;
				lines.push(`${wide}${label}：${value.split('\n')[0] ?? ''}`, ...below(value));
			}
			return lines;
		})
		.join('\n');
}

/** The members that the lines of a cell say, in their order. */
export function readParts(name: PartName, cell: string): readonly PartWords[] {
	const { details, readFirst }: PartColumn = partColumns[name];
	const { detail, escaped } = patternsOf(name);
	const members: { first: string; readonly details: Record<string, string> }[] = [];
	let open: ((line: string) => void) | null = null;
	for (const line of cell.split('\n')) {
		const member = members[members.length - 1];
		if (!member || !/^\s/.test(line)) {
			if (line.trim() === '') continue;
			const added = { first: line, details: {} };
			members.push(added);
			open = (more) => {
				added.first += `\n${more}`;
			};
			continue;
		}
		const [, label, value = ''] = detail?.exec(line) ?? [];
		const key = details.find(([, word]) => word === label)?.[0];
		if (key !== undefined) {
			member.details[key] = value;
			open = (more) => {
				member.details[key] += `\n${more}`;
			};
			continue;
		}
		const rest = line.slice(1);
		open?.(escaped?.test(rest) ? rest.slice(1) : rest);
	}
	return members.map(({ first, details: said }) => {
		const { isPartial, ...words } = said;
		return { ...readFirst(first), ...words, ...(isPartial ? { isPartial: true } : {}) };
	});
}

interface Patterns {
	/** A line that says a detail, one wide space before its word. */
	readonly detail: RegExp | null;
	/** A line of running text that would read as a detail, and is given one wide space more. */
	readonly escaped: RegExp | null;
}

const patterns = new Map<PartName, Patterns>();

function patternsOf(name: PartName): Patterns {
	const known = patterns.get(name);
	if (known) return known;
	const { details }: PartColumn = partColumns[name];
	const words = details.map(([, label]) => label).join('|');
	const made =
		details.length === 0
			? { detail: null, escaped: null }
			: {
					detail: new RegExp(`^\\s(${words})[：:]([^]*)$`),
					escaped: new RegExp(`^\\s*(${words})[：:]`)
				};
	patterns.set(name, made);
	return made;
}
