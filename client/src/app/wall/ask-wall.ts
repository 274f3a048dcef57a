import { problemSchema } from '@renkei/shared/protocol/problem.ts';
import type { Wall } from '@renkei/shared/protocol/wall-api.ts';
import { serverNowHeader, wallRoutes } from '@renkei/shared/protocol/wall-api.ts';
import { locale } from '../../i18n/locale.svelte.ts';

/** What came of looking at the wall once. */
export type WallAnswer =
	| {
			readonly kind: 'news';
			readonly wall: Wall;
			readonly etag: string;
			readonly serverNow: number;
	  }
	/** Nothing has changed. */
	| { readonly kind: 'same'; readonly serverNow: number }
	/** Whoever asks may not look, or there is nothing to look at; the sentence is for them. */
	| { readonly kind: 'refused'; readonly sentence: string }
	| { readonly kind: 'unreachable' };

/** The refusals that another look will not change. */
const lasting: ReadonlySet<string> = new Set(['notSignedIn', 'forbidden', 'notFound']);

/** Looks at the wall; `etag` is that of the last news, empty at first. */
export async function askWall(
	workshopId: string,
	{ etag, signal, fetchIt = fetch }: WallAsking
): Promise<WallAnswer> {
	const path = wallRoutes.readWall.path.replace(':workshopId', encodeURIComponent(workshopId));
	try {
		const response = await fetchIt(path, {
			credentials: 'same-origin',
			cache: 'no-store',
			headers: {
				accept: 'application/json',
				'accept-language': locale.current,
				...(etag === '' ? {} : { 'if-none-match': etag })
			},
			...(signal ? { signal } : {})
		});
		const serverNow = Number(response.headers.get(serverNowHeader));
		if (response.status === 304) return { kind: 'same', serverNow };
		const body: unknown = await response.json();
		if (response.ok) {
			const wall = wallRoutes.readWall.answer.safeParse(body);
			if (!wall.success) return { kind: 'unreachable' };
			const tag = response.headers.get('etag') ?? '';
			return { kind: 'news', wall: wall.data, etag: tag, serverNow };
		}
		const problem = problemSchema.safeParse(body);
		return problem.success && lasting.has(problem.data.code)
			? { kind: 'refused', sentence: problem.data.detail }
			: { kind: 'unreachable' };
	} catch {
		return { kind: 'unreachable' };
	}
}

interface WallAsking {
	readonly etag: string;
	readonly signal?: AbortSignal;
	readonly fetchIt?: typeof fetch;
}
