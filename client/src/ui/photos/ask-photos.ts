import type { ApiRoute } from '@renkei/shared/protocol/api-route.ts';
import { apiRoutes } from '@renkei/shared/protocol/api-routes.ts';
import type { Photo, PhotoList } from '@renkei/shared/protocol/photos-api.ts';
import { problemSchema } from '@renkei/shared/protocol/problem.ts';
import { locale } from '../../i18n/locale.svelte.ts';
import { appText } from '../../i18n/messages/app.ts';
import { photoText } from '../../i18n/messages/photos.ts';

/** What came of a question: the answer, or a sentence that says why there is none. */
export type Asked<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly sentence: string };

/** The photos of one board, asked of the server. */
export interface PhotoServer {
	readonly list: () => Promise<Asked<PhotoList>>;
	readonly add: (photo: Blob) => Promise<Asked<Photo>>;
	readonly remove: (photoId: string) => Promise<Asked<unknown>>;
	/** Where the picture itself is. */
	readonly address: (photoId: string) => string;
}

/** Asks this page's own server. */
export function photoServer(boardId: string): PhotoServer {
	return {
		list: async () => await ask(apiRoutes.listPhotos, { boardId }),
		add: async (photo) => {
			const form = new FormData();
			form.append('file', photo, 'photo.jpg');
			return await ask(apiRoutes.addPhoto, { boardId }, form);
		},
		remove: async (photoId) => await ask(apiRoutes.removePhoto, { boardId, photoId }),
		address: (photoId) => pathOf(apiRoutes.readPhoto, { boardId, photoId })
	};
}

function pathOf(
	{ path }: Pick<ApiRoute, 'path'>,
	params: Readonly<Record<string, string>>
): string {
	return path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
}

/** A route that answers with data. */
interface DataRoute<T> extends Pick<ApiRoute, 'method' | 'path'> {
	readonly answer: {
		safeParse(
			value: unknown
		): { readonly success: true; readonly data: T } | { readonly success: false };
	};
}

async function ask<T>(
	route: DataRoute<T>,
	params: Readonly<Record<string, string>>,
	body?: FormData
): Promise<Asked<T>> {
	let response: Response;
	let answer: unknown;
	try {
		response = await fetch(pathOf(route, params), {
			method: route.method,
			credentials: 'same-origin',
			cache: 'no-store',
			headers: { accept: 'application/json', 'accept-language': locale.current },
			...(body ? { body } : {})
		});
		answer = await response.json();
	} catch {
		return { ok: false, sentence: photoText.offline() };
	}
	if (!response.ok) {
		const problem = problemSchema.safeParse(answer);
		const sentence = problem.success ? problem.data.detail : appText.unexpectedAnswer();
		return { ok: false, sentence };
	}
	const read = route.answer.safeParse(answer);
	return read.success
		? { ok: true, value: read.data }
		: { ok: false, sentence: appText.unexpectedAnswer() };
}
