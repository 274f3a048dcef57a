/** A panel is fetched when it is opened first; after that long nobody expects the cursor any more. */
const longestWaitMs = 3000;

/** Puts the cursor into the field with this label in the panel of a card, as soon as it stands there. */
export function focusField(label: string): void {
	const tryNow = (): boolean => {
		for (const words of document.querySelectorAll('aside label, aside legend')) {
			if (words.textContent?.trim() !== label) continue;
			const control =
				words instanceof HTMLLabelElement
					? words.control
					: words.closest('fieldset')?.querySelector<HTMLElement>('input, button');
			control?.focus();
			if (control && document.activeElement === control) return true;
		}
		return false;
	};
	if (tryNow()) return;
	const observer = new MutationObserver(() => {
		if (tryNow()) stop();
	});
	const timer = setTimeout(() => stop(), longestWaitMs);
	const stop = (): void => {
		observer.disconnect();
		clearTimeout(timer);
	};
	observer.observe(document.body, { childList: true, subtree: true });
}
