import type * as Y from 'yjs';

/** The name of one independently written field: root, record and key. */
export function fieldName(root: string, record: string, key: string): string {
	return `${root}/${record}/${key}`;
}

/**
 * Remembers when others last wrote which field, so that an older step of our own leaves it alone for good, even
 * after we wrote there again: what lay between was theirs.
 */
export class FieldClaims {
	#moment = 0;
	readonly #foreign = new Map<string, number>();

	/** A moment later than everything noted so far. */
	now(): number {
		return ++this.#moment;
	}

	/** Whether nobody else has written the field (or into the record, by its `fieldName` without key) since. */
	isFreeSince(name: string, moment: number): boolean {
		return (this.#foreign.get(name) ?? 0) <= moment;
	}

	/** Notes what a transaction of somebody else visibly wrote. */
	noteForeign(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
		const moment = this.now();
		for (const event of events) {
			const root = rootNameOf(event);
			const [record] = event.path;
			if (record === undefined) {
				for (const key of event.changes.keys.keys()) {
					this.#foreign.set(fieldName(root, '', key), moment);
					this.#foreign.set(fieldName(root, key, ''), moment);
				}
				continue;
			}
			this.#foreign.set(fieldName(root, String(record), ''), moment);
			if (event.path.length === 1)
				for (const key of event.changes.keys.keys())
					this.#foreign.set(fieldName(root, String(record), key), moment);
		}
	}
}

/** The name of the shared root below which an event happened. */
export function rootNameOf(event: Y.YEvent<Y.AbstractType<unknown>>): string {
	const { currentTarget } = event;
	for (const [name, type] of currentTarget.doc?.share ?? [])
		if (type === currentTarget) return name;
	return '';
}
