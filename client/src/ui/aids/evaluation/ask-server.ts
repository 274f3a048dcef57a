import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import type { EarlierCard } from '@renkei/shared/method/evaluation/compare-versions.ts';
import { apiRoutes } from '@renkei/shared/protocol/api-routes.ts';
import { problemSchema } from '@renkei/shared/protocol/problem.ts';
import type { NextBoard } from '@renkei/shared/protocol/library-api.ts';
import { locale } from '../../../i18n/locale.svelte.ts';
import { appText } from '../../../i18n/messages/app.ts';
import { revisionText } from '../../../i18n/messages/evaluation.ts';

/** What came of a question: the answer, or a sentence that says why there is none. */
export type Asked<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly sentence: string };

/** A key for one intended board: asked again after a lost answer, the server makes nothing twice. */
export function newKey(): string {
	// randomUUID is missing where the page came without TLS, as in many offices.
	const bytes = crypto.getRandomValues(new Uint8Array(15));
	return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Makes the 見直し版 of a board and answers with its id. */
export async function makeRevisedBoard(boardId: string, key: string): Promise<Asked<string>> {
	const { method, path, answer } = apiRoutes.nextBoard;
	const wanted: NextBoard = { key, take: 'review' };
	const asked = await ask(method, path.replace(':boardId', boardId), wanted);
	if (!asked.ok) return asked;
	const read = answer.safeParse(asked.value);
	return read.success ? { ok: true, value: read.data.boardId } : unexpected();
}

/** The cards of the board before this one, as they are now. */
export async function readEarlierCards(boardId: string): Promise<Asked<readonly EarlierCard[]>> {
	const { method, path, answer } = apiRoutes.readBoard;
	const asked = await ask(method, path.replace(':boardId', boardId));
	if (!asked.ok) return asked;
	const read = answer.safeParse(asked.value);
	if (!read.success) return unexpected();
	const { cards } = read.data;
	return {
		ok: true,
		value: cards
			.filter(({ type }) => cardTypeIds.includes(type))
			.map(({ id, type, text }) => ({ id, type, text }))
	};
}

async function ask(method: string, path: string, body?: unknown): Promise<Asked<unknown>> {
	let response: Response;
	let answer: unknown;
	try {
		response = await fetch(path, {
			method,
			credentials: 'same-origin',
			cache: 'no-store',
			headers: {
				accept: 'application/json',
				'accept-language': locale.current,
				...(body === undefined ? {} : { 'content-type': 'application/json' })
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
		answer = await response.json();
	} catch {
		return { ok: false, sentence: appText.notConnected() };
	}
	if (response.ok) return { ok: true, value: answer };
	const problem = problemSchema.safeParse(answer);
	if (!problem.success) return unexpected();
	const isRole = problem.data.code === 'forbidden';
	return { ok: false, sentence: isRole ? revisionText.notAllowed() : problem.data.detail };
}

function unexpected(): { ok: false; sentence: string } {
	return { ok: false, sentence: appText.unexpectedAnswer() };
}
