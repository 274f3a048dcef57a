import { closingLinks } from '@renkei/shared/lane-layout/closing-links.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { linkKinds, linkKindsBetween } from '@renkei/shared/method/link-types.ts';
import type { LinkKind } from '@renkei/shared/method/link-types.ts';
import type { LinkId } from '@renkei/shared/method/link.ts';
import { say } from '../../i18n/message.ts';
import { linkText } from '../../i18n/messages/links.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import { linksOfSet } from '../../tools/selection-actions.ts';

/** What is told of a link: its ends in words, what is gently asked, and what may be chosen. */
export interface LinkFacts {
	readonly words: string;
	readonly question: string | null;
	readonly note: string;
	readonly kind: LinkKind;
	/** More than one only where the pair of cards leaves a choice. */
	readonly kinds: readonly LinkKind[];
	/** Everything that is drawn and taken away together with it. */
	readonly all: readonly LinkId[];
}

/** What a link says, or null when it is gone. */
export function factsOf(open: OpenBoard, id: LinkId): LinkFacts | null {
	const { board } = open;
	const link = board.links.get(id);
	const from = link && board.cards.get(link.from);
	const to = link && board.cards.get(link.to);
	if (!link || !from || !to) return null;
	const all = linksOfSet(open, id);
	const end = (card: CardId, type: keyof OpenBoard['method']['cardTypes']): string =>
		linkText.end(say(open.method.cardTypes[type].label), board.numbers.get(card) ?? 0);
	const ends = linkText.ends(
		end(from.id, from.type),
		end(to.id, to.type),
		say(linkKinds[link.kind].phrase)
	);
	const isClosing = link.kind === 'why' && closingLinks([...board.links.values()]).has(id);
	return {
		words: all.length > 1 ? linkText.set(all.length) : ends,
		question: link.kind === 'unusual' ? linkText.unusual() : isClosing ? linkText.circle() : null,
		note: link.note,
		kind: link.kind,
		kinds: linkKindsBetween(from.type, to.type),
		all
	};
}
