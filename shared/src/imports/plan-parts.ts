import type { PartLists } from '../method/board-changes.ts';
import type { Card } from '../method/card.ts';
import type { PartName, PartWords } from '../method/worksheet/card-list-parts.ts';
import { partNames } from '../method/worksheet/card-list-parts.ts';
import type { ImportedCard } from './imported-table.ts';

/** The lists of an imported card as they are to be written; members that are there keep their ids. */
export function partLists(
	parts: ImportedCard['parts'],
	there: Card | null,
	names: readonly PartName[] = partNames
): PartLists {
	return Object.fromEntries(
		names.flatMap((name) => {
			const members = parts[name];
			return members ? [[name, withIds(name, members, membersOf(there, name))]] : [];
		})
	);
}

type Member = PartWords & { readonly id?: unknown };

function membersOf(card: Card | null, name: PartName): readonly Member[] {
	const values: Readonly<Record<string, unknown>> = { ...card };
	const members = values[name];
	if (!Array.isArray(members)) return [];
	return [...(members as readonly Member[])].sort((a, b) =>
		String(a['order']) < String(b['order']) ? -1 : 1
	);
}

/** A member keeps the id of the one that says the same, else of the one in its place. */
function withIds(
	name: PartName,
	members: readonly PartWords[],
	there: readonly Member[]
): readonly PartWords[] {
	if (name === 'values') return members;
	const first = name === 'roles' ? 'who' : 'text';
	const free = new Set(there);
	const found = members.map((member) => {
		const same = [...free].find((one) => one[first] === member[first]);
		if (same) free.delete(same);
		return same;
	});
	return members.map((member, at) => {
		const inPlace = there[at];
		const one = found[at] ?? (inPlace && free.delete(inPlace) ? inPlace : undefined);
		return { ...member, ...(one?.id === undefined ? {} : { id: one.id }), order: orderAt(at) };
	});
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The fractional index of a place: a0 … az, b00 … bzz, as the library that goes on from there counts. */
function orderAt(at: number): string {
	if (at < digits.length) return `a${digits.charAt(at)}`;
	const rest = at - digits.length;
	return `b${digits.charAt(Math.floor(rest / digits.length))}${digits.charAt(rest % digits.length)}`;
}
