/** How many things passed, failed and were skipped. */
export interface Tally {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

/** The part of Vitest's JSON report that is counted. */
export interface VitestReport {
	readonly testResults: readonly {
		readonly name: string;
		readonly status: string;
		readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
	}[];
}

/** Nothing counted yet. */
export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

/** Two tallies as one. */
export function add(a: Tally, b: Tally): Tally {
	return {
		passed: a.passed + b.passed,
		failed: a.failed + b.failed,
		skipped: a.skipped + b.skipped
	};
}

/** A check that is one thing, such as the types: it passed or it failed. */
export function tallyCheck(succeeded: boolean): Tally {
	return { ...nothing, [succeeded ? 'passed' : 'failed']: 1 };
}

/**
 * What a run of Vitest came to. A file that broke before its tests, a run that ended badly although
 * each test passed, a run without a report and a run without any test count as failed: none of
 * them may look like success.
 */
export function tallyReport(report: VitestReport | null, succeeded: boolean): Tally {
	if (report === null) return tallyCheck(false);
	const tallies = report.testResults.map((file) =>
		file.assertionResults.length === 0
			? tallyCheck(file.status === 'passed')
			: file.assertionResults.map((result) => tallyTest(result.status)).reduce(add, nothing)
	);
	const counted = tallies.reduce(add, nothing);
	const ranNothing = counted.passed + counted.failed === 0;
	const hiddenFailure = !succeeded && counted.failed === 0;
	return ranNothing || hiddenFailure ? add(counted, tallyCheck(false)) : counted;
}

function tallyTest(status: string): Tally {
	if (status === 'passed') return { ...nothing, passed: 1 };
	if (status === 'failed') return { ...nothing, failed: 1 };
	return { ...nothing, skipped: 1 };
}

/** The names of the tests that did not run, so that none is left out silently. */
export function skippedTests(report: VitestReport | null): string[] {
	const results = report?.testResults.flatMap((file) => file.assertionResults) ?? [];
	return results
		.filter(({ status }) => status !== 'passed' && status !== 'failed')
		.map(({ fullName }) => fullName);
}

/** The line every run closes with. */
export function closingLine({ passed, failed, skipped }: Tally): string {
	return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
