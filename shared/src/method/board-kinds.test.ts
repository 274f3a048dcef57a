import { expect, test } from 'vitest';
import { boardKinds, shownZones } from './board-kinds.ts';
import { stepIds, zoneIds } from './ids.ts';
import { readLanes } from './lanes.ts';
import { steps } from './steps.ts';
import { iCityMitori } from './templates/i-city-mitori.ts';
import { boardOf } from './worksheet/test-board.ts';

const empty = readLanes(boardOf({ ...iCityMitori, cards: [], links: [] }));
const full = readLanes(boardOf(iCityMitori));

test('a short board shows the zones it is about, and any other that holds a card', () => {
	expect(shownZones('full', empty)).toEqual(zoneIds);
	expect(shownZones('case', empty)).toEqual([
		'themeVision',
		'fact',
		'cause',
		'rootCause',
		'measure'
	]);
	expect(shownZones('purpose', empty)).toEqual(['themeVision', 'fact', 'measure']);
	for (const kind of ['case', 'purpose'] as const) expect(shownZones(kind, full)).toEqual(zoneIds);
});

test('every step of a kind has its zone on the board, in the order of the method', () => {
	for (const { steps: own, zones } of Object.values(boardKinds)) {
		expect([...own].sort((a, b) => stepIds.indexOf(a) - stepIds.indexOf(b))).toEqual(own);
		for (const step of own) expect(zones).toContain(steps[step].zone);
	}
});
