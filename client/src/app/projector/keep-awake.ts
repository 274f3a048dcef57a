/** Keeps the screen from going dark where the browser can; gives back how to let it. */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | null = null;
	let isOver = false;
	const ask = async (): Promise<void> => {
		if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
		try {
			// Missing in older browsers and on plain HTTP.
			lock = (await (navigator as Partial<Navigator>).wakeLock?.request('screen')) ?? null;
		} catch {
			// Low battery or a policy: the screen then follows the settings of its PC.
		}
		if (isOver) void lock?.release();
	};
	const again = (): void => void ask();
	// The browser takes the lock away whenever the page is hidden.
	document.addEventListener('visibilitychange', again);
	again();
	return () => {
		isOver = true;
		document.removeEventListener('visibilitychange', again);
		void lock?.release();
	};
}
