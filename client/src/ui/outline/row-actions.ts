import type { CardId } from '@renkei/shared/method/card.ts';
import type { LaneEntry } from '@renkei/shared/method/lanes.ts';

/** What a row of the list can have done; the section it stands in does it. */
export interface RowActions {
	/** The row that asks for the number of a card to link, if any. */
	readonly linking: CardId | null;
	/** The row whose every field lies open, if any. */
	readonly detailed: CardId | null;
	choose(id: CardId): void;
	edit(id: CardId): void;
	/** Asks for a number, or stops asking. */
	link(id: CardId | null): void;
	/** Lays every field of a row open, or closes them. */
	details(id: CardId | null): void;
	/** Leads to a card wherever it stands in the list. */
	go(id: CardId): void;
	key(event: KeyboardEvent, entry: LaneEntry): void;
	menu(entry: LaneEntry): readonly RowMenuItem[];
	focusRow(id: CardId): void;
}

/** One entry of a row's menu. */
export interface RowMenuItem {
	readonly label: string;
	readonly run: () => void;
	readonly danger?: boolean;
	readonly disabled?: boolean;
}
