import { defaultPackId } from '@renkei/shared/method/board.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import { getContext, setContext } from 'svelte';

/** What a board's words are fetched with. */
export interface MethodSource {
	/** Null when nobody has this pack. */
	readonly load: (packId: string) => Promise<Method | null>;
	readonly missing: () => void;
}

/** The words the open board speaks: the manual's own until the board's pack has come, and where it is nowhere. */
export class MethodWords {
	#current = $state.raw(defaultMethod);
	#isComing = $state.raw(false);
	#wanted = defaultPackId;
	readonly #source: MethodSource;

	constructor(source: MethodSource) {
		this.#source = source;
	}

	get current(): Method {
		return this.#current;
	}

	/** True while other words than the current ones are on their way. */
	get isComing(): boolean {
		return this.#isComing;
	}

	follow(packId: string): void {
		if (packId === this.#wanted) return;
		this.#wanted = packId;
		this.#isComing = packId !== defaultPackId;
		if (packId === defaultPackId) this.#current = defaultMethod;
		else void this.#fetch(packId);
	}

	async #fetch(packId: string): Promise<void> {
		const method = await this.#source.load(packId).catch(() => null);
		if (packId !== this.#wanted) return;
		this.#isComing = false;
		this.#current = method ?? defaultMethod;
		if (!method) this.#source.missing();
	}
}

const key = Symbol('method');

/** Lets what is drawn below a board's page speak its words, also where it knows nothing of boards. */
export function offerMethod(read: () => Method): void {
	setContext(key, read);
}

/** The words of the page around a component, the manual's own on pages of no board. */
export function methodHere(): () => Method {
	return getContext<(() => Method) | undefined>(key) ?? (() => defaultMethod);
}
