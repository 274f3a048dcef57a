import { noticeDays } from '@renkei/shared/protocol/workshop-life-api.ts';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { locale } from '../../../i18n/locale.svelte.ts';
import { keepingText } from '../../../i18n/messages/keeping.ts';

/** A calendar day in the words of the current language, in full or as short as a list needs it. */
export function dayWords(day: string, dateStyle: 'long' | 'medium' = 'long'): string {
	return new Intl.DateTimeFormat(locale.current, { dateStyle, timeZone: 'UTC' }).format(
		Date.parse(day)
	);
}

/** That a workshop goes soon, in words; empty while there is time enough. */
export function soonWords({ keptDays }: Pick<Workshop, 'keptDays'>): string {
	return keptDays > noticeDays ? '' : keepingText.soon(Math.max(0, keptDays));
}
