import type { BoardAccess } from '@renkei/shared/protocol/board-access.ts';
import type { Join } from '@renkei/shared/protocol/http-api.ts';
import type { Browser, BrowserContext } from 'playwright-core';
import type { App } from './app.ts';
import { join, takeCookies } from './people.ts';

/** A person at a board with a browser of their own. */
export interface Seat {
	readonly context: BrowserContext;
	readonly access: BoardAccess;
	/** The address of the board page. */
	readonly address: string;
	/** Pulls the cable of the board's line, or plugs it back; the pages themselves still load. */
	readonly setCut: (isCut: boolean) => void;
}

/** Who sits down, and whether at a tablet instead of a computer. */
type Seating = Partial<Omit<Join, 'code'>> & { readonly screen?: { readonly isTouch: boolean } };

/** Joins with a code and gives the person a browser that is signed in. */
export async function takeSeat(
	browser: Browser,
	app: App,
	code: string,
	{ screen, ...who }: Seating = {}
): Promise<Seat> {
	const { visitor, access } = await join(app, code, who);
	const context = await browser.newContext({
		...(screen?.isTouch
			? { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true }
			: { viewport: { width: 1440, height: 900 } }),
		locale: 'ja-JP'
	});
	await takeCookies(context, app.url, visitor);
	let isCut = false;
	await context.routeWebSocket(/\/sync\//, (socket) => {
		if (isCut) {
			void socket.close({ code: 1001 });
			return;
		}
		const server = socket.connectToServer();
		// A pulled cable closes nothing: what is sent simply never arrives.
		socket.onMessage((message) => {
			if (!isCut) server.send(message);
		});
		server.onMessage((message) => {
			if (!isCut) socket.send(message);
		});
	});
	return {
		context,
		access,
		address: `${app.url}/board/${access.id}`,
		setCut: (cut) => {
			isCut = cut;
		}
	};
}
