import type { Rolldown } from 'vite';

type Graph = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>;

const boardPage = '/app/board/BoardPage.svelte';
/** Pages at a desk, from which a board is opened next, and the screen of a room: what they share with it comes with its file. */
const deskPages = /\/app\/(?:home|library|projector)\//;
/** The frame around every page; the pages it loads are its dynamic imports. */
const frame = '/app/App.svelte';

/**
 * Puts what a board's page needs at once into one file: shared with the views that come later, it would be cut into
 * dozens, and small files compress badly. What the pages of phones need stays apart, so that people join quickly.
 */
export function boardChunk(root: string): (id: string, graph: Graph) => string | null {
	let own: ReadonlySet<string> | null = null;
	return (id, graph) => {
		own ??= modulesOfBoard(graph, root);
		return own.has(id) ? 'board' : null;
	};
}

function modulesOfBoard(graph: Graph, root: string): ReadonlySet<string> {
	const app = `${root}client/src${frame}`;
	const info = graph.getModuleInfo(app);
	if (!info) throw new Error(`The build has no module ${app}.`);
	const others = new Set<string>();
	reach(graph, app, others);
	for (const page of info.dynamicallyImportedIds)
		if (!page.endsWith(boardPage) && !deskPages.test(page)) reach(graph, page, others);
	const board = new Set<string>();
	for (const page of info.dynamicallyImportedIds)
		if (page.endsWith(boardPage)) reach(graph, page, board);
	// The page itself stays what it is: board.html finds its files by it.
	return new Set([...board].filter((id) => !others.has(id) && !id.endsWith(boardPage)));
}

function reach(graph: Graph, from: string, found: Set<string>): void {
	if (found.has(from)) return;
	found.add(from);
	for (const id of graph.getModuleInfo(from)?.importedIds ?? []) reach(graph, id, found);
}
