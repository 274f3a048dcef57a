/** What is wrong with a text that should be JSON; `expected` names the signs that could have stood there. */
export type JsonFault =
	| { readonly kind: 'expected'; readonly expected: string; readonly at: number }
	| { readonly kind: 'notJson' | 'tooDeep'; readonly at: number }
	| { readonly kind: 'keyTwice' | 'forbiddenKey'; readonly key: string; readonly at: number };

/** Where each value begins, and each key, by its path as JSON (`["steps","cause"]`). */
export interface JsonPlaces {
	readonly values: ReadonlyMap<string, number>;
	readonly keys: ReadonlyMap<string, number>;
}

/** Deeper than any pack; a reader that calls itself must not be led down for ever. */
const mostDepth = 12;

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const space = /[ \t\r\n]*/y;
const stringToken = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const plainToken = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;

/** Reads JSON for where things stand in it, or finds the first place where it is none. */
export function findJsonPlaces(text: string): JsonPlaces | JsonFault {
	const reader = new PlaceReader(text);
	try {
		reader.read();
		return reader;
	} catch (fault) {
		if (fault instanceof FoundFault) return fault.fault;
		throw fault;
	}
}

class FoundFault extends Error {
	readonly fault: JsonFault;

	constructor(fault: JsonFault) {
		super(fault.kind);
		this.fault = fault;
	}
}

class PlaceReader implements JsonPlaces {
	readonly values = new Map<string, number>();
	readonly keys = new Map<string, number>();
	readonly #text: string;
	#at = 0;
	/** Where what was read last ended: a forgotten comma is missing there, not on the line of what follows. */
	#end = 0;

	constructor(text: string) {
		this.#text = text;
	}

	read(): void {
		this.#value([]);
		this.#skip();
		if (this.#at < this.#text.length) this.#fail('notJson');
	}

	#value(path: readonly (string | number)[]): void {
		this.#skip();
		if (path.length > mostDepth) this.#fail('tooDeep');
		this.values.set(JSON.stringify(path), this.#at);
		if (this.#takes('{')) this.#members(path);
		else if (this.#takes('[')) this.#entries(path);
		else if (this.#token(stringToken) === null && this.#token(plainToken) === null)
			this.#fail('notJson');
	}

	#members(path: readonly (string | number)[]): void {
		this.#skip();
		if (this.#takes('}')) return;
		do {
			this.#skip();
			const at = this.#at;
			const token = this.#token(stringToken);
			if (token === null) return this.#expect('"');
			const key = JSON.parse(token) as string;
			if (forbiddenKeys.has(key)) throw new FoundFault({ kind: 'forbiddenKey', key, at });
			const place = JSON.stringify([...path, key]);
			if (this.keys.has(place)) throw new FoundFault({ kind: 'keyTwice', key, at });
			this.keys.set(place, at);
			this.#skip();
			if (!this.#takes(':')) return this.#expect(':');
			this.#value([...path, key]);
			this.#skip();
		} while (this.#takes(','));
		if (!this.#takes('}')) this.#expect(', }', this.#end);
	}

	#entries(path: readonly (string | number)[]): void {
		this.#skip();
		if (this.#takes(']')) return;
		let index = 0;
		do {
			this.#value([...path, index]);
			index += 1;
			this.#skip();
		} while (this.#takes(','));
		if (!this.#takes(']')) this.#expect(', ]', this.#end);
	}

	#skip(): void {
		this.#end = this.#at;
		this.#token(space);
	}

	#takes(sign: string): boolean {
		if (this.#text[this.#at] !== sign) return false;
		this.#at += 1;
		return true;
	}

	#token(pattern: RegExp): string | null {
		pattern.lastIndex = this.#at;
		const found = pattern.exec(this.#text)?.[0] ?? null;
		if (found !== null) this.#at += found.length;
		return found;
	}

	#fail(kind: 'notJson' | 'tooDeep'): never {
		throw new FoundFault({ kind, at: this.#at });
	}

	#expect(expected: string, at = this.#at): never {
		throw new FoundFault({ kind: 'expected', expected, at });
	}
}
