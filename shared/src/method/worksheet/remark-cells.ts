import type { CardId } from '../card.ts';
import { professions } from '../professions.ts';
import type { RemarkedBoard } from '../remarks.ts';
import { remarksByCard, stampCounts } from '../remarks.ts';
import { stampWords } from '../stamp-words.ts';

/** What is said about each card, as two cells of カード一覧: a comment a line, stamps as counts and never whose. */
export function remarkCells(
	board: RemarkedBoard,
	{ includeProfessions = false }: { readonly includeProfessions?: boolean }
): (card: CardId) => Readonly<Record<'comments' | 'stamps', string>> {
	const found = remarksByCard(board);
	return (card) => {
		const remarks = found.get(card);
		if (!remarks) return { comments: '', stamps: '' };
		const comments = [...remarks.open, ...remarks.settled].map((comment) => {
			const { text, profession, resolved } = comment;
			const by = includeProfessions && profession ? `${professions[profession].label.ja}：` : '';
			return `${by}${text.replaceAll('\n', ' ')}${resolved ? '（済み）' : ''}`;
		});
		const stamps = stampCounts(remarks).map(([id, count]) => `${stampWords[id].ja} ${count}`);
		return { comments: comments.join('\n'), stamps: stamps.join('、') };
	};
}
