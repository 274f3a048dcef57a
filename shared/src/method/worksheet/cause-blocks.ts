import type { CardId, CardOf } from '../card.ts';
import type { BoardIndex } from './board-index.ts';
import { circledNumber } from './circled-numbers.ts';
import type { Row, RowWriter } from './rows.ts';
import { details, row } from './rows.ts';
import { blank } from './words.ts';

type Cause = CardOf<'cause'>;

/** Block 3: the causes named for the theme, numbered, then the answers to なぜ？. */
export function causeRows(index: BoardIndex, writer: RowWriter): readonly Row[] {
	const causes = index.cardsOf('cause').filter((cause) => !cause.isRoot);
	const answers = whyAnswers(index, causes);
	const named = causes.filter((cause) => !answers.has(cause.id));
	const rows: Row[] = [];
	for (const [position, cause] of named.entries())
		rows.push(
			row('item', cause.text, { mark: circledNumber(position + 1), cards: [cause] }),
			...details(cause, ['区分', cause.category]),
			...writer.tail(cause)
		);
	if (answers.size > 0) rows.push(row('heading', 'なぜ？', { startsSection: true }));
	for (const { cause, depth } of answers.values())
		rows.push(
			row('item', cause.text, { mark: '・', depth, cards: [cause] }),
			...details(cause, ['区分', cause.category]),
			...writer.tail(cause)
		);
	return rows.length > 0 ? rows : [row('detail', blank)];
}

/** Block 4: the cause to solve and why it was chosen. */
export function rootCauseRows(index: BoardIndex, writer: RowWriter): readonly Row[] {
	const roots = index.cardsOf('cause').filter((cause) => cause.isRoot);
	const rows = roots.flatMap((cause) => [
		row('lead', cause.text, { cards: [cause] }),
		...details(cause, ['理由', cause.rootReason], ['区分', cause.category]),
		...writer.tail(cause)
	]);
	return rows.length > 0 ? rows : [row('detail', blank)];
}

/**
 * The causes that only answer なぜ？ of another one, each after the cause it explains. A cause that was also
 * named for the theme itself stays among the numbered ones, and so does every circle of whys.
 */
function whyAnswers(
	index: BoardIndex,
	causes: readonly Cause[]
): ReadonlyMap<CardId, { readonly cause: Cause; readonly depth: number }> {
	const isNamed = (cause: Cause): boolean =>
		index.after(cause.id, 'theme').length > 0 ||
		index.after(cause.id, 'fact').length > 0 ||
		index.after(cause.id, 'cause', 'why').length === 0;
	const answers = new Map<CardId, { cause: Cause; depth: number }>();
	const collect = (explained: CardId, depth: number): void => {
		for (const cause of index.before(explained, 'cause', 'why')) {
			if (cause.isRoot || answers.has(cause.id) || isNamed(cause)) continue;
			answers.set(cause.id, { cause, depth });
			collect(cause.id, depth + 1);
		}
	};
	for (const cause of causes) if (isNamed(cause)) collect(cause.id, 0);
	for (const root of index.cardsOf('cause')) if (root.isRoot) collect(root.id, 0);
	return answers;
}
