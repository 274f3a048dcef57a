import type { CardId } from '@renkei/shared/method/card.ts';
import { checks } from '@renkei/shared/method/checks/index.ts';
import { say } from '../../i18n/message.ts';
import { hintText } from '../../i18n/messages/hints.ts';
import type { HintRow } from './hint-rows.ts';

/** More numbers than this are counted. */
const mostNumbers = 3;

/** The line under a question: which cards it concerns, and what is so with them. */
export function rowDetail(
	{ numbers }: { readonly numbers: ReadonlyMap<CardId, number> },
	{ check, hints }: HintRow
): string {
	const about = hints
		.flatMap((hint) => (hint.about === null ? [] : (numbers.get(hint.about) ?? [])))
		.sort((a, b) => a - b);
	const finding = say(checks[check].finding);
	if (about.length === 0) return finding;
	const named = about.slice(0, mostNumbers).join('・');
	const rest = about.length - mostNumbers;
	return `${hintText.numbers(rest > 0 ? `${named}…（${about.length}）` : named)}${finding}`;
}
