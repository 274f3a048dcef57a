import type { Board } from '../board.ts';
import type { Card, CardId, CardOf } from '../card.ts';
import { compareByOrder } from '../card.ts';
import type { CardType } from '../ids.ts';
import { readLanes } from '../lanes.ts';
import type { LaneEntry } from '../lanes.ts';
import type { FiscalYear } from './fiscal-years.ts';
import { differsInUnit, isReversed, isSmall, judgeStanding } from './judge-standing.ts';
import type { Standing } from './judge-standing.ts';
import type { Quantity } from './read-quantity.ts';
import { printNumber, readQuantity, readUnit } from './read-quantity.ts';
import type { TrendPoint } from './trend-chart.ts';

/** What stands in a cell: the words as written, the number in them, and how they are shown. */
export interface Reading {
	readonly text: string;
	readonly quantity: Quantity | null;
	readonly shown: string;
}

/** A cell of one year. */
export interface YearReading extends Reading {
	readonly year: FiscalYear;
	/** Kept to be written back when only the value is changed. */
	readonly unit: string;
	readonly countText: string;
	readonly count: number | null;
	readonly isPartial: boolean;
	readonly note: string;
	readonly isComparable: boolean;
}

/** Something to be careful with in a row (X3, X6); the same words for table, list and export are the client's. */
export type EvaluationWarning =
	| 'noBaseline'
	| 'targetZero'
	| 'targetReversed'
	| 'unitChanged'
	| 'missingYear'
	| 'partialYear'
	| 'smallNumbers';

/** One line of the table: an outcome with one of its indicators, an outcome without any, or an indicator of no outcome. */
export interface EvaluationRow {
	/** Stays when an outcome gets its first indicator: somebody is typing in that very row. */
	readonly key: string;
	readonly outcome: CardOf<'outcome'> | null;
	/** The ①–⑧ of the outcome, 0 without one. */
	readonly number: number;
	/** The outcome's decision is asked for in its first row only. */
	readonly isFirst: boolean;
	readonly indicator: CardOf<'indicator'> | null;
	readonly sources: readonly CardOf<'source'>[];
	readonly unit: string;
	readonly baseline: Reading;
	/** True when the earliest year stands in for a 現状値 nobody wrote. */
	readonly isBaselineFirstYear: boolean;
	readonly target: Reading;
	readonly values: ReadonlyMap<FiscalYear, YearReading>;
	readonly standing: Standing;
	readonly warnings: readonly EvaluationWarning[];
	readonly trend: readonly TrendPoint[];
}

/** 期待したこと against 現状 of a whole board. */
export interface Evaluation {
	readonly years: readonly FiscalYear[];
	/** The year everything is compared in. */
	readonly year: FiscalYear;
	readonly rows: readonly EvaluationRow[];
	/** Rows with an indicator and no value in that year. */
	readonly missing: readonly EvaluationRow[];
	/** Every outcome that has a value has a decision, and there is one. */
	readonly isDecided: boolean;
}

/** Reads the board for the evaluation; `year` null compares in the latest year that has a value. */
export function readEvaluation(
	board: Board,
	currentYear: FiscalYear,
	year: FiscalYear | null = null
): Evaluation {
	const pairs = pairsOf(board);
	const withData = pairs.flatMap(({ indicator }) =>
		(indicator?.values ?? []).flatMap(({ id, value }) =>
			/^\d{4}$/.test(id) && value.trim() !== '' ? [Number(id)] : []
		)
	);
	const years = chooseYears(withData, currentYear);
	const judged = year ?? (withData.length > 0 ? Math.max(...withData) : currentYear);
	const rows = pairs.map((pair) => readRow(pair, years, judged));
	const valued = rows.filter(({ outcome, values }) => outcome && hasAny(values));
	return {
		years,
		year: judged,
		rows,
		missing: rows.filter(
			({ indicator, values }) => indicator && (values.get(judged)?.text ?? '') === ''
		),
		isDecided:
			valued.length > 0 && valued.every(({ outcome }) => outcome && outcome.decision !== 'none')
	};
}

