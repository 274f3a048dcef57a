import type { CardReference } from '../method/board-changes.ts';
import type { Board } from '../method/board.ts';
import type { CardId } from '../method/card.ts';
import type { CardType } from '../method/ids.ts';
import { numberCards, readLanes } from '../method/lanes.ts';
import type { LinkKind } from '../method/link-types.ts';
import { linkKindOf, linkKinds } from '../method/link-types.ts';
import type { Link } from '../method/link.ts';
import { linkMarks } from '../exports/xlsx-marks.ts';
import { orientLink } from './chain-links.ts';
import type { ImportedTable } from './imported-table.ts';
import type { Matches } from './match-cards.ts';
import { newKey, typeOf } from './plan-cards.ts';
import type { PlannedChange, PlannedSide } from './planned-change.ts';
import { conflictReasons, keptReason } from './three-way.ts';

interface End {
	readonly reference: CardReference;
	readonly type: CardType;
	readonly text: string;
	readonly needs: readonly string[];
}

interface Wanted {
	readonly from: End;
	readonly to: End;
	readonly kind: LinkKind | null;
	readonly row: number | null;
}

/** What a file would do to the links of a board. */
export function planLinks(
	table: ImportedTable,
	board: Board,
	matches: Matches
): readonly PlannedChange[] {
	const there = new Map<string, Link>();
	for (const link of board.links.values()) there.set(pair(link.from, link.to), link);
	const planned = new Map<string, PlannedChange>();
	const inFile = new Set<string>();
	for (const wanted of wantedLinks(table, board, matches)) {
		const [from, to] = [wanted.from.reference, wanted.to.reference].map(nameOf);
		if (from === undefined || to === undefined || from === to) continue;
		const key = pair(from, to);
		const known = there.get(key) ?? (wanted.kind === null ? there.get(pair(to, from)) : undefined);
		inFile.add(known ? pair(known.from, known.to) : key);
		const id = `link:${key}`;
		if (!planned.has(id))
			planned.set(id, known ? planThere(id, wanted, known, table) : planMissing(id, wanted, table));
	}
	return [...planned.values(), ...planAbsentLinks(table, board, matches, inFile)];
}

function wantedLinks(table: ImportedTable, board: Board, matches: Matches): readonly Wanted[] {
	const { cards, links, boardLinks } = table;
	const endAt = (at: number): End | null => {
		const card = cards[at];
		const match = matches.ofCards[at];
		if (!card || !match || match.kind === 'deleted') return null;
		const type = typeOf(card, match);
		return match.kind === 'there'
			? { reference: { card: match.card.id }, type, text: card.text, needs: [] }
			: { reference: { key: newKey(at) }, type, text: card.text, needs: [newKey(at)] };
	};
	const wanted: Wanted[] = [];
	const want = (at: number, to: End | null, kind: LinkKind | null): void => {
		const from = endAt(at);
		if (!from || !to) return;
		const [start, end] =
			kind === null
				? orientLink({ end: from, type: from.type }, { end: to, type: to.type })
				: [from, to];
		wanted.push({ from: start, to: end, kind, row: cards[at]?.row ?? null });
	};
	for (const { from, to, kind } of links) want(from, endAt(to), kind);
	if (boardLinks.length === 0) return wanted;
	const byNumber = new Map(
		[...numberCards(readLanes(board))].map(([id, number]) => [number, id] as const)
	);
	for (const { from, number } of boardLinks) {
		const card = board.cards.get(byNumber.get(number) ?? ('' as CardId));
		if (card)
			want(
				from,
				{ reference: { card: card.id }, type: card.type, text: card.text, needs: [] },
				null
			);
	}
	return wanted;
}

