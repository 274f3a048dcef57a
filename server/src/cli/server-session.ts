import { fileWord } from '@renkei/shared/exports/file-name.ts';
import { apiRoutes } from '@renkei/shared/protocol/api-routes.ts';
import type { ExportFormatId } from '@renkei/shared/method/export-ids.ts';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { ExportQuery } from '@renkei/shared/protocol/exports-api.ts';
import { problemSchema } from '@renkei/shared/protocol/problem.ts';
import { isProblemCode, problems } from '../http/problems.ts';
import { CommandFailure, wrongUsage } from './command-failure.ts';
import type { WrittenFile } from './save-file.ts';

/** A signed-in staff member at a running server. */
export interface ServerSession {
	readonly listWorkshops: () => Promise<readonly Workshop[]>;
	readonly exportBoard: (
		boardId: string,
		format: ExportFormatId,
		query: ExportQuery
	) => Promise<WrittenFile>;
	readonly signOut: () => Promise<void>;
}

/** The largest boards take seconds; a server that does not answer at all must not hold up a script for ever. */
const answerWithinMs = 120_000;

/** The address of the server by the environment. */
export function serverUrl(env: Readonly<Record<string, string | undefined>>): URL {
	const given = env['RENKEI_URL'] ?? 'http://localhost:3000';
	const url = URL.canParse(given) ? new URL(given) : null;
	if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/') return url;
	throw new CommandFailure(
		`RENKEI_URL の「${given}」はアドレスではありません。`,
		`RENKEI_URL is no address: ${given}.`,
		wrongUsage
	);
}

/** Signs in; throws a sentence when the server is not there or does not know the passphrase. */
export async function openSession(server: URL, passphrase: string): Promise<ServerSession> {
	let cookie = '';
	const send = async (method: string, path: string, body?: object): Promise<Response> => {
		let response: Response;
		try {
			response = await fetch(new URL(path, server), {
				method,
				// A passphrase goes to this address and no other.
				redirect: 'error',
				signal: AbortSignal.timeout(answerWithinMs),
				headers: {
					'accept-language': 'ja',
					...(cookie === '' ? {} : { cookie }),
					...(body === undefined ? {} : { 'content-type': 'application/json' })
				},
				...(body === undefined ? {} : { body: JSON.stringify(body) })
			});
		} catch {
			throw new CommandFailure(
				`${server.origin} のサーバーにつながりません。動いているか、RENKEI_URL を確かめてください。`,
				`The server at ${server.origin} cannot be reached; check that it runs, and RENKEI_URL.`
			);
		}
		if (response.ok) return response;
		throw refusalOf(await response.json().catch(() => null), response.status);
	};

	const { signIn, signOut, listWorkshops, exportBoard } = apiRoutes;
	const signedIn = await send(signIn.method, signIn.path, { passphrase });
	cookie = signedIn.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');

	return {
		listWorkshops: async () => {
			const answer: unknown = await (await send('GET', listWorkshops.path)).json();
			const read = listWorkshops.answer.safeParse(answer);
			if (read.success) return read.data.workshops;
			throw refusalOf(null, 200);
		},
		exportBoard: async (boardId, format, query) => {
			const path = exportBoard.path.replace(':boardId', boardId).replace(':format', format);
			const choices = new URLSearchParams(query as Record<string, string>);
			const response = await send('GET', `${path}?${choices.toString()}`);
			const missing = response.headers.get('x-missing-characters') ?? '';
			return {
				name: nameIn(response.headers.get('content-disposition')) ?? `board.${format}`,
				bytes: new Uint8Array(await response.arrayBuffer()),
				missingCharacters: Array.from(decodeURIComponent(missing))
			};
		},
		signOut: async () => {
			await send(signOut.method, signOut.path);
		}
	};
}

function refusalOf(answer: unknown, status: number): CommandFailure {
	const problem = problemSchema.safeParse(answer);
	if (!problem.success)
		return new CommandFailure(
			`サーバーの答えを読み取れませんでした（${status}）。連携ボードのアドレスか確かめてください。`,
			`The answer of the server could not be read (${status}); check that it is a Renkei Board.`
		);
	const { code, detail } = problem.data;
	return new CommandFailure(detail, isProblemCode(code) ? problems[code].en : problem.data.title);
}

/** The name a server gave its file, without anything that could lead out of the folder. */
function nameIn(disposition: string | null): string | null {
	const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '') ?? [];
	if (encoded === undefined) return null;
	try {
		return fileWord(decodeURIComponent(encoded));
	} catch {
		return null;
	}
}
