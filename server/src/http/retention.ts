import { noticeDays } from '@renkei/shared/protocol/workshop-life-api.ts';
import type { BoardEntry, Workshop } from '../storage/storage.ts';
import type { WorkshopLife } from '../storage/workshop-life.ts';
import { addDays, addMonths, dayAt, daysBetween, readDay } from './calendar-day.ts';
import type { CalendarDay } from './calendar-day.ts';
import { eraseWorkshop } from './erase-workshop.ts';
import type { Services } from './services.ts';
import { caseStart } from './case-start.ts';

/** Until when a workshop is kept. */
export interface Kept {
	readonly keptUntil: CalendarDay;
	/** Negative once its time is over. */
	readonly keptDays: number;
	readonly isKeptByHand: boolean;
}

/** How long workshops are kept, and the deletion of those whose time is over. */
export interface Retention {
	readonly of: (
		workshop: Workshop,
		boards: readonly BoardEntry[],
		life: WorkshopLife | undefined
	) => Promise<Kept>;
	/** Deletes the boards of every workshop whose last day has passed; how many workshops that were. */
	readonly sweep: () => Promise<number>;
}

/** A day further ahead than this is a slip of the pen. */
const mostAheadDays = 5 * 366;

/** Counts days by the server's clock. */
export function createRetention(
	services: Pick<Services, 'config' | 'storage' | 'tellRooms' | 'now'>
): Retention {
	const { config, storage, now } = services;
	const { catalogue, lives } = storage;
	const months = config.retentionMonths;

	/**
	 * Since when this length of time has counted here. However old a workshop is when the rule first meets it,
	 * staff have had the notice for its full length before anything goes.
	 */
	const countsSince = async (): Promise<CalendarDay> =>
		await catalogue.setSettingOnce(`kept-months-since/${months}`, dayAt(now()));

	const of: Retention['of'] = async (workshop, boards, life) => {
		const made = dayAt(workshop.createdAt);
		const held = readDay(workshop.heldOn);
		const isSlip = held !== null && daysBetween(made, held) > mostAheadDays;
		// Of cases the standing workshop is as young as its newest one.
		const newest =
			workshop.start === caseStart
				? boards.map(({ createdAt }) => dayAt(createdAt))
				: [held === null || isSlip ? made : held];
		const usual = addMonths(latest([made, ...newest]), months);
		const keptUntil = life?.keptUntil ?? latest([usual, addDays(await countsSince(), noticeDays)]);
		return {
			keptUntil,
			keptDays: daysBetween(dayAt(now()), keptUntil),
			isKeptByHand: typeof life?.keptUntil === 'string'
		};
	};

	return {
		of,

		async sweep() {
			const workshops = await catalogue.listWorkshops();
			const known = await lives.read(workshops.map(({ id }) => id));
			let deleted = 0;
			for (const workshop of workshops) {
				const boards = await catalogue.listBoards(workshop.id);
				if (boards.length === 0) continue;
				const { keptDays } = await of(workshop, boards, known.get(workshop.id));
				if (keptDays >= 0) continue;
				if (await eraseWorkshop(services, workshop.id, null)) deleted += 1;
			}
			return deleted;
		}
	};
}

function latest(days: readonly CalendarDay[]): CalendarDay {
	return days.reduce((one, other) => (one > other ? one : other));
}
