import type { Photo, PhotoList } from '@renkei/shared/protocol/photos-api.ts';
import { photoText } from '../../i18n/messages/photos.ts';
import type { PhotoServer } from './ask-photos.ts';
import type { preparePhoto } from './prepare-photo.ts';

/** The photos of a board as this screen knows them, and what is under way with them. */
export class PhotoDesk {
	readonly #server: PhotoServer;
	readonly #prepare: typeof preparePhoto;
	#list = $state.raw<PhotoList | null>(null);
	#chosen = $state.raw<string | null>(null);
	#sending = $state.raw<{ readonly done: number; readonly of: number } | null>(null);
	/** What could not be done, one sentence each. */
	problems = $state.raw<readonly string[]>([]);
	/** What has been done, for those who hear the page. */
	news = $state.raw('');

	constructor(server: PhotoServer, prepare: typeof preparePhoto) {
		this.#server = server;
		this.#prepare = prepare;
	}

	get photos(): readonly Photo[] {
		return this.#list?.photos ?? [];
	}

	get isLoaded(): boolean {
		return this.#list !== null;
	}

	get most(): number {
		return this.#list?.most ?? 0;
	}

	get mayAdd(): boolean {
		return this.#list?.mayAdd ?? false;
	}

	/** The photo that is looked at: the one chosen, else the newest. */
	get current(): Photo | null {
		return this.photos.find(({ id }) => id === this.#chosen) ?? this.photos.at(-1) ?? null;
	}

	/** How much of what was chosen has been sent, 0 to 1; null while nothing is. */
	get share(): number | null {
		return this.#sending && this.#sending.done / this.#sending.of;
	}

	choose(id: string): void {
		this.#chosen = id;
	}

	address({ id }: Photo): string {
		return this.#server.address(id);
	}

	/** Asks what there is now; quietly, when nobody asked for it. */
	async refresh(isQuiet = false): Promise<void> {
		const asked = await this.#server.list();
		if (asked.ok) {
			if (!this.#list) this.problems = [];
			this.#list = asked.value;
		} else if (!isQuiet) this.problems = [asked.sentence];
	}

	/** Makes small upright pictures of the files and sends them one after the other. */
	async add(files: readonly File[]): Promise<void> {
		if (this.#sending || files.length === 0) return;
		const problems: string[] = [];
		let count = 0;
		for (const [done, file] of files.entries()) {
			this.#sending = { done, of: files.length };
			const sentence = await this.#addOne(file);
			if (sentence === null) count += 1;
			else problems.push(photoText.refused(file.name, sentence));
		}
		this.#sending = null;
		this.problems = problems;
		this.news = count > 0 ? photoText.added(count) : '';
		await this.refresh(true);
	}

	async #addOne(file: File): Promise<string | null> {
		const prepared = await this.#prepare(file);
		if ('refusal' in prepared) return photoText[prepared.refusal]();
		const asked = await this.#server.add(prepared.photo);
		if (!asked.ok) return asked.sentence;
		this.#chosen = asked.value.id;
		return null;
	}

	/** Takes a photo away for good. */
	async remove({ id }: Photo): Promise<void> {
		const asked = await this.#server.remove(id);
		this.problems = asked.ok ? [] : [asked.sentence];
		this.news = asked.ok ? photoText.removed() : '';
		await this.refresh(true);
	}
}