function hasAny(values: ReadonlyMap<FiscalYear, YearReading>): boolean {
	return [...values.values()].some(({ text }) => text !== '');
}

const fewestYears = 3;
const mostGaps = 8;

/** The years of the data and this year; years between are shown as gaps, unless that would be half a lifetime. */
function chooseYears(withData: readonly FiscalYear[], current: FiscalYear): readonly FiscalYear[] {
	const years = new Set([...withData, current]);
	const first = Math.min(...years);
	const last = Math.max(...years);
	if (last - first < mostGaps) for (let year = first; year < last; year++) years.add(year);
	for (let year = current - 1; years.size < fewestYears; year--) years.add(year);
	return [...years].sort((a, b) => a - b);
}

interface Pair {
	readonly outcome: CardOf<'outcome'> | null;
	readonly number: number;
	readonly isFirst: boolean;
	readonly indicator: CardOf<'indicator'> | null;
	readonly sources: readonly CardOf<'source'>[];
}

type OfType<T extends CardType> = Extract<Card, { readonly type: T }>;

function only<T extends CardType>(card: Card | undefined, type: T): readonly OfType<T>[] {
	return card?.type === type ? [card as OfType<T>] : [];
}

function pairsOf(board: Board): readonly Pair[] {
	const after = new Map<string, CardId[]>();
	for (const { from, to } of board.links.values())
		after.set(from, [...(after.get(from) ?? []), to]);
	const next = <T extends CardType>(id: CardId, type: T): readonly OfType<T>[] =>
		[...new Set(after.get(id) ?? [])]
			.flatMap((to) => only(board.cards.get(to), type))
			.sort(compareByOrder);
	const lane = <T extends CardType>(entries: readonly LaneEntry[], type: T) =>
		entries.flatMap(({ card }) => only(card, type));
	const lanes = readLanes(board);
	const served = new Set<CardId>();
	const pairs = lane(lanes.outcome, 'outcome').flatMap((outcome, at): Pair[] => {
		const own = next(outcome.id, 'source');
		const indicators = next(outcome.id, 'indicator');
		for (const { id } of indicators) served.add(id);
		const common = { outcome, number: at + 1 };
		if (indicators.length === 0)
			return [{ ...common, isFirst: true, indicator: null, sources: own }];
		return indicators.map((indicator, index) => ({
			...common,
			isFirst: index === 0,
			indicator,
			sources: [...new Set([...next(indicator.id, 'source'), ...own])]
		}));
	});
	const loose = lane(lanes.indicatorSource, 'indicator').filter(({ id }) => !served.has(id));
	return [
		...pairs,
		...loose.map((indicator) => ({
			outcome: null,
			number: 0,
			isFirst: true,
			indicator,
			sources: next(indicator.id, 'source')
		}))
	];
}

