import { remarksText } from '../../i18n/messages/remarks.ts';
import { momentWords } from '../moment-words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Longer ago than this the day says more than a number of days. */
const mostDays = 6;

/** How long ago something was, in words; a device whose clock is behind says たったいま. */
export function agoWords(at: number, now: number): string {
	const past = now - at;
	if (past < minuteMs) return remarksText.ago.now();
	if (past < hourMs) return remarksText.ago.minutes(Math.floor(past / minuteMs));
	if (past < dayMs) return remarksText.ago.hours(Math.floor(past / hourMs));
	if (past < (mostDays + 1) * dayMs) return remarksText.ago.days(Math.floor(past / dayMs));
	return momentWords(at, now);
}
