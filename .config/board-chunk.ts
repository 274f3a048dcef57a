import type { Rolldown } from 'vite';

type Graph = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>;

const entry = '/app/main.ts';
const frame = '/app/App.svelte';
const boardPage = '/app/board/BoardPage.svelte';
/** The form for ideas, and what is its own: what else it needs is small, and scattered it would be larger. */
const ideaPage = '/app/idea/IdeaPage.svelte';
const ofIdeas = /\/app\/idea\/|\/messages\/idea/;
const openBoard = '/app/board/OpenBoardView.svelte';
const canvas = '/app/board/CanvasView.svelte';
/** Pages at a desk, from which a board is opened next, and the screen of a room: what they share with it comes with its file. */
const deskPages = /\/app\/(?:(?:home|library|projector|wall)\/|SignInPage)/;

/**
 * Puts what is needed together into one file, for cut into dozens it compresses badly: `frame`, around every page;
 * `pages`, what the pages of phones share with a board, so that people join quickly; and `board`, the rest of what a
 * board's page needs at once.
 */
export function boardChunk(root: string): (id: string, graph: Graph) => string | null {
	let chunks: ReadonlyMap<string, string> | null = null;
	return (id, graph) => {
		chunks ??= chunksOfModules(graph, `${root}client/src`);
		return chunks.get(id) ?? null;
	};
}

function chunksOfModules(graph: Graph, sources: string): ReadonlyMap<string, string> {
	const pages = viewsOf(graph, sources + frame);
	const phones = reach(
		graph,
		pages.filter((page) => !page.endsWith(boardPage) && !deskPages.test(page))
	);
	const views = viewsOf(graph, sources + openBoard).filter((view) => !view.endsWith(canvas));
	const onOtherViews = reach(graph, views);
	const board = reach(graph, [sources + boardPage]);
	for (const id of reach(graph, [sources + canvas])) if (onOtherViews.has(id)) board.add(id);
	// The page itself stays what it is: board.html finds its files by it.
	board.delete(sources + boardPage);

	const chunks = new Map<string, string>();
	for (const id of board) chunks.set(id, phones.has(id) ? 'pages' : 'board');
	for (const id of reach(graph, [sources + ideaPage]))
		if (!ofIdeas.test(id)) chunks.set(id, 'pages');
	for (const id of reach(graph, [sources + entry])) chunks.set(id, 'frame');
	return chunks;
}

/** The modules that this one loads only later. */
function viewsOf(graph: Graph, id: string): readonly string[] {
	const info = graph.getModuleInfo(id);
	if (!info) throw new Error(`The build has no module ${id}.`);
	return info.dynamicallyImportedIds;
}

/** The modules named and all that they import at once. */
function reach(graph: Graph, from: readonly string[]): Set<string> {
	const found = new Set<string>();
	const visit = (id: string): void => {
		if (found.has(id)) return;
		found.add(id);
		for (const other of graph.getModuleInfo(id)?.importedIds ?? []) visit(other);
	};
	for (const id of from) visit(id);
	return found;
}
