import type { BoardAccess } from '@renkei/shared/protocol/board-access.ts';
import type { Join, NewWorkshop, Workshop } from '@renkei/shared/protocol/http-api.ts';
import { boardAccessSchema } from '@renkei/shared/protocol/board-access.ts';
import { joinedSchema, workshopSchema } from '@renkei/shared/protocol/http-api.ts';
import type { BrowserContext } from 'playwright-core';
import type { App } from './app.ts';

/** Somebody signed in without a browser: the cookie to send, and requests made with it. */
export interface Visitor {
	readonly cookie: () => string;
	readonly ask: (method: string, path: string, body?: unknown) => Promise<Response>;
}

/** A visitor nobody knows yet; cookies the server sets are kept. */
function newVisitor(app: Pick<App, 'url'>): Visitor {
	const jar = new Map<string, string>();
	const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
	return {
		cookie,
		ask: async (method, path, body) => {
			const answer = await fetch(app.url + path, {
				method,
				headers: {
					origin: app.url,
					cookie: cookie(),
					...(body === undefined ? {} : { 'content-type': 'application/json' })
				},
				...(body === undefined ? {} : { body: JSON.stringify(body) })
			});
			for (const line of answer.headers.getSetCookie()) {
				const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
				if (name !== undefined && value !== undefined) jar.set(name, value);
			}
			return answer;
		}
	};
}

/** Staff, signed in with the passphrase the app was started with. */
export async function signInStaff(app: App): Promise<Visitor> {
	const staff = newVisitor(app);
	await must(staff.ask('POST', '/api/staff/sign-in', { passphrase: app.passphrase }));
	return staff;
}

/** A workshop of one table on an empty board, opened for participants, unless told otherwise. */
export async function createWorkshop(
	staff: Visitor,
	wanted: Partial<NewWorkshop> = {}
): Promise<Workshop> {
	const answer = await must(
		staff.ask('POST', '/api/workshops', {
			key: `k${Math.random().toString(36).slice(2)}`,
			name: '看取り 多職種研修',
			scene: 'endOfLife',
			municipality: 'I市',
			tables: 1,
			start: 'blank',
			...wanted
		})
	);
	const { id } = workshopSchema.parse(await answer.json());
	const opened = await must(staff.ask('PATCH', `/api/workshops/${id}`, { state: 'open' }));
	return workshopSchema.parse(await opened.json());
}

/** Joins with a code as a new person and reads what the board page would read. */
export async function join(
	app: App,
	code: string,
	who: Partial<Omit<Join, 'code'>> = {}
): Promise<{ readonly visitor: Visitor; readonly access: BoardAccess }> {
	const visitor = newVisitor(app);
	const answer = await must(
		visitor.ask('POST', '/api/join', { code, profession: 'visitingNurse', table: 1, ...who })
	);
	const { boardId } = joinedSchema.parse(await answer.json());
	const access = await must(visitor.ask('GET', `/api/boards/${boardId}`));
	return { visitor, access: boardAccessSchema.parse(await access.json()) };
}

/** Lets a browser go on as this visitor. */
export async function takeCookies(
	context: BrowserContext,
	url: string,
	visitor: Visitor
): Promise<void> {
	const cookies = visitor.cookie().split('; ');
	await context.addCookies(
		cookies.map((cookie) => {
			const cut = cookie.indexOf('=');
			return { name: cookie.slice(0, cut), value: cookie.slice(cut + 1), url };
		})
	);
}

/** The address of a board's WebSocket. */
export function syncUrl(app: App, access: Pick<BoardAccess, 'id' | 'epoch'>): string {
	return `${app.url.replace('http', 'ws')}/sync/${access.id}.${access.epoch}`;
}

async function must(asked: Promise<Response>): Promise<Response> {
	const answer = await asked;
	if (!answer.ok) throw new Error(`${answer.status} ${answer.url}: ${await answer.text()}`);
	return answer;
}
