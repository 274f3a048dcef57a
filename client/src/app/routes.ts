/** A page of the program, as its address names it. */
export type Route =
	| { readonly page: 'home' }
	| { readonly page: 'cases' }
	| { readonly page: 'library' }
	| { readonly page: 'signIn' }
	| { readonly page: 'join'; readonly code: string; readonly table: number | null }
	| { readonly page: 'projector'; readonly code: string; readonly table: number | null }
	| { readonly page: 'workshop'; readonly id: string }
	| { readonly page: 'wall'; readonly id: string }
	| { readonly page: 'board'; readonly id: string }
	| { readonly page: 'idea'; readonly id: string }
	| { readonly page: 'unknown' };

/** The page an address leads to; anything unknown is a page of its own that says so. */
export function readRoute(address: { readonly pathname: string; readonly search: string }): Route {
	const [first = '', second = '', ...rest] = address.pathname.split('/').filter(Boolean);
	if (rest.length > 0) return { page: 'unknown' };
	if (first === '') return { page: 'home' };
	if (first === 'sign-in' && second === '') return { page: 'signIn' };
	if (first === 'cases' && second === '') return { page: 'cases' };
	if (first === 'library' && second === '') return { page: 'library' };
	if (first === 'join') {
		const table = Number(new URLSearchParams(address.search).get('table'));
		return {
			page: 'join',
			code: /^[0-9]{6}$/.test(second) ? second : '',
			table: Number.isInteger(table) && table >= 1 && table <= 15 ? table : null
		};
	}
	if (first === 'p' && /^[0-9]{6}$/.test(second)) {
		const table = Number(new URLSearchParams(address.search).get('table'));
		return {
			page: 'projector',
			code: second,
			table: Number.isInteger(table) && table >= 1 ? table : null
		};
	}
	if (/^[A-Za-z0-9_-]{1,40}$/.test(second)) {
		if (first === 'workshops') return { page: 'workshop', id: second };
		if (first === 'wall') return { page: 'wall', id: second };
		if (first === 'board') return { page: 'board', id: second };
		if (first === 'i') return { page: 'idea', id: second };
	}
	return { page: 'unknown' };
}

/** The address of a page. */
export const paths = {
	home: '/',
	cases: '/cases',
	library: '/library',
	join: (code = '') => (code === '' ? '/join' : `/join/${code}`),
	workshop: (id: string) => `/workshops/${id}`,
	wall: (id: string) => `/wall/${id}`,
	projector: (code: string, table: number | null = null) =>
		`/p/${code}${table === null ? '' : `?table=${table}`}`,
	board: (id: string) => `/board/${id}`,
	idea: (boardId: string) => `/i/${boardId}`
} as const;
