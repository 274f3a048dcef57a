import * as z from 'zod/mini';
import type { Card, CardId } from '@renkei/shared/method/card.ts';
import type { ExportFormatId } from '@renkei/shared/method/export-ids.ts';
import type { Suspect } from '@renkei/shared/method/find-personal-data.ts';
import { findPersonalData } from '@renkei/shared/method/find-personal-data.ts';
import { apiRoutes } from '@renkei/shared/protocol/api-routes.ts';
import type { ExportQuery } from '@renkei/shared/protocol/exports-api.ts';
import { problemSchema } from '@renkei/shared/protocol/problem.ts';
import { locale } from '../../../i18n/locale.svelte.ts';
import { appText } from '../../../i18n/messages/app.ts';

/** A file of a board as the server wrote it, or a sentence that says why there is none. */
export type FetchedFile =
	| { readonly ok: true; readonly name: string; readonly bytes: Uint8Array }
	| { readonly ok: false; readonly sentence: string };

/** Has the server write one board; rejects only when it was called off. */
export async function fetchBoardFile(
	boardId: string,
	format: ExportFormatId,
	query: ExportQuery,
	signal: AbortSignal
): Promise<FetchedFile> {
	const path = apiRoutes.exportBoard.path.replace(':boardId', boardId).replace(':format', format);
	const choices = new URLSearchParams(query as Record<string, string>).toString();
	try {
		const response = await patientFetch(`${path}?${choices}`, signal);
		if (!response.ok) return { ok: false, sentence: await sentenceOf(response) };
		const name = nameIn(response.headers.get('content-disposition')) ?? `board.${format}`;
		return { ok: true, name, bytes: new Uint8Array(await response.arrayBuffer()) };
	} catch (cause) {
		if (signal.aborted) throw cause;
		return { ok: false, sentence: appText.notConnected() };
	}
}

const snapshotSchema = z.object({ cards: z.array(z.looseObject({ id: z.string() })) });

/** What on a board looks like personal data; null when it could not be read. Rejects only when it was called off. */
export async function lookForSuspects(
	boardId: string,
	signal: AbortSignal
): Promise<readonly Suspect[] | null> {
	try {
		// Not the file of the board: reading it is no export and must not be remembered as one.
		const path = apiRoutes.readBoard.path.replace(':boardId', boardId);
		const response = await patientFetch(path, signal);
		if (!response.ok) return null;
		const { cards } = snapshotSchema.parse(await response.json());
		// The server's own cards, each of a type it knows.
		const byId = new Map(cards.map((card) => [card.id as CardId, card as unknown as Card]));
		return findPersonalData({ cards: byId });
	} catch (cause) {
		if (signal.aborted) throw cause;
		return null;
	}
}

/** Asks again when a busy room made the server say "later". */
async function patientFetch(path: string, signal: AbortSignal): Promise<Response> {
	for (;;) {
		const response = await fetch(path, {
			credentials: 'same-origin',
			cache: 'no-store',
			signal,
			headers: { 'accept-language': locale.current }
		});
		const waitSeconds = Number(response.headers.get('retry-after'));
		if (response.status !== 429 || !(waitSeconds > 0 && waitSeconds <= 60)) return response;
		await pause(waitSeconds * 1000, signal);
	}
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const stop = (): void => {
			clearTimeout(timer);
			reject(new DOMException('called off', 'AbortError'));
		};
		const timer = setTimeout(() => {
			signal.removeEventListener('abort', stop);
			resolve();
		}, ms);
		signal.addEventListener('abort', stop, { once: true });
	});
}

async function sentenceOf(response: Response): Promise<string> {
	try {
		return problemSchema.parse(await response.json()).detail;
	} catch {
		return appText.unexpectedAnswer();
	}
}

function nameIn(disposition: string | null): string | null {
	const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '') ?? [];
	try {
		return encoded === undefined ? null : decodeURIComponent(encoded);
	} catch {
		return null;
	}
}
