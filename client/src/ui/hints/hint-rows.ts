import type { CheckId } from '@renkei/shared/method/checks/check-ids.ts';
import type { Hint } from '@renkei/shared/method/checks/find-hints.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';

/** One question of the drawer with every hint that asks it. */
export interface HintRow {
	readonly key: string;
	readonly check: CheckId;
	readonly severity: 1 | 2 | 3;
	readonly question: Localised;
	readonly hints: readonly Hint[];
}

/** Hints that ask the same under one question; what breaks the chain comes first, otherwise in the order of the checks. */
export function groupHints(hints: readonly Hint[]): readonly HintRow[] {
	const rows = new Map<string, HintRow>();
	for (const hint of hints) {
		const key = `${hint.check} ${hint.question.ja}`;
		const row = rows.get(key);
		const { check, severity, question } = hint;
		rows.set(key, { key, check, severity, question, hints: [...(row?.hints ?? []), hint] });
	}
	// Sorting keeps the order of what weighs the same.
	return [...rows.values()].sort((a, b) => b.severity - a.severity);
}
