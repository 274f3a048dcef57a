import type { CardType } from './ids.ts';
import { foldText } from './fold-text.ts';

/** A cause on a 事例ボード: where it stands, what it says, and the title of its case. */
export interface CaseCause {
	readonly boardId: string;
	readonly cardId: string;
	readonly text: string;
	readonly title: string;
}

/** Causes that are the same but for their spelling; people decide whether to put them together. */
export interface LikeWordings<Cause extends CaseCause> {
	readonly text: string;
	readonly causes: readonly Cause[];
}

/** Causes whose wording sounds the same on at least two cases, the commonest first. Nothing is merged by this. */
export function findLikeWordings<Cause extends CaseCause>(
	causes: readonly Cause[]
): readonly LikeWordings<Cause>[] {
	const byWording = new Map<string, Cause[]>();
	for (const cause of causes) {
		// A full stop makes no other cause.
		const wording = foldText(cause.text).replace(/[。．.、,]+$/, '');
		if (wording === '') continue;
		const list = byWording.get(wording);
		if (list) list.push(cause);
		else byWording.set(wording, [cause]);
	}
	return [...byWording.values()]
		.filter((list) => countCases(list) > 1)
		.map((list) => ({ text: list[0]?.text ?? '', causes: list }))
		.sort((a, b) => countCases(b.causes) - countCases(a.causes));
}

/** On how many cases these causes stand; a case that names one twice counts once. */
export function countCases(causes: readonly { readonly boardId: string }[]): number {
	return new Set(causes.map(({ boardId }) => boardId)).size;
}

/** A card that a group of causes becomes; links name cards by their place in the list. */
export interface CarriedCards {
	readonly cards: readonly {
		readonly type: CardType;
		readonly text: string;
		readonly copiedFrom: string;
		readonly fields: Readonly<Record<string, string>>;
	}[];
	readonly links: readonly { readonly from: number; readonly to: number }[];
}

/** A group of causes as cards of a municipality's board: a theme candidate, facts that lead to it, or both. */
export function carryCauses(
	title: string,
	causes: readonly CaseCause[],
	wish: { readonly asTheme: boolean; readonly asFacts: boolean }
): CarriedCards {
	const cards: CarriedCards['cards'][number][] = [];
	const first = causes[0];
	if (wish.asTheme)
		cards.push({
			type: 'theme',
			text: title,
			copiedFrom: first ? placeOf(first) : '',
			fields: { status: 'candidate' }
		});
	if (!wish.asFacts) return { cards, links: [] };
	for (const cause of causes)
		cards.push({
			type: 'fact',
			text: cause.text,
			copiedFrom: placeOf(cause),
			fields: { kind: 'hearing', source: `事例：${cause.title}`.slice(0, 300) }
		});
	const links = wish.asTheme ? causes.map((_, index) => ({ from: index + 1, to: 0 })) : [];
	return { cards, links };
}

function placeOf({ boardId, cardId }: CaseCause): string {
	return `${boardId}/${cardId}`;
}
