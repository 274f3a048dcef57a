/** Every check (気づき) in the order in which they are asked: T theme, S scene, V vision, C causes, M measures, O outcomes, I indicators, P the whole, X from outside the manual. */
export const checkIds = [
	'S1',
	'T1',
	'T2',
	'T3',
	'T4',
	'T5',
	'T6',
	'T7',
	'V1',
	'V2',
	'V3',
	'V4',
	'C1',
	'C2',
	'C3',
	'C4',
	'C5',
	'C6',
	'C7',
	'M1',
	'M2',
	'M3',
	'M4',
	'M5',
	'M6',
	'M7',
	'M8',
	'M9',
	'O1',
	'O2',
	'O3',
	'O4',
	'I1',
	'I2',
	'I3',
	'P1',
	'P2',
	'P3',
	'X1',
	'X2',
	'X3',
	'X4',
	'X5',
	'X6'
] as const;
export type CheckId = (typeof checkIds)[number];

/** Whether a stored name is a check of this program; a later one may know more. */
export function isCheckId(id: string): id is CheckId {
	return (checkIds as readonly string[]).includes(id);
}
