import type { Card, CardId } from '@renkei/shared/method/card.ts';
import type { BoardRecord, RecordId } from '@renkei/shared/method/records/index.ts';
import type { BoardAction } from '@renkei/shared/method/rights.ts';
import { actionsOnStroke, recordActions } from '@renkei/shared/method/rights.ts';
import type { BoardCommands } from './board-commands.ts';

/** As much of a board as tells whose a card is. */
export interface CardsKnown {
	readonly cards: ReadonlyMap<CardId, Card>;
	readonly trash: ReadonlyMap<CardId, Card>;
	readonly records: ReadonlyMap<RecordId, BoardRecord>;
	/** The participant at this screen. */
	readonly me: string;
}

type Name = keyof BoardCommands;
type Args<Command extends Name> = Parameters<BoardCommands[Command]>;
type Rule<Command extends Name> = (
	args: Args<Command>,
	known: CardsKnown
) => readonly BoardAction[];

type OnCard = Extract<BoardAction, { do: 'edit' | 'move' | 'delete' }>['do'];

function onCards(action: OnCard, ids: Iterable<CardId>, { cards, trash, me }: CardsKnown) {
	return [...ids].map((id): BoardAction => {
		const card = cards.get(id) ?? trash.get(id);
		return { do: action, isOwn: card?.createdBy === me, lock: card?.lock ?? null };
	});
}

function onRecords(ids: Iterable<RecordId>, { records, me }: CardsKnown): readonly BoardAction[] {
	return [...ids].flatMap((id) => {
		const record = records.get(id);
		if (!record) return [];
		const action = recordActions[record.kind];
		return [action.do === 'remark' ? { ...action, isOwn: record.createdBy === me } : action];
	});
}

/** Where islands are made, free cards go in and out of them; a locked one stays where it is. */
function regroup(ids: Iterable<CardId>, known: CardsKnown): readonly BoardAction[] {
	const held = [...ids].filter((id) => known.cards.get(id)?.lock);
	return [recordActions.cluster, ...onCards('move', held, known)];
}

const idsWhere = (known: CardsKnown, test: (card: Card) => boolean): readonly CardId[] =>
	[...known.cards.values()].filter(test).map(({ id }) => id);

const linking = (): readonly BoardAction[] => [{ do: 'link' }];
const aboutBoard = (): readonly BoardAction[] => [{ do: 'head' }];
const grouping = (): readonly BoardAction[] => [recordActions.cluster];

/** What each command does to a board. */
const rules: { readonly [Command in Name]: Rule<Command> } = {
	addCard: ([card]) => [{ do: 'create', type: card.type }],
	// The link of a card that is just being written comes with it.
	addLinkedCard: ([card]) => [{ do: 'create', type: card.type }],
	insertCards: ([cards]) => cards.map(({ type }) => ({ do: 'create', type })),
	duplicateCards: ([ids], known) =>
		[...ids].flatMap((id) => {
			const card = known.cards.get(id);
			if (!card) return [];
			// What lies in the background is not copied either.
			if (card.lock === 'background') return onCards('move', [id], known);
			return [{ do: 'create', type: card.type }];
		}),
	editCardText: ([id], known) => onCards('edit', [id], known),
	setCardField: ([id], known) => onCards('edit', [id], known),
	setCardFields: ([id], known) => onCards('edit', [id], known),
	setCardPart: ([id], known) => onCards('edit', [id], known),
	removeCardPart: ([id], known) => onCards('edit', [id], known),
	// The one that was chosen before is written to as well.
	chooseRootCause: ([id], known) =>
		onCards(
			'edit',
			idsWhere(known, (card) => card.type === 'cause' && (card.id === id) !== card.isRoot),
			known
		),
	changeCardType: ([id, type], known) => [...onCards('edit', [id], known), { do: 'create', type }],
	setCardVotes: () => [{ do: 'count' }],
	moveCards: ([places], known) => onCards('move', places.keys(), known),
	arrangeCards: ([ids], known) => onCards('move', ids, known),
	reorderCard: ([id], known) => onCards('move', [id], known),
	withdrawCards: ([ids], known) => onCards('delete', ids, known),
	restoreCards: ([ids], known) => onCards('delete', ids, known),
	addLink: linking,
	removeLinks: linking,
	setLinkKind: linking,
	setLinkNote: linking,
	linkSets: linking,
	setWhyParent: linking,
	setBoardMeta: aboutBoard,
	setProfessionPresent: aboutBoard,
	setStepDone: aboutBoard,
	makeCluster: ([ids], known) => regroup(ids, known),
	joinCluster: ([, ids], known) => regroup(ids, known),
	leaveCluster: ([ids, places = new Map()], known) => [
		...regroup(ids, known),
		...onCards(
			'move',
			[...places.keys()].filter((id) => !ids.includes(id)),
			known
		)
	],
	renameCluster: grouping,
	arrangeCluster: grouping,
	dissolveCluster: ([cluster], known) =>
		regroup(
			idsWhere(known, (card) => card.cluster === cluster),
			known
		),
	addRecord: ([{ kind }]) => [recordActions[kind]],
	setRecordField: ([id], known) => onRecords([id], known),
	removeRecords: ([ids], known) => onRecords(ids, known),
	addStrokes: () => [recordActions.stroke],
	eraseStrokes: ([ids], { records, me }) =>
		[...ids].flatMap((id) => actionsOnStroke(records.get(id)?.createdBy === me))
};

/** Everything a command would do to the board, to be judged before it is done. */
export function actionsOf<Command extends Name>(
	name: Command,
	args: Args<Command>,
	known: CardsKnown
): readonly BoardAction[] {
	const rule: Rule<Command> = rules[name];
	return rule(args, known);
}
