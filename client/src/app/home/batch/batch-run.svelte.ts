import { bundleFiles } from '@renkei/shared/exports/file-bundle.ts';
import type { BundledFile } from '@renkei/shared/exports/file-bundle.ts';
import type { ExportFormatId } from '@renkei/shared/method/export-ids.ts';
import type { Suspect } from '@renkei/shared/method/find-personal-data.ts';
import type { ExportQuery } from '@renkei/shared/protocol/exports-api.ts';
import { fetchBoardFile, lookForSuspects } from './fetch-board.ts';

/** A board to take along, and what it is called here: its table or its scene. */
export interface BatchBoard {
	readonly id: string;
	readonly name: string;
}

/** A board that could not be written, and why. */
export interface BatchFailure {
	readonly name: string;
	readonly sentence: string;
}

/** Where the batch stands. */
export type BatchStage =
	| { readonly kind: 'idle' }
	| { readonly kind: 'running'; readonly name: string; readonly done: number; readonly of: number }
	| { readonly kind: 'stopped' }
	/** `name` is null when not one board could be written. */
	| {
			readonly kind: 'done';
			readonly name: string | null;
			readonly failures: readonly BatchFailure[];
	  };

/** What a batch needs of the world, so that a test can stand in for it. */
interface BatchWorld {
	readonly fetchFile: typeof fetchBoardFile;
	readonly look: typeof lookForSuspects;
	readonly save: (bytes: Uint8Array, name: string) => void;
}

/** Several boards into one zip: written by the server one after another, put together here. */
export class BatchRun {
	readonly boards: readonly BatchBoard[];
	readonly #world: BatchWorld;
	#stage = $state.raw<BatchStage>({ kind: 'idle' });
	#looked = $state.raw<ReadonlyMap<string, readonly Suspect[] | null>>(new Map());
	#looking: AbortController | null = null;
	#running: AbortController | null = null;

	constructor(boards: readonly BatchBoard[], world: BatchWorld = browserWorld) {
		this.boards = boards;
		this.#world = world;
	}

	get stage(): BatchStage {
		return this.#stage;
	}

	/** What looks like personal data on the boards looked through so far; null for one that could not be read. */
	get looked(): ReadonlyMap<string, readonly Suspect[] | null> {
		return this.#looked;
	}

	/** Looks through every board for personal data. */
	async look(): Promise<void> {
		const { signal } = (this.#looking = new AbortController());
		try {
			for (const { id } of this.boards) {
				const suspects = await this.#world.look(id, signal);
				this.#looked = new Map([...this.#looked, [id, suspects]]);
			}
		} catch (cause) {
			if (!signal.aborted) throw cause;
		}
	}

	/** Has every board written and hands over the zip; one that fails is named, and the others still come. */
	async start(
		format: ExportFormatId,
		query: ExportQuery & { readonly date: string },
		name: string
	): Promise<void> {
		this.#running?.abort();
		const { signal } = (this.#running = new AbortController());
		const files: BundledFile[] = [];
		const failures: BatchFailure[] = [];
		try {
			for (const [done, board] of this.boards.entries()) {
				this.#stage = { kind: 'running', name: board.name, done, of: this.boards.length };
				const file = await this.#world.fetchFile(board.id, format, query, signal);
				if (signal.aborted) return;
				if (file.ok) files.push(file);
				else failures.push({ name: board.name, sentence: file.sentence });
			}
		} catch (cause) {
			if (signal.aborted) return;
			throw cause;
		}
		if (files.length > 0) this.#world.save(bundleFiles(files, query.date), name);
		this.#stage = { kind: 'done', name: files.length > 0 ? name : null, failures };
	}

	/** やめる: what was fetched so far is thrown away. */
	stop(): void {
		this.#running?.abort();
		this.#stage = { kind: 'stopped' };
	}

	/** The dialog is gone: nothing more is asked of the server. */
	dispose(): void {
		this.#looking?.abort();
		this.#running?.abort();
	}
}

const browserWorld: BatchWorld = {
	fetchFile: fetchBoardFile,
	look: lookForSuspects,
	save: (bytes, name) => {
		const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/zip' }));
		const link = document.createElement('a');
		link.href = url;
		link.download = name;
		link.click();
		// Safari reads the address only after the click has been handled.
		setTimeout(() => URL.revokeObjectURL(url), 60_000);
	}
};
