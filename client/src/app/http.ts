import { apiRoutes } from '@renkei/shared/protocol/api-routes.ts';
import type { ApiRoute, ApiRouteName } from '@renkei/shared/protocol/api-routes.ts';
import { problemSchema } from '@renkei/shared/protocol/http-api.ts';
import type { Join, NewWorkshop, WorkshopState } from '@renkei/shared/protocol/http-api.ts';
import type {
	CarryCauses,
	LibrarySearch,
	NewCase,
	NextBoard,
	PutCauses
} from '@renkei/shared/protocol/library-api.ts';
import type { z } from 'zod';
import { locale } from '../i18n/locale.svelte.ts';
import { appText } from '../i18n/messages/app.ts';

/** Why a request came to nothing: a stable code to act on and a sentence to show. */
export interface Refusal {
	readonly code: string;
	readonly sentence: string;
}

/** What a request came to; a refusal is an ordinary answer and not an exception. */
export type Answer<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** The routes that answer with data; files come by the address alone. */
type DataRouteName = {
	[Name in ApiRouteName]: (typeof apiRoutes)[Name]['answer'] extends z.ZodType ? Name : never;
}[ApiRouteName];
type AnswerTo<Name extends DataRouteName> =
	(typeof apiRoutes)[Name]['answer'] extends z.ZodType<infer Value> ? Value : never;

interface Sending {
	/** Fills the `:name` places of the route's path. */
	readonly params?: Readonly<Record<string, string>>;
	/** Sent as JSON, a Blob as the field `file` of a form. */
	readonly body?: unknown;
	readonly fetchIt?: typeof fetch;
}

/** Asks the server and judges its answer by the table of routes. */
export async function request<Name extends DataRouteName>(
	name: Name,
	{ params = {}, body, fetchIt = fetch }: Sending = {}
): Promise<Answer<AnswerTo<Name>>> {
	const route: ApiRoute = apiRoutes[name];
	const path = route.path.replace(/:(\w+)/g, (_, key: string) =>
		encodeURIComponent(params[key] ?? '')
	);
	let response: Response;
	let answer: unknown;
	try {
		response = await fetchIt(path, {
			method: route.method,
			credentials: 'same-origin',
			cache: 'no-store',
			...payload(body)
		});
		answer = parsed(await response.text());
	} catch {
		return refused('notConnected', appText.notConnected());
	}
	if (!response.ok) {
		const problem = problemSchema.safeParse(answer);
		return problem.success
			? refused(problem.data.code, problem.data.detail)
			: refused('internal', appText.unexpectedAnswer());
	}
	// `DataRouteName` leaves out the routes whose answer is the word "file".
	const value = (route.answer as z.ZodType<AnswerTo<Name>>).safeParse(answer);
	return value.success
		? { ok: true, value: value.data }
		: refused('internal', appText.unexpectedAnswer());
}

function payload(body: unknown): Pick<RequestInit, 'headers' | 'body'> {
	const headers = { accept: 'application/json', 'accept-language': locale.current };
	if (body === undefined) return { headers };
	if (body instanceof Blob) {
		const form = new FormData();
		form.append('file', body);
		return { headers, body: form };
	}
	return {
		headers: { ...headers, 'content-type': 'application/json' },
		body: JSON.stringify(body)
	};
}

function refused(code: string, sentence: string): { ok: false; refusal: Refusal } {
	return { ok: false, refusal: { code, sentence } };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Every request this program makes of its server. */
export const api = {
	me: () => request('me'),
	signIn: (passphrase: string) => request('signIn', { body: { passphrase } }),
	signInByLink: (linkSecret: string) => request('signIn', { body: { linkSecret } }),
	signOut: () => request('signOut'),
	workshops: () => request('listWorkshops'),
	workshop: (workshopId: string) => request('readWorkshop', { params: { workshopId } }),
	packs: () => request('listPacks'),
	createWorkshop: (workshop: NewWorkshop) => request('createWorkshop', { body: workshop }),
	changeWorkshop: (workshopId: string, change: { readonly state: WorkshopState }) =>
		request('changeWorkshop', { params: { workshopId }, body: change }),
	deleteWorkshop: (workshopId: string) => request('deleteWorkshop', { params: { workshopId } }),
	importBoard: (workshopId: string, file: Blob) =>
		request('importBoard', { params: { workshopId }, body: file }),
	importWorkshop: (file: Blob) => request('importWorkshop', { body: file }),
	joinTarget: (code: string) => request('lookUpCode', { params: { code } }),
	join: (join: Join) => request('join', { body: join }),
	board: (boardId: string) => request('openBoard', { params: { boardId } }),
	nextBoard: (boardId: string, next: NextBoard) =>
		request('nextBoard', { params: { boardId }, body: next }),
	createCase: (wanted: NewCase) => request('createCase', { body: wanted }),
	cases: () => request('listCases'),
	putCauses: (group: PutCauses) => request('putCauses', { body: group }),
	releaseCauses: (members: PutCauses['members']) => request('releaseCauses', { body: { members } }),
	renameCauseGroup: (groupId: string, title: string) =>
		request('renameCauseGroup', { params: { groupId }, body: { title } }),
	removeCauseGroup: (groupId: string) => request('removeCauseGroup', { params: { groupId } }),
	carryCauses: (groupId: string, wish: CarryCauses) =>
		request('carryCauses', { params: { groupId }, body: wish }),
	searchLibrary: (search: LibrarySearch) => request('searchLibrary', { body: search }),
	chain: (boardId: string, cardId: string) => request('readChain', { params: { boardId, cardId } })
};
