import { professions } from '@renkei/shared/method/professions.ts';
import { locale } from '../../i18n/locale.svelte.ts';
import { say } from '../../i18n/message.ts';
import { wallText } from '../../i18n/messages/wall.ts';
import type { TableLook } from './table-look.ts';

/** Whole minutes since a moment, never below zero; both in ms of the server's clock. */
export function minutesSince(since: number, now: number): number {
	return Math.max(0, Math.floor((now - since) / 60_000));
}

/** A table in sentences, for whoever does not see its drawing; nothing in it changes by time alone. */
export function summaryOf(table: TableLook): string {
	const { summary } = wallText;
	const cards = table.zones
		.flatMap((zone) => zone.cards)
		.reduce((sum, { count }) => sum + count, 0);
	const done = table.stepBars.filter((state) => state === 'done').length;
	const changed =
		table.changedAt === null ? '' : summary.changed(clockOf(new Date(table.changedAt)));
	return [
		summary.people(table.theme || wallText.noTheme()),
		summary.people(wallText.step(table.stepNumber, say(table.stepLabel))),
		summary.steps(done, table.stepBars.length),
		summary.cards(cards),
		table.handSince === null ? '' : summary.people(wallText.handUp()),
		summary.people(peopleOf(table)),
		summary.ready(table.readyCount, table.writerCount),
		summary.hints(table.hintCount),
		changed
	].join('');
}

function peopleOf({ people, peopleCount, lostSince }: TableLook): string {
	if (lostSince !== null) return wallText.lost();
	if (peopleCount === 0) return wallText.nobodyYet();
	const named = people.flatMap(({ profession, count }) =>
		profession === null ? [] : [`${say(professions[profession].label)} ${count}`]
	);
	return [wallText.people(peopleCount), ...named].join(wallText.listSeparator());
}

function clockOf(moment: Date): string {
	return moment.toLocaleTimeString(locale.current === 'en' ? 'en-GB' : 'ja-JP', {
		hour: '2-digit',
		minute: '2-digit'
	});
}
