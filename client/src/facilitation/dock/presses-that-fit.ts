/**
 * How many presses, from the first on, stand side by side in the room there is. A press nobody has measured yet counts
 * as fitting: it is measured before it is painted.
 */
export function pressesThatFit(
	widths: readonly (number | undefined)[],
	room: number,
	gap: number
): number {
	let taken = -gap;
	for (const [index, width] of widths.entries()) {
		taken += gap + (width ?? 0);
		if (taken > room) return index;
	}
	return widths.length;
}
