import { practiceText } from '../../i18n/messages/practice.ts';
import type { FacilitationState } from '../../state/facilitation.svelte.ts';

/** Something that goes on at the table and is more than a practice; `key` tells one from the next. */
export interface BoardNews {
	readonly key: string;
	readonly words: string;
}

/** What goes on at the table that whoever practises should hear of, the most urgent first. */
export function boardNews(led: FacilitationState | null, me: string): readonly BoardNews[] {
	const known = led?.known;
	if (!led || !known) return [];
	const { spotlight, ballot, notice } = known;
	const { running } = led;
	const news: BoardNews[] = [];
	if (spotlight && spotlight.by !== me)
		news.push({ key: `call ${spotlight.since}`, words: practiceText.calledTitle() });
	if (ballot.open) news.push({ key: 'ballot', words: practiceText.ballotTitle() });
	if (running)
		news.push({
			key: `part ${running.since}`,
			words: practiceText.partTitle(running.phase.title)
		});
	if (notice.told)
		news.push({
			key: `told ${notice.told.at}`,
			words: practiceText.toldTitle(notice.told.text)
		});
	return news;
}
