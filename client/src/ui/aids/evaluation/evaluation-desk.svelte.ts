import { enterValues } from '@renkei/shared/document/commands/value-commands.ts';
import type { ValueEntry, ValueField } from '@renkei/shared/document/commands/value-commands.ts';
import type { YearValue } from '@renkei/shared/method/card-types/indicator.ts';
import { fiscalYearOf } from '@renkei/shared/method/evaluation/fiscal-years.ts';
import type { FiscalYear } from '@renkei/shared/method/evaluation/fiscal-years.ts';
import type { PastedTable } from '@renkei/shared/method/evaluation/paste-values.ts';
import { readEvaluation } from '@renkei/shared/method/evaluation/read-evaluation.ts';
import type { EvaluationRow } from '@renkei/shared/method/evaluation/read-evaluation.ts';
import { readUnit } from '@renkei/shared/method/evaluation/read-quantity.ts';
import type { OpenBoard } from '../../../state/open-board.ts';

/** The values of a year as the dialog gives them. */
export interface TypedValue {
	readonly year: FiscalYear;
	readonly value: string;
	readonly unit: string;
	readonly count: string;
	readonly isPartial: boolean;
	readonly note: string;
}

/** What this person looks at in the evaluation, and what they enter into it. */
export class EvaluationDesk {
	readonly #open: OpenBoard;
	readonly currentYear: FiscalYear;
	#year = $state.raw<FiscalYear | null>(null);
	#chosen = $state.raw<string | null>(null);
	/** Told to screen readers after something was entered. */
	news = $state.raw('');

	readonly evaluation = $derived.by(() =>
		readEvaluation(this.#open.board.asBoard(), this.currentYear, this.#year)
	);

	constructor(open: OpenBoard, today: Date) {
		this.#open = open;
		this.currentYear = fiscalYearOf(today.getFullYear(), today.getMonth() + 1);
	}

	/** Values and decisions are written down by who leads or records; everybody sees them. */
	get mayWrite(): boolean {
		const { role } = this.#open.access;
		return this.#open.canWrite && role !== 'participant' && role !== 'viewer';
	}

	/** The year people chose to compare in, null for the latest with a value. */
	get year(): FiscalYear | null {
		return this.#year;
	}

	chooseYear(year: FiscalYear | null): void {
		this.#year = year;
	}

	/** The row that stands in the head; the first that can be compared until somebody chooses. */
	get row(): EvaluationRow | null {
		const { rows } = this.evaluation;
		const chosen = rows.find(({ key }) => key === this.#chosen);
		return chosen ?? rows.find(({ standing }) => standing.gap !== null) ?? rows[0] ?? null;
	}

	choose(key: string): void {
		this.#chosen = key;
	}

	chooseNext(by: 1 | -1): void {
		const { rows } = this.evaluation;
		const at = rows.findIndex(({ key }) => key === this.row?.key);
		const next = rows[at + by];
		if (next) this.#chosen = next.key;
	}

	makeIndicator({ outcome }: EvaluationRow): void {
		if (this.mayWrite && outcome)
			this.#open.commands.addLinkedCard(
				{ type: 'indicator', text: outcome.text },
				{ from: outcome.id }
			);
	}

	setField(row: EvaluationRow, field: ValueField, text: string): boolean {
		return this.#enter([{ row, fields: { [field]: text } }]);
	}

	/** What is known of the year beside its value stays. */
	setYear(row: EvaluationRow, year: FiscalYear, text: string): boolean {
		return this.#enter([
			{ row, values: { [year]: text.trim() === '' ? null : kept(row, year, text) } }
		]);
	}

	setValue(row: EvaluationRow, typed: TypedValue): boolean {
		const own = readUnit(typed.unit);
		const isIndicators = row.unit === '' || own === '' || own === row.unit;
		const value: YearValue = {
			value: typed.value.trim(),
			...(isIndicators ? {} : { unit: typed.unit.trim() }),
			...(typed.count.trim() === '' ? {} : { count: typed.count.trim() }),
			...(typed.isPartial ? { isPartial: true } : {}),
			...(typed.note.trim() === '' ? {} : { note: typed.note.trim() })
		};
		const isNewUnit = own !== '' && row.unit === '';
		return this.#enter([
			{
				row,
				fields: isNewUnit ? { unit: typed.unit.trim() } : {},
				values: { [typed.year]: typed.value.trim() === '' ? null : value }
			}
		]);
	}

	/** Enters a pasted table as one step; false when the board did not take it. */
	enterTable({ rows }: PastedTable): boolean {
		return this.#enter(
			rows.map(({ row, cells }) => {
				const fields: Partial<Record<ValueField, string>> = {};
				const values: Record<string, YearValue> = {};
				for (const { column, after, change } of cells) {
					if (change === 'same' || change === 'notANumber') continue;
					if (typeof column === 'number') values[column] = kept(row, column, after);
					else fields[column] = after;
				}
				return { row, fields, values };
			})
		);
	}

	setDecision({ outcome }: EvaluationRow, decision: string): void {
		if (!this.mayWrite || !outcome) return;
		// Pressed again, a decision is taken back.
		const next = outcome.decision === decision ? 'none' : decision;
		this.#open.commands.setCardField(outcome.id, 'decision', next);
	}

	setReason({ outcome }: EvaluationRow, reason: string): boolean {
		return (
			this.mayWrite &&
			outcome !== null &&
			this.#open.commands.setCardField(outcome.id, 'decisionReason', reason)
		);
	}

	#enter(entries: readonly (Omit<ValueEntry, 'of'> & { readonly row: EvaluationRow })[]): boolean {
		if (!this.mayWrite) return false;
		const named = entries.flatMap(({ row, ...what }): ValueEntry[] => {
			const isEmpty = [what.fields, what.values].every(
				(part) => Object.keys(part ?? {}).length === 0
			);
			if (isEmpty) return [];
			if (row.indicator) return [{ of: { indicator: row.indicator.id }, ...what }];
			return row.outcome ? [{ of: { outcome: row.outcome.id }, ...what }] : [];
		});
		return this.#open.runAs(enterValues, named) !== null;
	}
}

function kept(row: EvaluationRow, year: FiscalYear, text: string): YearValue {
	const before = row.values.get(year);
	return {
		value: text,
		...(before?.unit ? { unit: before.unit } : {}),
		...(before?.countText ? { count: before.countText } : {}),
		...(before?.isPartial ? { isPartial: true } : {}),
		...(before?.note ? { note: before.note } : {})
	};
}
