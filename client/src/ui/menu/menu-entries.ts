import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import type { Card, CardId } from '@renkei/shared/method/card.ts';
import { mayLead } from '@renkei/shared/method/roles.ts';
import { say } from '../../i18n/message.ts';
import { menuText } from '../../i18n/messages/menu.ts';
import { startNew } from '../../state/card-chain.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import type { MenuSubject } from '../../state/popups.svelte.ts';
import { lockSelection, mayLock } from '../../tools/lock-selection.ts';
import { orderInLane, reorderSelected } from '../../tools/reorder-card.ts';
import { startCardAt, typeForZone } from '../../tools/new-cards.ts';
import {
	clusterSelection,
	linksOfSet,
	selectedIsland,
	unclusterSelection
} from '../../tools/selection-actions.ts';
import { showAll } from '../../tools/show-board.ts';

/** One line of the menu. Grey stands there and cannot be pressed; `choices` open in its place. */
export interface MenuEntry {
	readonly id: string;
	readonly label: string;
	readonly isGrey?: boolean;
	readonly isDanger?: boolean;
	readonly run?: () => void;
	readonly choices?: readonly MenuEntry[];
}

/** What the menu does that lies beyond the board's own commands. */
export interface MenuActions extends Pick<MenuSubject, 'place' | 'startLink' | 'withdraw'> {
	readonly copy: (cards: readonly CardId[]) => void;
	readonly paste: () => void;
	/** The panel with everything about a card. */
	readonly showDetails: () => void;
}

const duplicateOffset = [24, 24] as const;

/**
 * What can be done with what is selected, in the order that people's hands know, in groups. What somebody may not do
 * is not there; what only does not fit just now is grey for those who lead, and not there for others.
 */
export function menuEntries(
	open: OpenBoard,
	actions: MenuActions
): readonly (readonly MenuEntry[])[] {
	const groups =
		open.selection.link !== null
			? ofLink(open)
			: open.selection.cards.size > 0
				? ofCards(open, actions)
				: ofGround(open, actions);
	const isLeader = mayLead(open.connection.role);
	return groups
		.map((group) => group.filter(isOffered).filter(({ isGrey }) => isLeader || !isGrey))
		.filter((group) => group.length > 0);
}

type Offer = MenuEntry | null;

function isOffered(entry: Offer): entry is MenuEntry {
	return entry !== null;
}

function ofCards(open: OpenBoard, actions: MenuActions): readonly (readonly Offer[])[] {
	const { selection, board, commands } = open;
	const cards = [...selection.cards].flatMap((id) => board.cards.get(id) ?? []);
	const ids = cards.map(({ id }) => id);
	const only = cards.length === 1 ? (cards[0] ?? null) : null;
	const island = selectedIsland(open);
	const may = (action: 'edit' | 'move' | 'delete'): boolean =>
		cards.every((card) => open.may({ do: action, isOwn: isOwn(open, card), lock: card.lock }));
	const mayMake = cards.every(({ type }) => open.may({ do: 'create', type }));
	const mayDelete = may('delete');
	const mayGroup = open.may({ do: 'tool', tool: 'group' });
	const held = cards.every(({ lock }) => lock);
	return [
		[
			mayDelete
				? {
						id: 'cut',
						label: menuText.cut(),
						run: () => {
							actions.copy(ids);
							actions.withdraw(ids);
						}
					}
				: null,
			{ id: 'copy', label: menuText.copy(), run: () => actions.copy(ids) },
			pasteEntry(open, actions),
			mayMake
				? {
						id: 'duplicate',
						label: menuText.duplicate(),
						run: () => {
							const made = commands.duplicateCards(ids, duplicateOffset);
							if (made) selection.choose(made);
						}
					}
				: null
		],
		[
			may('edit')
				? {
						id: 'edit',
						label: only === null && island !== null ? menuText.editTitle() : menuText.edit(),
						isGrey: only === null && island === null,
						run: () =>
							only ? open.editing.start(only.id) : island && open.editing.startTitle(island)
					}
				: null,
			may('edit') ? typeEntry(open, cards) : null,
			open.may({ do: 'link' })
				? {
						id: 'link',
						label: menuText.link(),
						isGrey: only === null,
						run: () => only && actions.startLink(only.id)
					}
				: null,
			mayGroup
				? {
						id: 'cluster',
						label: menuText.cluster(),
						isGrey: cards.length < 2 && island === null,
						run: () => clusterSelection(open)
					}
				: null,
			mayGroup && cards.some(({ cluster }) => cluster)
				? { id: 'uncluster', label: menuText.uncluster(), run: () => unclusterSelection(open) }
				: null
		],
		[
			only ? { id: 'votes', label: menuText.votes(), run: actions.showDetails } : null,
			only && only.type !== 'note' && open.may({ do: 'create', type: 'note' })
				? {
						id: 'note',
						label: menuText.note(),
						run: () =>
							startNew(open, commands.addLinkedCard({ type: 'note', text: '' }, { to: only.id }))
					}
				: null,
			only
				? {
						id: 'remarks',
						label: menuText.remarks(),
						run: () => open.popups.open({ kind: 'remarks', subject: only.id })
					}
				: null
		],
		[
			may('move') ? orderEntry(open, only, -1) : null,
			may('move') ? orderEntry(open, only, 1) : null
		],
		[
			mayLock(open)
				? {
						id: 'lock',
						label: held ? menuText.free() : menuText.pin(),
						run: () => lockSelection(open)
					}
				: null,
			only
				? {
						id: 'past',
						label: menuText.past(),
						run: () => open.popups.open({ kind: 'cardPast', subject: only.id })
					}
				: null
		],
		[
			mayDelete
				? {
						id: 'withdraw',
						label: menuText.withdraw(),
						isDanger: true,
						run: () => actions.withdraw(ids)
					}
				: null
		]
	];
}

