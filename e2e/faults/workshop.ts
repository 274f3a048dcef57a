import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** The cookies of one browser against a running server. */
export class Browser {
	readonly #url: string;
	readonly #cookies = new Map<string, string>();

	constructor(url: string) {
		this.#url = url;
	}

	/** Sends a request as a page of the server does and returns the JSON it answers with. */
	async send<Answer>(method: string, path: string, body?: object): Promise<Answer> {
		const response = await fetch(this.#url + path, {
			method,
			headers: {
				origin: this.#url,
				cookie: this.#header,
				...(body === undefined ? {} : { 'content-type': 'application/json' })
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
		for (const line of response.headers.getSetCookie()) {
			const [pair = ''] = line.split(';');
			const at = pair.indexOf('=');
			this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
		}
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		// The caller knows what this route answers.
		return (text === '' ? undefined : JSON.parse(text)) as Answer;
	}

	/** Opens a board with the unmodified client of y-websocket. */
	open(boardId: string, epoch: number, doc = new Y.Doc()): WebsocketProvider {
		const headers = { cookie: this.#header };
		class SignedInSocket extends WebSocket {
			constructor(address: string | URL, protocols?: string | string[]) {
				super(address, protocols, { headers });
			}
		}
		const address = `${this.#url.replace('http', 'ws')}/sync`;
		const provider = new WebsocketProvider(address, `${boardId}.${epoch}`, doc, {
			disableBc: true,
			maxBackoffTime: 400,
			// The same interface as a browser's, as far as y-websocket uses it.
			WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket
		});
		for (const type of [100, 101, 102]) provider.messageHandlers[type] ??= () => {};
		return provider;
	}

	get #header(): string {
		return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}
}

/** A workshop with one table on a running server, and its codes. */
export interface OpenWorkshop {
	readonly boardId: string;
	readonly joinCode: string;
}

/** Signs in as staff and makes an open workshop. */
export async function makeWorkshop(url: string, passphrase: string): Promise<OpenWorkshop> {
	const staff = new Browser(url);
	await staff.send('POST', '/api/staff/sign-in', { passphrase });
	const { id, joinCode, boards } = await staff.send<{
		id: string;
		joinCode: string;
		boards: { id: string }[];
	}>('POST', '/api/workshops', {
		key: `key${Date.now()}`,
		name: '研修会',
		scene: 'endOfLife',
		tables: 1,
		start: 'blank'
	});
	await staff.send('PATCH', `/api/workshops/${id}`, { state: 'open' });
	return { boardId: boards[0]?.id ?? '', joinCode };
}

/** A browser that has joined at table 1. */
export async function joinWorkshop(url: string, code: string): Promise<Browser> {
	const browser = new Browser(url);
	await browser.send('POST', '/api/join', { code, profession: 'visitingNurse', table: 1 });
	return browser;
}
