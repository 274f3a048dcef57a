const prefix = 'renkei.vision-asked.';

/** Where storage is blocked by policy, the page remembers until it is left. */
const asked = new Set<string>();

const keyOf = (board: string, participant: string): string => `${prefix}${board}.${participant}`;

/** Whether this person has answered on this board whether to talk about the vision first. */
export function wasVisionAsked(board: string, participant: string): boolean {
	const key = keyOf(board, participant);
	try {
		return asked.has(key) || localStorage.getItem(key) !== null;
	} catch {
		return asked.has(key);
	}
}

/** Remembers that this person has answered, whichever way. */
export function noteVisionAsked(board: string, participant: string): void {
	const key = keyOf(board, participant);
	asked.add(key);
	try {
		localStorage.setItem(key, '1');
	} catch {
		// Remembered above.
	}
}
