import { expect, test } from 'vitest';
import { closingLine, skippedTests, tallyCheck, tallyReport } from './tally.ts';

function file(status: string, ...tests: string[]) {
	return {
		name: '/a.test.ts',
		status,
		assertionResults: tests.map((result, at) => ({ status: result, fullName: `test ${at}` }))
	};
}

test('passed, failed and skipped tests are counted over all files', () => {
	const report = {
		testResults: [
			file('passed', 'passed', 'pending', 'todo'),
			file('failed', 'passed', 'failed', 'skipped')
		]
	};
	expect(tallyReport(report, false)).toEqual({ passed: 2, failed: 1, skipped: 3 });
	expect(skippedTests(report)).toEqual(['test 1', 'test 2', 'test 2']);
});

test('a file that breaks before its first test is a failure', () => {
	const report = { testResults: [file('passed', 'passed'), file('failed')] };
	expect(tallyReport(report, false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a run that ended badly although every test passed is a failure', () => {
	const report = { testResults: [file('passed', 'passed')] };
	expect(tallyReport(report, false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a run without any test, and one without a report, are failures', () => {
	expect(tallyReport({ testResults: [] }, true).failed).toBe(1);
	expect(tallyReport({ testResults: [file('passed', 'skipped')] }, true)).toEqual({
		passed: 0,
		failed: 1,
		skipped: 1
	});
	expect(tallyReport(null, true).failed).toBe(1);
});

test('a check counts as one', () => {
	expect(tallyCheck(true)).toEqual({ passed: 1, failed: 0, skipped: 0 });
	expect(tallyCheck(false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('the closing line is the one people and machines look for', () => {
	expect(closingLine({ passed: 12, failed: 0, skipped: 3 })).toBe('12 passed, 0 failed, 3 skipped');
});
