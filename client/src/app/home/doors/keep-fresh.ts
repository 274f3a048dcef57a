/** Numbers of people at a door: fresh enough to walk over to a table that has lost somebody. */
const everyMs = 10_000;

/** Reads something now and again and again while the page is in sight; returns how to stop. */
export function keepFresh(read: () => void): () => void {
	const readInSight = (): void => {
		if (document.visibilityState === 'visible') read();
	};
	read();
	const timer = setInterval(readInSight, everyMs);
	document.addEventListener('visibilitychange', readInSight);
	return () => {
		clearInterval(timer);
		document.removeEventListener('visibilitychange', readInSight);
	};
}
