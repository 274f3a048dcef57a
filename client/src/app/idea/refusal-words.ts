import { appText } from '../../i18n/messages/app.ts';
import { ideaText } from '../../i18n/messages/idea.ts';
import type { Asked } from './ask-ideas.ts';

/** Why something was not done, as one plain sentence. */
export function refusalWords(why: NonNullable<Asked>): string {
	return why === 'noLine' ? appText.notConnected() : ideaText.refusals[why]();
}