function readRow(pair: Pair, years: readonly FiscalYear[], judged: FiscalYear): EvaluationRow {
	const { outcome, indicator } = pair;
	const written = {
		baseline: readQuantity(indicator?.baseline ?? ''),
		target: readQuantity(indicator?.target ?? '')
	};
	const unit =
		readUnit(indicator?.unit ?? '') ||
		written.target?.unit ||
		written.baseline?.unit ||
		latestUnit(indicator);
	const values = readValues(indicator, unit);
	const comparable = (quantity: Quantity | null): Quantity | null =>
		quantity && !differsInUnit(quantity.unit, unit) ? quantity : null;
	const target = comparable(written.target);
	const first = [...values.values()]
		.filter(({ year, isComparable, isPartial }) => isComparable && !isPartial && year < judged)
		.sort((a, b) => a.year - b.year)[0];
	const hasBaseline = (indicator?.baseline ?? '') !== '';
	const baseline = hasBaseline ? comparable(written.baseline) : (first?.quantity ?? null);
	const value = values.get(judged);
	const input = {
		direction: outcome?.direction ?? 'none',
		unit,
		baseline,
		target,
		hasTarget: (indicator?.target ?? '') !== '',
		value: value?.quantity ?? null,
		isWritten: (value?.text ?? '') !== '',
		count: value?.count ?? null,
		isPartial: value?.isPartial ?? false
	};
	const judgedStanding = judgeStanding(input);
	return {
		key: pair.isFirst && outcome ? outcome.id : `${outcome?.id ?? ''}/${indicator?.id ?? ''}`,
		...pair,
		unit,
		baseline: read(indicator?.baseline ?? '', unit, unit),
		isBaselineFirstYear: !hasBaseline && baseline !== null,
		target: read(indicator?.target ?? '', unit, unit),
		values,
		standing: indicator ? judgedStanding : { ...judgedStanding, state: 'noIndicator' },
		warnings: indicator ? warningsOf(input, values, hasBaseline) : [],
		trend: years.map((year) => {
			const reading = values.get(year);
			return {
				value: reading?.isComparable ? (reading.quantity?.value ?? null) : null,
				isPartial: reading?.isPartial ?? false
			};
		})
	};
}

/** The unit of the newest value that was written with one, for indicators of which nobody said it. */
function latestUnit(indicator: CardOf<'indicator'> | null): string {
	return [...(indicator?.values ?? [])]
		.sort((a, b) => (a.id < b.id ? -1 : 1))
		.reduce(
			(unit, { value, unit: own }) => readUnit(own ?? '') || readQuantity(value)?.unit || unit,
			''
		);
}

function read(text: string, unit: string, shownUnit: string): Reading {
	const quantity = readQuantity(text);
	// 約 and 以上 are part of what people said, so they stay.
	const shown =
		quantity && !quantity.isApproximate && !differsInUnit(quantity.unit, unit)
			? printNumber(quantity.value) + shownUnit
			: text;
	return { text, quantity, shown };
}

function readValues(
	indicator: CardOf<'indicator'> | null,
	unit: string
): ReadonlyMap<FiscalYear, YearReading> {
	const values = new Map<FiscalYear, YearReading>();
	for (const member of indicator?.values ?? []) {
		if (!/^\d{4}$/.test(member.id)) continue;
		const own = readUnit(member.unit ?? '');
		const reading = read(member.value, unit, '');
		const quantity = reading.quantity && {
			...reading.quantity,
			unit: reading.quantity.unit || own
		};
		const isComparable = quantity !== null && !differsInUnit(quantity.unit, unit);
		const count = readQuantity(member.count ?? '')?.value ?? null;
		values.set(Number(member.id), {
			year: Number(member.id),
			text: member.value,
			quantity,
			shown:
				quantity && !isComparable ? printNumber(quantity.value) + quantity.unit : reading.shown,
			unit: member.unit ?? '',
			countText: member.count ?? '',
			count,
			isPartial: member.isPartial ?? false,
			note: member.note ?? '',
			isComparable
		});
	}
	return values;
}

function warningsOf(
	input: Parameters<typeof isReversed>[0],
	values: ReadonlyMap<FiscalYear, YearReading>,
	hasBaseline: boolean
): readonly EvaluationWarning[] {
	const readings = [...values.values()].filter(({ text }) => text !== '');
	const known = readings.map(({ year }) => year);
	const span = known.length > 0 ? Math.max(...known) - Math.min(...known) + 1 : 0;
	const found: readonly (readonly [EvaluationWarning, boolean])[] = [
		['noBaseline', !hasBaseline],
		['targetZero', input.target?.value === 0],
		['targetReversed', isReversed(input)],
		['unitChanged', readings.some(({ quantity, isComparable }) => quantity && !isComparable)],
		['missingYear', span > known.length],
		['partialYear', readings.some(({ isPartial }) => isPartial)],
		['smallNumbers', readings.some(({ count }) => isSmall(input.unit, count))]
	];
	return found.flatMap(([warning, isFound]) => (isFound ? [warning] : []));
}
