import { fiscalYearOf } from '@renkei/shared/method/evaluation/fiscal-years.ts';
import { say } from '../../i18n/message.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import type { SuggestionSources } from './field-suggestions.ts';

/** The suggestions of this board, in the language of this screen, as of today. */
export function suggestionSources({ board }: OpenBoard): SuggestionSources {
	const today = new Date();
	return { cards: board.cards, say, year: fiscalYearOf(today.getFullYear(), today.getMonth() + 1) };
}