/** A link that is there: the same, or of another kind. */
function planThere(
	id: string,
	wanted: Wanted,
	link: Link,
	{ written }: ImportedTable
): PlannedChange {
	const { from, to, kind } = wanted;
	const same: PlannedChange = {
		id,
		state: 'same',
		what: 'link',
		row: wanted.row,
		before: sideOf(wanted, link.kind),
		after: sideOf(wanted, link.kind),
		changes: [],
		isChosen: false,
		needs: [],
		reason: null
	};
	if (kind === null || linkKindOf(from.type, to.type, kind) === link.kind) return same;
	const marks = written?.links;
	if (marks?.has(linkMarks({ ...link, kind })[1]) === true) return { ...same, reason: keptReason };
	const isChosen = marks?.has(linkMarks(link)[1]) === true;
	return {
		...same,
		state: isChosen ? 'change' : 'conflict',
		after: sideOf(wanted, kind),
		changes: [
			{ kind: 'removeLink', link: link.id },
			{ kind: 'addLink', from: from.reference, to: to.reference, link: kind }
		],
		isChosen,
		reason: isChosen ? null : conflictReasons.both
	};
}

/** A link that is not there: new, unless it was taken out here since the file was written. */
function planMissing(id: string, wanted: Wanted, { written }: ImportedTable): PlannedChange {
	const { from, to, kind } = wanted;
	const wasTakenOut =
		'card' in from.reference &&
		'card' in to.reference &&
		written?.links.has(pairMark(from.reference.card, to.reference.card)) === true;
	return {
		id,
		state: wasTakenOut ? 'same' : 'add',
		what: 'link',
		row: wanted.row,
		before: null,
		after: sideOf(wanted, linkKindOf(from.type, to.type, kind)),
		changes: wasTakenOut
			? []
			: [{ kind: 'addLink', from: from.reference, to: to.reference, link: kind }],
		isChosen: !wasTakenOut,
		needs: [...from.needs, ...to.needs],
		reason: wasTakenOut ? keptReason : null
	};
}

/** Links between two cards of the file that are not in it, unless they came after it was written. */
function planAbsentLinks(
	{ written, saysLinks }: ImportedTable,
	board: Board,
	{ ofCards, isOwnBoard }: Matches,
	inFile: ReadonlySet<string>
): readonly PlannedChange[] {
	if (!saysLinks || !isOwnBoard) return [];
	const found = new Set(
		ofCards.flatMap((match) => (match.kind === 'there' ? [match.card.id] : []))
	);
	return [...board.links.values()].flatMap((link): PlannedChange[] => {
		const { id, from, to } = link;
		const [start, end] = [board.cards.get(from), board.cards.get(to)];
		if (!start || !end || !found.has(from) || !found.has(to)) return [];
		const [pairMark, wholeMark] = linkMarks(link);
		if (inFile.has(pair(from, to)) || written?.links.has(pairMark) === false) return [];
		const isUntouched = written?.links.has(wholeMark) === true;
		return [
			{
				id: `link:${pair(from, to)}`,
				state: isUntouched ? 'remove' : 'conflict',
				what: 'link',
				row: null,
				before: sideOf({ from: start, to: end }, link.kind),
				after: null,
				changes: [{ kind: 'removeLink', link: id }],
				isChosen: isUntouched,
				needs: [],
				reason: isUntouched
					? null
					: written
						? conflictReasons.changedHere
						: conflictReasons.notInFile
			}
		];
	});
}

function sideOf(
	{
		from,
		to
	}: { readonly from: { readonly text: string }; readonly to: { readonly text: string } },
	kind: LinkKind
): PlannedSide {
	const { phrase } = linkKinds[kind];
	return {
		type: null,
		text: `${from.text} → ${to.text}`,
		lines: [{ label: { ja: 'つながり', en: 'Link' }, value: phrase.ja }]
	};
}

function pairMark(from: CardId, to: CardId): string {
	return linkMarks({ from, to, kind: 'unusual' })[0];
}

function pair(from: string, to: string): string {
	return `${from}>${to}`;
}

function nameOf(reference: CardReference): string {
	return 'card' in reference ? reference.card : reference.key;
}
