import { tmpdir } from 'node:os';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { AppParts } from './app.ts';
import { createApp } from './app.ts';
import { createLinkSecret } from './auth/one-time-link.ts';
import { prepareAccess } from './auth/prepare.ts';
import { readConfig } from './config.ts';
import { relays } from './relay/index.ts';
import type { RevokeNotice } from './relay/relay.ts';
import { storages } from './storage/index.ts';
import type { Storage } from './storage/storage.ts';

/** The passphrase of every driven app. */
export const passphrase = 'かえで さくら みなと';

/** An app in this process for tests, with a storage in memory and a clock that stands still. */
export interface DrivenApp {
	readonly app: FastifyInstance;
	readonly storage: Storage;
	/** Every line of the log so far. */
	readonly logged: () => string;
	/** What the rooms were told. */
	readonly notices: readonly RevokeNotice[];
	readonly clock: { now: number };
	readonly linkSecret: () => Promise<string>;
	/** A browser without cookies. */
	readonly visitor: () => Visitor;
	/** A browser signed in as staff. */
	readonly staff: () => Promise<Visitor>;
	readonly close: () => Promise<void>;
}

/** One browser: keeps cookies, says which page its requests come from. */
export class Visitor {
	readonly cookies = new Map<string, string>();
	readonly #app: FastifyInstance;

	constructor(app: FastifyInstance) {
		this.#app = app;
	}

	/** Sends a request as a page of this site does; `headers` may say otherwise. */
	async send(
		method: NonNullable<InjectOptions['method']>,
		url: string,
		body?: object,
		headers: Record<string, string> = {}
	): Promise<LightMyRequestResponse> {
		const response = await this.#app.inject({
			method,
			url,
			headers: { host: 'board.test', origin: 'http://board.test', ...headers },
			cookies: Object.fromEntries(this.cookies),
			...(body === undefined ? {} : { payload: body })
		});
		for (const { name, value } of response.cookies) {
			if (value === '') this.cookies.delete(name);
			else this.cookies.set(name, value);
		}
		return response;
	}
}

/** Starts an app with these settings; close it when the test is over. */
export async function driveApp(
	env: Readonly<Record<string, string>> = {},
	parts: Partial<AppParts> & { readonly storage?: Storage } = {}
): Promise<DrivenApp> {
	const settings = readConfig({
		STAFF_PASSPHRASE: passphrase,
		DATA_DIR: tmpdir(),
		LOG_LEVEL: 'trace',
		...env
	});
	if (!settings.ok) throw new Error(settings.sentence);
	const { config } = settings;
	const storage = parts.storage ?? storages.memory();
	const relay = relays.local();
	const notices: RevokeNotice[] = [];
	relay.onRevoke((notice) => notices.push(notice));
	const clock = { now: Date.UTC(2026, 10, 22) };
	const lines: string[] = [];
	const app = await createApp(config, storage, relay, {
		access: await prepareAccess(config, storage.catalogue),
		clientFolder: '/nowhere',
		version: '1.2.3',
		log: { write: (line) => void lines.push(line) },
		now: () => clock.now,
		...parts
	});
	await app.ready();
	const visitor = (): Visitor => new Visitor(app);
	return {
		app,
		storage,
		logged: () => lines.join(''),
		notices,
		clock,
		linkSecret: async () => await createLinkSecret(storage.catalogue, clock.now),
		visitor,
		staff: async () => {
			const staff = visitor();
			const response = await staff.send('POST', '/api/staff/sign-in', { passphrase });
			if (response.statusCode !== 200) throw new Error(response.body);
			return staff;
		},
		close: async () => {
			await app.close();
			await relay.close();
			await storage.close();
		}
	};
}
