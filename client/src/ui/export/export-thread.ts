import type { ExportedFile, ExportOptions } from '@renkei/shared/exports/export-format.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import type { ExportFormatId } from '@renkei/shared/method/export-ids.ts';
import type { CardTypeWords, Method } from '@renkei/shared/method/packs/method.ts';
import type { FontWish, FromThread, ToThread } from './export-messages.ts';

interface Job {
	readonly format: ExportFormatId;
	readonly board: Board;
	readonly options: ExportOptions;
	readonly resolve: (file: ExportedFile) => void;
	readonly reject: (reason: Error) => void;
}

/** Writes files in a thread of its own, so that nobody's typing waits; where there can be no thread, on the page itself. */
export class ExportThread {
	#worker: Worker | null = null;
	#cannotStart = false;
	#lastId = 0;
	readonly #jobs = new Map<number, Job>();
	readonly #onceReady: (() => void)[] = [];
	#isReady = false;

	/** Starts the thread; resolves once it has everything it may need, so that the line may be cut. */
	async prepare(): Promise<void> {
		this.#start();
		if (this.#isReady) return;
		await new Promise<void>((resolve) => this.#onceReady.push(resolve));
	}

	#start(): void {
		if (this.#worker || this.#cannotStart) return;
		try {
			const worker = new Worker(new URL('./export-worker.ts', import.meta.url), {
				type: 'module'
			});
			worker.onmessage = ({ data }: MessageEvent<FromThread>) => this.#hear(worker, data);
			worker.onerror = () => this.#lose(worker);
			this.#worker = worker;
		} catch {
			this.#cannotStart = true;
		}
	}

	/** Rejects when the file could not be written, or `stop` came first. */
	async write(format: ExportFormatId, board: Board, options: ExportOptions): Promise<ExportedFile> {
		this.#start();
		const worker = this.#worker;
		if (!worker) return await exportFormats[format].write(board, options);
		const id = (this.#lastId += 1);
		return await new Promise((resolve, reject) => {
			this.#jobs.set(id, { format, board, options, resolve, reject });
			const { fonts: _fonts, canvas: _canvas, method, ...chosen } = options;
			tell(worker, {
				kind: 'write',
				id,
				format,
				board,
				options: { ...chosen, ...(method ? { method: wordsOnly(method) } : {}) }
			});
		});
	}

	/** Ends what is being written; the next file starts a new thread. */
	stop(): void {
		this.#worker?.terminate();
		this.#worker = null;
		for (const { reject } of this.#jobs.values()) reject(new Error('stopped'));
		this.#jobs.clear();
	}

	#hear(worker: Worker, message: FromThread): void {
		if (worker !== this.#worker) return;
		if (message.kind === 'ready') {
			this.#isReady = true;
			for (const resolve of this.#onceReady.splice(0)) resolve();
			return;
		}
		if (message.kind === 'fonts') {
			void this.#giveFonts(worker, message.wish);
			return;
		}
		const job = this.#jobs.get(message.id);
		this.#jobs.delete(message.id);
		if (message.kind === 'done') job?.resolve(message.file);
		else if (job && message.canTryOnPage) writeHere(job);
		else job?.reject(new Error('failed'));
	}

	/** The thread did not start, or broke: what it owes is written here instead. */
	#lose(worker: Worker): void {
		if (worker !== this.#worker) return;
		worker.terminate();
		this.#worker = null;
		this.#cannotStart = true;
		for (const job of this.#jobs.values()) writeHere(job);
		this.#jobs.clear();
	}

	async #giveFonts(worker: Worker, wish: FontWish): Promise<void> {
		const [job] = this.#jobs.values();
		let files: readonly Uint8Array[] | null = null;
		try {
			const fonts = await job?.options.fonts();
			if (fonts)
				files = wish === 'sheet' ? [fonts.regular, fonts.bold] : [await fonts.second(wish)];
		} catch {
			files = null;
		}
		tell(worker, { kind: 'fonts', wish, files });
	}
}

function writeHere({ format, board, options, resolve, reject }: Job): void {
	exportFormats[format].write(board, options).then(resolve, reject);
}

function tell(worker: Worker, message: ToThread): void {
	worker.postMessage(message);
}

/** The words of a method alone: its schemas are functions, which cannot go to another thread. */
export function wordsOnly(method: Method): Method {
	const words = cardTypeIds.map((id): [string, CardTypeWords] => {
		const { mark, label, fields } = method.cardTypes[id];
		const labels = Object.entries(fields).map(([key, field]) => [key, { label: field.label }]);
		return [id, { mark, label, fields: Object.fromEntries(labels) }];
	});
	return { ...method, cardTypes: Object.fromEntries(words) as Method['cardTypes'] };
}
