import type { BoardKind } from './board.ts';
import type { StepId, ZoneId } from './ids.ts';
import { stepIds, zoneIds } from './ids.ts';
import type { Lanes } from './lanes.ts';

/** The steps and the zones a board of each kind is about: 図表4-2 asks for vision, case and measures, a 事例ボード stops at the measure. */
export const boardKinds = {
	full: { steps: stepIds, zones: zoneIds },
	purpose: {
		steps: ['vision', 'currentState', 'measure'],
		zones: ['themeVision', 'fact', 'measure']
	},
	case: {
		steps: ['currentState', 'theme', 'cause', 'measure'],
		zones: ['themeVision', 'fact', 'cause', 'rootCause', 'measure']
	}
} as const satisfies Record<
	BoardKind,
	{ readonly steps: readonly StepId[]; readonly zones: readonly ZoneId[] }
>;

/** The zones to show: those of the kind, and any other that holds a card. */
export function shownZones(kind: BoardKind, lanes: Lanes): readonly ZoneId[] {
	const own: readonly ZoneId[] = boardKinds[kind].zones;
	return zoneIds.filter((zone) => own.includes(zone) || lanes[zone].length > 0);
}
