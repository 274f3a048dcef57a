/** Every tip; the order is that in which they are told. */
export const tipIds = ['undo', 'ime', 'whole', 'twoFingers', 'longPress', 'doublePress'] as const;
export type TipId = (typeof tipIds)[number];

/** What decides whether a tip would help now. */
export interface TipMoment {
	readonly hasFinger: boolean;
	/** The board is seen as a picture, not as a list. */
	readonly isPicture: boolean;
	readonly canWrite: boolean;
	/** This person has done something on the board already. */
	readonly hasWorked: boolean;
}

const fits: Readonly<Record<TipId, (moment: TipMoment) => boolean>> = {
	undo: ({ canWrite, hasWorked }) => canWrite && hasWorked,
	ime: ({ canWrite, hasFinger, hasWorked }) => canWrite && hasWorked && !hasFinger,
	whole: ({ isPicture }) => isPicture,
	twoFingers: ({ isPicture, hasFinger }) => isPicture && hasFinger,
	longPress: ({ isPicture, hasFinger, canWrite }) => isPicture && hasFinger && canWrite,
	doublePress: ({ isPicture, hasFinger, canWrite }) => isPicture && !hasFinger && canWrite
};

const storageKey = 'renkei.tips';
const mostTimes = 2;

/** Which tips this device has been told already, and which comes next. */
export class TipJar {
	readonly #storage: Pick<Storage, 'getItem' | 'setItem'> | null;
	readonly #told: Map<TipId, number>;

	constructor(storage: Pick<Storage, 'getItem' | 'setItem'> | null) {
		this.#storage = storage;
		this.#told = remembered(storage);
	}

	/** The next tip that would help now: those told least come first. Null when there is none. */
	next(moment: TipMoment): TipId | null {
		const left = tipIds.filter((id) => fits[id](moment) && this.#timesOf(id) < mostTimes);
		return left.sort((a, b) => this.#timesOf(a) - this.#timesOf(b))[0] ?? null;
	}

	/** Remembers that a tip has been told once more. */
	tell(id: TipId): void {
		this.#told.set(id, this.#timesOf(id) + 1);
		this.#keep();
	}

	/** わかりました: this one is never told again. */
	forgo(id: TipId): void {
		this.#told.set(id, mostTimes);
		this.#keep();
	}

	#timesOf(id: TipId): number {
		return this.#told.get(id) ?? 0;
	}

	#keep(): void {
		try {
			this.#storage?.setItem(storageKey, JSON.stringify(Object.fromEntries(this.#told)));
		} catch {
			// Storage may be blocked by policy; what was told then counts until the page is left.
		}
	}
}

function remembered(storage: Pick<Storage, 'getItem'> | null): Map<TipId, number> {
	const told = new Map<TipId, number>();
	try {
		const stored: unknown = JSON.parse(storage?.getItem(storageKey) ?? '{}');
		if (typeof stored !== 'object' || stored === null) return told;
		for (const id of tipIds) {
			const times: unknown = Reflect.get(stored, id);
			if (typeof times === 'number' && times > 0) told.set(id, times);
		}
	} catch {
		// What nobody can read was never told.
	}
	return told;
}
