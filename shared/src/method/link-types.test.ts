import { describe, expect, test } from 'vitest';
import { cardTypeIds } from './ids.ts';
import { linkKindOf, linkKinds, linkKindsBetween } from './link-types.ts';

describe('link types', () => {
	test('every pair of card types has at least one kind, and each kind has a look', () => {
		for (const from of cardTypeIds)
			for (const to of cardTypeIds)
				for (const kind of linkKindsBetween(from, to))
					expect(linkKinds[kind].phrase.ja, `${from} → ${to}`).not.toBe('');
	});

	test('a measure may hang on any cause, an outcome may go straight to its source', () => {
		expect(linkKindsBetween('cause', 'measure')).toEqual(['causeMeasure']);
		expect(linkKindsBetween('outcome', 'source')).toEqual(['outcomeSource']);
	});

	test('a pair the method does not know is allowed and called unusual', () => {
		expect(linkKindsBetween('source', 'theme')).toEqual(['unusual']);
	});

	test('a stored kind counts only while both cards still allow it', () => {
		expect(linkKindOf('cause', 'cause', 'writtenFrom')).toBe('writtenFrom');
		expect(linkKindOf('cause', 'measure', 'writtenFrom')).toBe('causeMeasure');
	});
});
