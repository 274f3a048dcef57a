import { expect, test } from 'vitest';
import type { BoardKind } from './board.ts';
import type { StepProgress } from './progress.ts';
import { reachedStep } from './reached-step.ts';

const words: Readonly<Record<string, StepProgress>> = { '-': 'empty', p: 'partial', d: 'done' };
const progressOf = (signs: string): StepProgress[] =>
	signs.split('').map((sign) => words[sign] ?? 'empty');

test.each<[string, string, BoardKind, string]>([
	['nothing written is the first step', '--------', 'full', 'vision'],
	['a step that is begun', 'dddp----', 'full', 'cause'],
	['a step that has everything leads to the next', 'ddd-----', 'full', 'cause'],
	['a step passed over holds nobody back', '-p-dp---', 'full', 'measure'],
	['the last step stays', 'dddddddd', 'full', 'review'],
	['a 事例ボード begins with the current state', '--------', 'case', 'currentState'],
	['a 事例ボード ends at the measures', '-ddddp--', 'case', 'measure'],
	['a 目的シート goes from the current state to the measures', 'dd------', 'purpose', 'measure']
])('%s', (_, signs, kind, expected) => {
	expect(reachedStep(kind, progressOf(signs))).toBe(expected);
});
