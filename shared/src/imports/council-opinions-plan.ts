import type { BoardChange } from '../method/board-changes.ts';
import type { Board } from '../method/board.ts';
import type { CardId } from '../method/card.ts';
import { note } from '../method/card-types/note.ts';
import { professions } from '../method/professions.ts';
import { noteKinds } from '../method/worksheet/words.ts';
import type { CouncilOpinions } from './council-opinions.ts';
import type { CouncilOpinion } from './council-opinions-table.ts';
import type { ImportPlan, PlannedChange, PlannedLine } from './planned-change.ts';
import { countStates } from './planned-change.ts';

/** Opinions as notes that would come to the board: one that is there already does not come a second time. */
export function planOpinions(board: Board, read: CouncilOpinions): ImportPlan {
	const there = new Set(
		[...board.cards.values()]
			.filter((card) => card.type === 'note')
			.map((card) => sameWords(card.text))
	);
	const changes = read.opinions.map((opinion, index): PlannedChange => {
		const { related, text } = withRelated(board, read, opinion);
		const isThere = there.has(sameWords(text));
		there.add(sameWords(text));
		return {
			id: `opinion-${index + 1}`,
			state: isThere ? 'same' : 'add',
			what: 'card',
			row: null,
			before: isThere ? { type: 'note', text, lines: [] } : null,
			after: { type: 'note', text, lines: linesOf(opinion) },
			changes: isThere ? [] : changesOf(`opinion-${index + 1}`, text, opinion, related),
			isChosen: !isThere,
			needs: [],
			reason: isThere
				? { ja: '同じ意見がすでにあります', en: 'The same opinion is already there' }
				: null
		};
	});
	return { changes, counts: countStates(changes) };
}

function changesOf(
	key: string,
	text: string,
	{ profession }: CouncilOpinion,
	related: readonly CardId[]
): readonly BoardChange[] {
	return [
		{
			kind: 'addCard',
			key,
			id: null,
			type: 'note',
			text,
			fields: { kind: 'opinion' },
			parts: {},
			votes: null,
			profession,
			after: null
		},
		...related.map((card): BoardChange => ({
			kind: 'addLink',
			from: { key },
			to: { card },
			link: null
		}))
	];
}

/** The cards its writer named that are still on the board; numbers that lead nowhere stay as words. */
function withRelated(
	board: Board,
	{ cardsByNumber }: CouncilOpinions,
	{ related, text }: CouncilOpinion
): { readonly related: readonly CardId[]; readonly text: string } {
	const found: CardId[] = [];
	const lost: string[] = [];
	for (const number of related) {
		const card = board.cards.get(cardsByNumber.get(number) as CardId);
		if (card) found.push(card.id);
		else lost.push(number);
	}
	return {
		related: [...new Set(found)],
		text: lost.length === 0 ? text : `${text}\n（関係するカード：${lost.join('・')}）`
	};
}

function linesOf({ profession }: CouncilOpinion): readonly PlannedLine[] {
	const lines: PlannedLine[] = [{ label: note.fields.kind.label, value: noteKinds.opinion }];
	if (profession)
		lines.push({
			label: { ja: '職種', en: 'Profession' },
			value: professions[profession].label.ja
		});
	return lines;
}

function sameWords(text: string): string {
	return text.replace(/\s+/gu, '');
}
