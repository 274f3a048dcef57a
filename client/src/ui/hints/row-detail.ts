import type { CardId } from '@renkei/shared/method/card.ts';
import { checks } from '@renkei/shared/method/checks/index.ts';
import { say } from '../../i18n/message.ts';
import { hintText } from '../../i18n/messages/hints.ts';
import { numberRuns } from '../card-panel/number-runs.ts';
import type { HintRow } from './hint-rows.ts';

/** The line under a question: which cards it concerns, and what is so with them. */
export function rowDetail(
	{ numbers }: { readonly numbers: ReadonlyMap<CardId, number> },
	{ check, hints }: HintRow
): string {
	const about = hints.flatMap((hint) =>
		hint.about === null ? [] : (numbers.get(hint.about) ?? [])
	);
	const finding = say(checks[check].finding);
	return about.length === 0 ? finding : `${hintText.numbers(numberRuns(about))}${finding}`;
}
