import { boardChecks } from './board-checks.ts';
import { causeChecks } from './cause-checks.ts';
import type { CheckId } from './check-ids.ts';
import type { Check } from './check.ts';
import { indicatorChecks } from './indicator-checks.ts';
import { measureChecks } from './measure-checks.ts';
import { outcomeChecks } from './outcome-checks.ts';
import { outsideChecks } from './outside-checks.ts';
import { themeChecks } from './theme-checks.ts';
import { visionChecks } from './vision-checks.ts';

/** Every check; the compiler asks for a forgotten one. */
export const checks = {
	...themeChecks,
	...visionChecks,
	...causeChecks,
	...measureChecks,
	...outcomeChecks,
	...indicatorChecks,
	...boardChecks,
	...outsideChecks
} satisfies Record<CheckId, Check> as Readonly<Record<CheckId, Check>>;
