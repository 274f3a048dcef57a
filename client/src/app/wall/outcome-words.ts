import type { LeadRefusal } from '@renkei/shared/facilitation/aid.ts';
import type { PartKind } from '@renkei/shared/facilitation/part-kinds.ts';
import { programmeLimits } from '@renkei/shared/facilitation/phase.ts';
import type { StepId } from '@renkei/shared/method/ids.ts';
import { steps } from '@renkei/shared/method/steps.ts';
import { say } from '../../i18n/message.ts';
import { leadingText } from '../../i18n/messages/leading.ts';
import { wallText } from '../../i18n/messages/wall.ts';
import type { Outcome } from './lead-tables.ts';

/** What became of a press, as a sentence; tables that refused it are named with the reason. */
export function sentenceOf({ done, refused, failure }: Outcome): string {
	const { lead } = wallText;
	const reasons = new Map<LeadRefusal, string[]>();
	for (const { table, reason } of refused)
		reasons.set(reason, [...(reasons.get(reason) ?? []), wallText.table(table)]);
	const sentences = [...reasons].map(([reason, tables]) =>
		lead.refused(tables.join(wallText.listSeparator()), lead.reasons[reason]())
	);
	if (done.length > 0) sentences.unshift(lead.done(new Set(done).size));
	return [...sentences, failure].filter(Boolean).join(' ');
}

/** The name of a part of the usual programme, as the dock of a table gives it. */
export function titleOfPart(kind: PartKind, step: StepId): string {
	const label = say(steps[step].label);
	const title =
		kind === 'together'
			? label
			: kind === 'alone'
				? leadingText.aloneAt(label)
				: `${label}・${leadingText.kinds[kind]()}`;
	return Array.from(title).slice(0, programmeLimits.titleLength).join('');
}
