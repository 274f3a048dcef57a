import { stepIds } from '@renkei/shared/method/ids.ts';
import { templates } from '@renkei/shared/method/templates/index.ts';
import { expect, test } from 'vitest';
import { findExamples } from './find-examples.ts';

test('a board about end of life sees the worked case of end of life first', () => {
	const [first] = findExamples(templates, 'cause', 'endOfLife');
	expect(first?.id).toBe('i-city-mitori');
	expect(first?.cards.every(({ type }) => type === 'cause')).toBe(true);
	expect(first?.cards.length).toBeGreaterThanOrEqual(7);
});

test('every step in which people write something new has an example of the manual', () => {
	const bare = stepIds.filter((step) => findExamples(templates, step, null).length === 0);
	expect(bare).toEqual(['review']);
});