function orderEntry(open: OpenBoard, only: Card | null, by: -1 | 1): Offer {
	return {
		id: by < 0 ? 'up' : 'down',
		label: by < 0 ? menuText.up() : menuText.down(),
		isGrey: only === null || orderInLane(open, only.id, by) === null,
		run: () => reorderSelected(open, by)
	};
}

function typeEntry(open: OpenBoard, cards: readonly Card[]): Offer {
	const types = new Set(cards.map(({ type }) => type));
	const choices = cardTypeIds
		.filter((type) => (types.size > 1 || !types.has(type)) && open.may({ do: 'create', type }))
		.map((type): MenuEntry => ({
			id: type,
			label: say(open.method.cardTypes[type].label),
			run: () => {
				for (const { id } of cards) open.commands.changeCardType(id, type);
			}
		}));
	if (choices.length === 0) return null;
	return { id: 'type', label: menuText.changeType(), choices };
}

function pasteEntry(open: OpenBoard, actions: MenuActions): Offer {
	const mayMake = cardTypeIds.some((type) => open.may({ do: 'create', type }));
	return mayMake ? { id: 'paste', label: menuText.paste(), run: actions.paste } : null;
}

function ofLink(open: OpenBoard): readonly (readonly Offer[])[] {
	const { link } = open.selection;
	if (link === null || !open.may({ do: 'link' })) return [];
	return [
		[
			{
				id: 'linkNote',
				label: menuText.linkNote(),
				run: () => open.popups.open({ kind: 'link', subject: link })
			},
			{
				id: 'removeLink',
				label: menuText.removeLink(),
				isDanger: true,
				run: () => open.commands.removeLinks(linksOfSet(open, link))
			}
		]
	];
}

function ofGround(open: OpenBoard, actions: MenuActions): readonly (readonly Offer[])[] {
	const { place } = actions;
	const zone = place && zoneAt(open, place);
	const type = zone ? typeForZone(open, zone) : open.toolbox.cardType;
	// Beside the zones only those who lead put cards.
	const isPlace = zone !== null || mayLead(open.connection.role);
	return [
		[
			pasteEntry(open, actions),
			isPlace && open.may({ do: 'create', type })
				? {
						id: 'newCard',
						label: menuText.newCard(),
						run: () => startCardAt(open, type, zone ? null : place)
					}
				: null
		],
		[
			{
				id: 'selectAll',
				label: menuText.selectAll(),
				run: () =>
					open.selection.choose(
						[...open.board.cards.values()]
							.filter(({ lock }) => lock !== 'background')
							.map(({ id }) => id)
					)
			},
			{ id: 'showAll', label: menuText.showAll(), run: () => showAll(open) }
		]
	];
}

function zoneAt({ layout }: OpenBoard, { x, y }: NonNullable<MenuSubject['place']>) {
	for (const { id, box } of layout.zones.values())
		if (x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height) return id;
	return null;
}

function isOwn({ access }: OpenBoard, { createdBy }: Card): boolean {
	return createdBy === access.participant;
}
