import { problemSchema } from '@renkei/shared/protocol/problem.ts';
import type { Desk, SentIdea } from '@renkei/shared/protocol/ideas-api.ts';
import { deskClockHeader, ideaRoutes } from '@renkei/shared/protocol/ideas-api.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { LeadRefusal } from '@renkei/shared/facilitation/aid.ts';
import { locale } from '../../i18n/locale.svelte.ts';
import type { Sending } from '../ask.ts';
import { ask } from '../ask.ts';
import type { Sent } from './idea-queue.svelte.ts';

type LedRoute = (typeof ideaRoutes)['sendIdea' | 'changeIdea' | 'withdrawIdea' | 'askAid'];

/** A line that says nothing for so long is none, ms. */
const answerWithinMs = 8000;

/** What came of looking at the desk once. */
export type DeskAnswer =
	| {
			readonly kind: 'news';
			readonly desk: Desk;
			readonly etag: string;
			readonly serverNow: number;
	  }
	/** Nothing has changed. */
	| { readonly kind: 'same'; readonly serverNow: number }
	/** Whoever asks may not look, or there is nothing to look at. */
	| { readonly kind: 'refused'; readonly sentence: string }
	| { readonly kind: 'unreachable' };

/** The refusals that another look will not change. */
const lasting: ReadonlySet<string> = new Set(['notSignedIn', 'forbidden', 'notFound']);

/** `fetch` that gives up: phones keep dead lines open for minutes. */
async function fetchSoon(path: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
	const stop = new AbortController();
	const timer = setTimeout(() => stop.abort(), answerWithinMs);
	try {
		return await fetch(path, { ...init, signal: stop.signal });
	} finally {
		clearTimeout(timer);
	}
}

/** What became of something asked for; `noLine` when nothing was heard of it. */
export type Asked = LeadRefusal | 'noLine' | null;

/** What the form asks of the server. */
export const ideasApi = {
	/** Looks at the desk; `etag` is that of the last news, empty at first. */
	async readDesk(boardId: string, etag: string): Promise<DeskAnswer> {
		const path = ideaRoutes.readDesk.path.replace(':boardId', encodeURIComponent(boardId));
		try {
			const response = await fetchSoon(path, {
				credentials: 'same-origin',
				cache: 'no-store',
				headers: {
					accept: 'application/json',
					'accept-language': locale.current,
					...(etag === '' ? {} : { 'if-none-match': etag })
				}
			});
			const serverNow = Number(response.headers.get(deskClockHeader));
			if (response.status === 304) return { kind: 'same', serverNow };
			const body: unknown = await response.json();
			if (!response.ok) {
				const problem = problemSchema.safeParse(body);
				return problem.success && lasting.has(problem.data.code)
					? { kind: 'refused', sentence: problem.data.detail }
					: { kind: 'unreachable' };
			}
			const desk = ideaRoutes.readDesk.answer.safeParse(body);
			if (!desk.success) return { kind: 'unreachable' };
			return { kind: 'news', desk: desk.data, etag: response.headers.get('etag') ?? '', serverNow };
		} catch {
			return { kind: 'unreachable' };
		}
	},

	async send(boardId: string, body: SentIdea): Promise<Sent> {
		const refused = await askLed(ideaRoutes.sendIdea, { params: { boardId }, body });
		if (refused === null) return 'taken';
		if (refused === 'noLine') return refused;
		return refused === 'notKept' ? 'later' : { refused };
	},

	/** Rewrites one's own idea that has arrived. */
	change: (boardId: string, ideaId: CardId, body: Pick<SentIdea, 'type' | 'text'>) =>
		askLed(ideaRoutes.changeIdea, { params: { boardId, ideaId }, body }),

	/** Takes back one's own idea that has arrived. */
	withdraw: (boardId: string, ideaId: CardId) =>
		askLed(ideaRoutes.withdrawIdea, { params: { boardId, ideaId } }),

	/** Asks something of an aid for oneself. */
	askAid: (boardId: string, aid: string, command: object) =>
		askLed(ideaRoutes.askAid, { params: { boardId }, body: { aid, command } })
};

/** Refusals that say nothing of the idea itself, such as too many at once, leave it as it was: not kept. */
async function askLed(route: LedRoute, sending: Sending): Promise<Asked> {
	const answer = await ask(route, { ...sending, fetchIt: fetchSoon });
	if (answer.ok) return answer.value.refused;
	const { code } = answer.refusal;
	if (code === 'notConnected') return 'noLine';
	return code === 'badRequest' ? 'malformed' : 'notKept';
}
