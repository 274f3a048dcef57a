import type { Board } from '@renkei/shared/method/board.ts';

/**
 * データを保存: whatever of a board is on this device, as one file. It needs neither the canvas nor the server: with a
 * board at hand the file can be read in again, without one it holds the local copy's bytes; typed text is in both.
 */
export async function saveDeviceData(boardId: string, board?: Board): Promise<void> {
	const saved = { savedBoard: boardId, drafts: readDrafts(boardId) };
	const content = board
		? { ...(await boardFile(board)), ...saved }
		: { ...saved, localCopies: await readCopies(boardId) };
	const url = URL.createObjectURL(
		new Blob([JSON.stringify(content, null, '\t')], { type: 'application/json' })
	);
	const link = document.createElement('a');
	link.href = url;
	link.download = `renkei-board-${boardId}.json`;
	link.click();
	// Safari reads the address only after the click has been handled.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function boardFile(board: Board): Promise<object> {
	const { writeBoardFile } = await import('@renkei/shared/exports/json.ts');
	const date = new Date().toISOString().slice(0, 10);
	return JSON.parse(new TextDecoder().decode(writeBoardFile(board, { date }).bytes)) as object;
}

function readDrafts(boardId: string): readonly unknown[] {
	try {
		return Object.keys(localStorage)
			.filter((key) => key.startsWith(`renkei.draft.${boardId}.`))
			.map((key) => JSON.parse(localStorage.getItem(key) ?? 'null') as unknown);
	} catch {
		return [];
	}
}

/** The updates of every local copy of the board, as base64 by the copy's name. */
async function readCopies(boardId: string): Promise<Record<string, readonly string[]>> {
	const copies: Record<string, readonly string[]> = {};
	try {
		for (const { name } of await indexedDB.databases())
			if (name?.startsWith(`renkei:${boardId}.`)) copies[name] = await readUpdates(name);
	} catch {
		// A browser that hides its databases leaves the drafts, which are the newest words.
	}
	return copies;
}

function readUpdates(name: string): Promise<readonly string[]> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open(name);
		opening.onerror = () => reject(opening.error ?? new Error(name));
		opening.onsuccess = () => {
			const database = opening.result;
			const reading = database.transaction('updates').objectStore('updates').getAll();
			reading.onerror = () => reject(reading.error ?? new Error(name));
			reading.onsuccess = () => {
				database.close();
				resolve((reading.result as Uint8Array[]).map(base64));
			};
		};
	});
}

function base64(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text);
}
