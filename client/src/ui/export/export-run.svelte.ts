import type { ExportFormatId } from '@renkei/shared/method/export-ids.ts';
import { exportFormatIds } from '@renkei/shared/method/export-ids.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import type {
	ExportFormat,
	ExportedFile,
	ExportOptions
} from '@renkei/shared/exports/export-format.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import { ExportThread } from './export-thread.ts';
import { saveFile } from './save-file.ts';
import { openSheetCanvas } from './sheet-canvas.ts';
import { loadSheetFonts } from './sheet-fonts.ts';

/** A run shorter than this shows no bar. */
const barAfterMs = 500;

/** Where an export stands. */
export type ExportStage =
	| { readonly kind: 'idle' }
	/** `share` is 0 to 1, or null while there is nothing to count. */
	| { readonly kind: 'running'; readonly share: number | null; readonly showsBar: boolean }
	| { readonly kind: 'done'; readonly name: string; readonly missing: readonly string[] }
	| { readonly kind: 'failed' };

/** Everything a run needs of the world, so that a test can stand in for it. */
export interface ExportWorld {
	readonly formats: Readonly<Record<ExportFormatId, ExportFormat>>;
	readonly fonts: typeof loadSheetFonts;
	/** Ends a file that is being written. */
	readonly stop: () => void;
	readonly save: (file: ExportedFile, name: string, mediaType: string) => void;
}

/** One export after another from this dialog; a new one or やめる ends the one under way. */
export class ExportRun {
	#stage = $state.raw<ExportStage>({ kind: 'idle' });
	/** The run under way; one that is no longer it has nothing more to say. */
	#current: AbortController | null = null;
	readonly #world: ExportWorld;

	constructor(world: ExportWorld = browserWorld) {
		this.#world = world;
	}

	get stage(): ExportStage {
		return this.#stage;
	}

	get isRunning(): boolean {
		return this.#stage.kind === 'running';
	}

	/** Writes the board in one format and hands the file to the person; whether that came about. */
	async start(
		board: Board,
		id: ExportFormatId,
		name: string,
		options: Omit<ExportOptions, 'fonts' | 'canvas'>
	): Promise<boolean> {
		const format = this.#world.formats[id];
		return await this.#run(name, format.mediaType, async (_, arrived) =>
			format.write(board, {
				...options,
				fonts: () => this.#world.fonts(arrived),
				canvas: openSheetCanvas
			})
		);
	}

	/** The same for a picture that this page paints itself. */
	async startPicture(
		name: string,
		paint: (stop: AbortSignal) => Promise<Uint8Array>
	): Promise<boolean> {
		return await this.#run(name, 'image/png', async (stop) => ({
			bytes: await paint(stop),
			missingCharacters: []
		}));
	}

	async #run(
		name: string,
		mediaType: string,
		write: (stop: AbortSignal, arrived: (share: number) => void) => Promise<ExportedFile>
	): Promise<boolean> {
		this.cancel();
		const run = new AbortController();
		this.#current = run;
		let share: number | null = null;
		let showsBar = false;
		const tell = (): void => {
			if (this.#current === run) this.#stage = { kind: 'running', share, showsBar };
		};
		tell();
		const timer = setTimeout(() => {
			showsBar = true;
			tell();
		}, barAfterMs);
		try {
			const file = await write(run.signal, (arrived) => {
				share = arrived;
				tell();
			});
			if (this.#current !== run) return false;
			const ownName = file.kind ? name.replace(/\.[a-z]+$/, `.${file.kind.extension}`) : name;
			this.#world.save(file, ownName, file.kind?.mediaType ?? mediaType);
			this.#stage = { kind: 'done', name: ownName, missing: file.missingCharacters };
			return true;
		} catch {
			if (this.#current === run) this.#stage = { kind: 'failed' };
			return false;
		} finally {
			clearTimeout(timer);
			if (this.#current === run) this.#current = null;
		}
	}

	/** やめる. */
	cancel(): void {
		if (this.#current) {
			this.#current.abort();
			this.#world.stop();
		}
		this.#current = null;
		this.#stage = { kind: 'idle' };
	}
}

/** The one thread of this page that writes files. */
export const exportThread = new ExportThread();

function inThread(id: ExportFormatId): ExportFormat {
	return {
		...exportFormats[id],
		write: (board, options) => exportThread.write(id, board, options)
	};
}

const browserWorld: ExportWorld = {
	// Built id by id from the list that the type is made of.
	formats: Object.fromEntries(exportFormatIds.map((id) => [id, inThread(id)])) as Readonly<
		Record<ExportFormatId, ExportFormat>
	>,
	stop: () => exportThread.stop(),
	fonts: loadSheetFonts,
	save: ({ bytes }, name, mediaType) => saveFile(bytes, name, mediaType)
};
