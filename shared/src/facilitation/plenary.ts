import * as z from 'zod/mini';
import { aidWith, refused } from './aid.ts';

/** Tables of a workshop, and the minutes a table may speak; three is what the field gives. */
export const plenaryLimits = { tables: 15, usualMinutes: 3, mostMinutes: 30 } as const;

const tableSchema = z.int().check(z.minimum(1), z.maximum(999));

/** Whose turn it is (an index of `order`), since when, until when; server time in ms. */
const plenarySchema = z.nullable(
	z.object({
		order: z.array(tableSchema).check(z.minLength(1), z.maxLength(plenaryLimits.tables)),
		minutes: z.int().check(z.minimum(1), z.maximum(plenaryLimits.mostMinutes)),
		turn: z.nullable(z.object({ index: z.int(), since: z.int(), endsAt: z.int() }))
	})
);
export type Plenary = z.infer<typeof plenarySchema>;

const plenaryCommandSchema = z.discriminatedUnion('do', [
	z.object({
		do: z.literal('plan'),
		order: z.array(tableSchema).check(z.minLength(1), z.maxLength(plenaryLimits.tables)),
		minutes: z.int().check(z.minimum(1), z.maximum(plenaryLimits.mostMinutes))
	}),
	/** The turn of the table at this index of the order; named, so that a press that comes twice skips nobody. */
	z.object({ do: z.literal('turn'), index: z.int().check(z.minimum(0)) }),
	z.object({ do: z.literal('end') })
]);
export type PlenaryCommand = z.infer<typeof plenaryCommandSchema>;

const minuteMs = 60_000;

/** 発表の順番: who speaks, who is next, and how long is left. The same is told to every table. */
export const plenary = aidWith<Plenary, PlenaryCommand>({
	schema: plenarySchema,
	initial: null,
	commandSchema: plenaryCommandSchema,
	change(state, command, { now }) {
		switch (command.do) {
			case 'plan': {
				const { order, minutes } = command;
				if (new Set(order).size < order.length) return refused('malformed');
				return { ok: true, state: { order, minutes, turn: null } };
			}
			case 'turn': {
				if (!state || state.turn?.index === command.index) return refused('notNow');
				if (command.index >= state.order.length) return refused('outOfRange');
				const endsAt = now + state.minutes * minuteMs;
				return {
					ok: true,
					state: { ...state, turn: { index: command.index, since: now, endsAt } }
				};
			}
			case 'end':
				return state ? { ok: true, state: null } : refused('notNow');
		}
	}
});
