import type * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { cardTypes } from '../../method/card-types/index.ts';
import type { YearValue } from '../../method/card-types/indicator.ts';
import { cleanText } from '../../method/clean-text.ts';
import { entryOf, rootsOf } from '../layout.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { readCard } from '../read-board.ts';
import { writeCard } from '../write-card.ts';
import { writeLink } from '../write-link.ts';

const ignore = (): void => {};
const { fields, parts } = cardTypes.indicator;

/** The fields of an indicator that are entered with its values. */
export type ValueField = 'unit' | 'baseline' | 'baselineAt' | 'target' | 'targetAt';

/** What is entered for one indicator, or for an outcome that gets its first indicator by it; values by fiscal year, null takes one away. */
export interface ValueEntry {
	readonly of: { readonly indicator: CardId } | { readonly outcome: CardId };
	readonly fields?: Readonly<Partial<Record<ValueField, string>>>;
	readonly values?: Readonly<Record<string, YearValue | null>>;
}

/**
 * Enters values of any number of indicators as one undo step and returns the indicators. An outcome is made its own
 * indicator, linked, on the way. Null when any value is not allowed: then nothing is entered.
 */
export function enterValues(
	doc: Y.Doc,
	entries: readonly ValueEntry[],
	author: Author
): readonly CardId[] | null {
	const roots = rootsOf(doc);
	const prepared = entries.map((entry) => prepare(doc, entry));
	if (prepared.some((one) => one === null)) return null;
	return transactGesture(doc, 'editField', () =>
		prepared.flatMap((one) => {
			if (!one) return [];
			const id = one.indicator ?? writeCard(roots, { type: 'indicator', text: one.text }, author);
			if (one.outcome) writeLink(roots, { from: one.outcome, to: id, kind: null }, author);
			const record = entryOf(roots.cards, id);
			for (const [key, value] of one.changes)
				if (value === null) record?.delete(key);
				else record?.set(key, value);
			return [id];
		})
	);
}

interface Prepared {
	readonly indicator: CardId | null;
	readonly outcome: CardId | null;
	readonly text: string;
	readonly changes: readonly (readonly [key: string, value: unknown])[];
}

function prepare(doc: Y.Doc, { of, ...entry }: ValueEntry): Prepared | null {
	const isNew = 'outcome' in of;
	const id = isNew ? of.outcome : of.indicator;
	const card = readCard(id, rootsOf(doc).cards.get(id), ignore);
	if (!card || card.deletedAt !== null || card.type !== (isNew ? 'outcome' : 'indicator'))
		return null;
	const changes: (readonly [string, unknown])[] = [];
	for (const [name, value] of Object.entries(entry.fields ?? {})) {
		const parsed = fields[name as ValueField].schema.safeParse(cleanText(value));
		if (!parsed.success) return null;
		changes.push([name, parsed.data]);
	}
	for (const [year, value] of Object.entries(entry.values ?? {})) {
		if (!/^\d{4}$/.test(year)) return null;
		const parsed = value && parts.values.schema.safeParse(cleaned(value));
		if (parsed && !parsed.success) return null;
		changes.push([parts.values.prefix + year, parsed ? parsed.data : null]);
	}
	return {
		indicator: isNew ? null : id,
		outcome: isNew ? id : null,
		text: card.text,
		changes
	};
}

function cleaned(value: YearValue): object {
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, typeof one === 'string' ? cleanText(one) : one])
	);
}
