import type { ExportFormatId, SheetKindId } from '@renkei/shared/method/export-ids.ts';
import {
	maxTellDelayMs,
	tellExportRoute,
	untoldExportSchema
} from '@renkei/shared/protocol/exports-api.ts';
import type { ToldExport, UntoldExport } from '@renkei/shared/protocol/exports-api.ts';

const storageKey = 'renkei.exports-to-tell';
/** More than this was never taken home without a line; the oldest go first. */
const maxKept = 200;

/** What telling needs of the world. */
export interface TellWorld {
	readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
	readonly fetchIt: typeof fetch;
	readonly now: () => number;
}

/** Tells the server what was taken home from this browser, sooner or later; nothing waits for it. */
export class ExportTeller {
	readonly #world: TellWorld;
	#telling: Promise<void> | null = null;

	constructor(world: TellWorld) {
		this.#world = world;
	}

	/** Remembers an export on this device until the server has heard of it. */
	async tell(boardId: string, format: ExportFormatId, sheet: SheetKindId | null): Promise<void> {
		const entry: UntoldExport = { boardId, key: newKey(), format, sheet, at: this.#world.now() };
		this.#keep([...this.#kept(), entry].slice(-maxKept));
		// What is being told started without this one.
		await this.#telling;
		await this.tellAll();
	}

	/** Sends what is still unsent, one after another, until one does not get through. */
	async tellAll(): Promise<void> {
		this.#telling ??= this.#tellEach().finally(() => (this.#telling = null));
		await this.#telling;
	}

	async #tellEach(): Promise<void> {
		for (const entry of this.#kept()) {
			if (!(await this.#isHeard(entry))) return;
			// Read anew: another window may have added to it meanwhile.
			this.#keep(this.#kept().filter(({ key }) => key !== entry.key));
		}
	}

	/** Whether there is nothing more to say of an export: told, or refused for good. */
	async #isHeard({ boardId, at, ...told }: UntoldExport): Promise<boolean> {
		const agoMs = Math.round(Math.min(maxTellDelayMs, Math.max(0, this.#world.now() - at)));
		const body: ToldExport = { ...told, agoMs };
		try {
			const { status } = await this.#world.fetchIt(
				tellExportRoute.path.replace(':boardId', encodeURIComponent(boardId)),
				{
					method: tellExportRoute.method,
					credentials: 'same-origin',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(body)
				}
			);
			// Who is not signed in may be again; a board that is gone does not come back.
			return status < 500 && status !== 401 && status !== 429;
		} catch {
			return false;
		}
	}

	#kept(): readonly UntoldExport[] {
		try {
			const list: unknown = JSON.parse(this.#world.storage.getItem(storageKey) ?? '[]');
			return Array.isArray(list)
				? list.flatMap((entry) => untoldExportSchema.safeParse(entry).data ?? [])
				: [];
		} catch {
			return [];
		}
	}

	#keep(entries: readonly UntoldExport[]): void {
		try {
			if (entries.length === 0) this.#world.storage.removeItem(storageKey);
			else this.#world.storage.setItem(storageKey, JSON.stringify(entries));
		} catch {
			// A browser that keeps nothing: then only what gets through at once is told.
		}
	}
}

function newKey(): string {
	// randomUUID is missing where the page came without TLS, as in many offices.
	const bytes = crypto.getRandomValues(new Uint8Array(15));
	return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
