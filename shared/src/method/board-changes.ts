import type { EditableBoardHead } from './board.ts';
import type { CardId } from './card.ts';
import type { CardType } from './ids.ts';
import type { LinkKind } from './link-types.ts';
import type { LinkId } from './link.ts';
import type { Profession } from './professions.ts';

/** A card that is there, or one that comes with the same changes, by its `key`. */
export type CardReference = { readonly card: CardId } | { readonly key: string };

/** The lists of a card by name; a member with the id of one that is there takes its place, members not named go. */
export type PartLists = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** One thing that a file wants different on a board; values are judged again when they are written. */
export type BoardChange =
	| {
			readonly kind: 'addCard';
			readonly key: string;
			/** The id it had elsewhere, kept when it is free here. */
			readonly id: CardId | null;
			readonly type: CardType;
			readonly text: string;
			readonly fields: Readonly<Record<string, unknown>>;
			readonly parts: PartLists;
			readonly votes: number | null;
			/** Whose words they are, null when nobody says; not named, they are of whoever brings the file. */
			readonly profession?: Profession | null;
			/** Directly behind this one in its lane; null at the end. */
			readonly after: CardReference | null;
	  }
	| {
			readonly kind: 'changeCard';
			readonly card: CardId;
			/** Only what differs is named. */
			readonly type?: CardType;
			readonly text?: string;
			readonly fields?: Readonly<Record<string, unknown>>;
			readonly parts?: PartLists;
			readonly votes?: number | null;
	  }
	| { readonly kind: 'removeCard'; readonly card: CardId }
	| {
			readonly kind: 'addLink';
			readonly from: CardReference;
			readonly to: CardReference;
			readonly link: LinkKind | null;
	  }
	| { readonly kind: 'removeLink'; readonly link: LinkId }
	| {
			readonly kind: 'setHead';
			readonly key: EditableBoardHead;
			readonly value: string | null;
	  };
