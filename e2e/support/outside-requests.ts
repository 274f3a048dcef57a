import type { BrowserContext, Page } from 'playwright-core';

/** Whether a request for this address would leave the app's own origin. */
export function leavesOrigin(address: string, appUrl: string): boolean {
	const to = new URL(address);
	if (['data:', 'blob:', 'about:'].includes(to.protocol)) return false;
	return originOf(to) !== originOf(new URL(appUrl));
}

// A socket to the app is the app: ws and http share host and port but not the word in front.
function originOf(url: URL): string {
	return `${url.protocol.replace(/^ws/, 'http')}//${url.host}`;
}

/**
 * Watches everything a browser context asks for from now on; the list it returns grows with each
 * address outside the app and has to be empty at the end of a test.
 */
export function watchOutsideRequests(context: BrowserContext, appUrl: string): readonly string[] {
	const outside: string[] = [];
	const note = (address: string): void => {
		if (leavesOrigin(address, appUrl)) outside.push(address);
	};
	const watchSockets = (page: Page): void => {
		page.on('websocket', (socket) => note(socket.url()));
	};
	context.on('request', (request) => note(request.url()));
	context.on('page', watchSockets);
	context.pages().forEach(watchSockets);
	return outside;
}
