import type { CardId } from '@renkei/shared/method/card.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { LaneEntry } from '@renkei/shared/method/lanes.ts';

/** One text of a block: the card itself, a why-answer below it, or a note that hangs on it. */
export interface BlockPart {
	readonly kind: 'card' | 'why' | 'note';
	readonly text: string;
}

/** What stands together on the screen: a card with its whys and notes. */
export interface Block {
	readonly id: CardId;
	readonly type: CardType;
	/** What people call the card by. */
	readonly number: number;
	readonly parts: readonly BlockPart[];
}

/** The cards of a zone in reading order, each with what explains it; a card without a word is still being written. */
export function blocksOf(
	lane: readonly LaneEntry[],
	numbers: ReadonlyMap<CardId, number>
): readonly Block[] {
	const blocks: { id: CardId; type: CardType; number: number; parts: BlockPart[] }[] = [];
	for (const { card, depth, attachedTo } of lane) {
		const text = card.text.trim();
		const last = blocks.at(-1);
		const kind = attachedTo !== null ? 'note' : depth > 0 ? 'why' : 'card';
		if (kind !== 'card' && last) last.parts.push({ kind, text });
		else
			blocks.push({
				id: card.id,
				type: card.type,
				number: numbers.get(card.id) ?? 0,
				parts: [{ kind: 'card', text }]
			});
	}
	return blocks
		.map((block) => ({ ...block, parts: block.parts.filter(({ text }) => text !== '') }))
		.filter(({ parts }) => parts.length > 0);
}
