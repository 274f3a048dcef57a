import type { CardId } from '@renkei/shared/method/card.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import { linkKindsBetween } from '@renkei/shared/method/link-types.ts';
import type { Link, LinkId } from '@renkei/shared/method/link.ts';
import type { RecordId } from '@renkei/shared/method/records/index.ts';
import type { OpenBoard } from '../state/open-board.ts';

/** The one island that selected cards are in, or null when they are in none or in several. */
export function selectedIsland({ selection, layout }: OpenBoard): RecordId | null {
	const found = new Set(
		[...selection.cards].map((id) => layout.cards.get(id)?.cluster ?? null).filter(isKnown)
	);
	const [only] = found;
	return found.size === 1 && only !== undefined ? only : null;
}

/** 島にする: an island of the selected cards, or the rest of them into the one that some are in; then its title is written. */
export function clusterSelection(open: OpenBoard): boolean {
	const cards = selectedInOrder(open);
	const island = selectedIsland(open);
	const isAlone = cards.length < 2 && island === null;
	if (isAlone || !open.canWrite) return false;
	if (island === null) {
		open.editing.startTitle(open.commands.makeCluster(cards, ''));
		return true;
	}
	const outside = cards.filter((id) => open.layout.cards.get(id)?.cluster !== island);
	if (outside.length > 0) open.commands.joinCluster(island, outside);
	open.editing.startTitle(island);
	return true;
}

/** Takes the selected cards out of their islands; an island none of whose cards stays is taken apart. */
export function unclusterSelection(open: OpenBoard): boolean {
	const inside = [...open.selection.cards].filter((id) => open.board.cards.get(id)?.cluster);
	if (inside.length === 0) return false;
	const island = selectedIsland(open);
	const isWhole =
		island !== null &&
		[...open.board.cards.values()].every(
			({ id, cluster }) => cluster !== island || open.selection.cards.has(id)
		);
	if (isWhole) open.commands.dissolveCluster(island);
	else open.commands.leaveCluster(inside);
	return true;
}

/** Whether the selected cards can become one: several, all of one type. */
export function canMergeSelection({ selection, board }: OpenBoard): boolean {
	const types = new Set([...selection.cards].map((id) => board.cards.get(id)?.type));
	return selection.cards.size > 1 && types.size === 1;
}

/** 1枚にまとめる: the first of the selected cards in reading order says what all of them say. */
export async function mergeSelection(open: OpenBoard): Promise<void> {
	const [keep, ...others] = selectedInOrder(open);
	if (keep !== undefined && canMergeSelection(open) && (await mergeInto(open, keep, others)))
		open.selection.choose([keep]);
}

/** Makes one card of several and offers to take that back; says why it cannot be. */
export async function mergeInto(
	open: OpenBoard,
	keep: CardId,
	others: readonly CardId[]
): Promise<boolean> {
	// Few boards need it and most of them once: it comes when it is asked for.
	const { mergeCards, mergeRefusal } =
		await import('@renkei/shared/document/commands/merge-commands.ts');
	if (open.runAs(mergeCards, keep, others) === true) {
		open.notices.show('cardsMerged', {
			count: others.length + 1,
			action: () => open.history.undo()
		});
		return true;
	}
	if (open.run(mergeRefusal, keep, others) === 'tooLong') open.notices.show('mergeTooLong');
	return false;
}

/** The two groups that まとめてつなぐ would link: cards of two types of which one leads to the other. */
export function setOfSelection(
	open: OpenBoard
): { readonly from: readonly CardId[]; readonly to: readonly CardId[] } | null {
	const groups = new Map<CardType, CardId[]>();
	for (const id of selectedInOrder(open)) {
		const type = open.board.cards.get(id)?.type;
		if (type === undefined) continue;
		const group = groups.get(type);
		if (group) group.push(id);
		else groups.set(type, [id]);
	}
	const [a, b, more] = [...groups];
	if (!a || !b || more || groups.size !== 2 || a[1].length + b[1].length < 3) return null;
	const leads = ([from]: typeof a, [to]: typeof a): boolean => {
		const [kind] = linkKindsBetween(from, to);
		return kind !== 'unusual' && kind !== 'note';
	};
	if (leads(a, b)) return { from: a[1], to: b[1] };
	return leads(b, a) ? { from: b[1], to: a[1] } : null;
}

/** まとめてつなぐ: links both groups as one set, which is selected then. */
export function linkSelectionAsSet(open: OpenBoard): boolean {
	const groups = setOfSelection(open);
	if (!groups) return false;
	const [first] = open.commands.linkSets(groups.from, groups.to) ?? [];
	if (first !== undefined) open.selection.chooseLink(first);
	return first !== undefined;
}

/** Opens the note of the selected link; false when none is selected, or links are not for now. */
export function writeLinkNote(open: OpenBoard): boolean {
	const { link } = open.selection;
	if (link === null || !open.may({ do: 'link' })) return false;
	open.popups.open({ kind: 'link', subject: link });
	return true;
}

/** Every link that is drawn and taken away together with this one. */
export function linksOfSet({ board }: OpenBoard, id: LinkId): readonly LinkId[] {
	const set = board.links.get(id)?.set ?? null;
	if (set === null) return [id];
	return [...board.links.values()].filter((link) => link.set === set).map((link) => link.id);
}

/** The card whose links somebody goes through, while one of them is selected in its place. */
const anchors = new WeakMap<OpenBoard, CardId>();

/** Goes from link to link of the selected card, those that lead to it first, a set counting as one; false when it has none. */
export function selectNextLink(open: OpenBoard): boolean {
	const { selection, board } = open;
	const current = selection.link === null ? undefined : board.links.get(selection.link);
	const kept = anchors.get(open);
	const isKept = current !== undefined && (current.from === kept || current.to === kept);
	const card = selection.only ?? (isKept ? kept : current?.from);
	if (card === undefined) return false;
	anchors.set(open, card);
	const at = (link: Link): number =>
		link.to === card
			? (board.numbers.get(link.from) ?? 0) - board.cards.size
			: (board.numbers.get(link.to) ?? 0);
	const firsts = new Map<string, LinkId>();
	const mine = [...board.links.values()].filter(({ from, to }) => from === card || to === card);
	for (const link of mine.sort((a, b) => at(a) - at(b))) {
		const key = link.set ?? link.id;
		if (!firsts.has(key)) firsts.set(key, link.id);
	}
	const keys = [...firsts.keys()];
	const next = keys[(current ? keys.indexOf(current.set ?? current.id) + 1 : 0) % keys.length];
	const link = next === undefined ? undefined : firsts.get(next);
	if (link !== undefined) selection.chooseLink(link);
	return link !== undefined;
}

function selectedInOrder({ selection, board }: OpenBoard): readonly CardId[] {
	const at = (id: CardId): number => board.numbers.get(id) ?? 0;
	return [...selection.cards].filter((id) => board.cards.has(id)).sort((a, b) => at(a) - at(b));
}

function isKnown<T>(value: T | null): value is T {
	return value !== null;
}
