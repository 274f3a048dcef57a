import type { ApiRoute } from '@renkei/shared/protocol/api-route.ts';
import { problemSchema } from '@renkei/shared/protocol/problem.ts';
import type * as z from 'zod/mini';
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

/** What goes with a request. */
export interface Sending {
	/** Fills the `:name` places of the route's path. */
	readonly params?: Readonly<Record<string, string>>;
	/** What stands behind the question mark. */
	readonly query?: Readonly<Record<string, string>>;
	/** Sent as JSON, a Blob as the field `file` of a form. */
	readonly body?: unknown;
	readonly fetchIt?: typeof fetch;
}

/** Asks the server and judges its answer by the route. */
export async function ask<T>(
	route: ApiRoute & { readonly answer: z.ZodMiniType<T> },
	{ params = {}, query, body, fetchIt = fetch }: Sending = {}
): Promise<Answer<T>> {
	const place = route.path.replace(/:(\w+)/g, (_, key: string) =>
		encodeURIComponent(params[key] ?? '')
	);
	const path = query ? `${place}?${new URLSearchParams(query).toString()}` : place;
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
	const value = route.answer.safeParse(answer);
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
