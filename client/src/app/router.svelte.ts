import { createSubscriber } from 'svelte/reactivity';
import { readRoute } from './routes.ts';
import type { Route } from './routes.ts';

/** Where this window is; follows the browser's own back and forward. */
class Router {
	#announce = (): void => {};
	readonly #follow = createSubscriber((update) => {
		this.#announce = update;
		addEventListener('popstate', update);
		return () => removeEventListener('popstate', update);
	});

	get route(): Route {
		this.#follow();
		return readRoute(location);
	}

	/** Goes to a page; `replace` leaves no entry to come back to. */
	go(path: string, { replace = false } = {}): void {
		history[replace ? 'replaceState' : 'pushState'](null, '', path);
		scrollTo(0, 0);
		this.#announce();
	}

	/** Turns a click on a link to one of our own pages into a change of page without a new load. */
	readonly followLink = (event: MouseEvent): void => {
		if (event.defaultPrevented || event.button !== 0) return;
		if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
		const link = event.target instanceof Element ? event.target.closest('a') : null;
		if (!link || link.target !== '' || link.hasAttribute('download')) return;
		const address = new URL(link.href);
		if (address.origin !== location.origin || readRoute(address).page === 'unknown') return;
		event.preventDefault();
		this.go(address.pathname + address.search);
	};
}

/** The one router of the window. */
export const router = new Router();
