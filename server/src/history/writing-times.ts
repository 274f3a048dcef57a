import type { PastMoments } from '../storage/history.ts';

/** A slider has room for so many stretches. */
const mostStretches = 240;
/** Somebody who pauses longer than this begins something new. */
const longestPauseMs = 5000;
const minuteMs = 60_000;

/** A stretch of time in which something was written, with the last state of it. */
export interface Stretch {
	readonly seq: number;
	readonly at: number;
	readonly changes: number;
}

/** How much was written when: stretches of equal length, those without a word left out. */
export function stretchesOf({ firstSeq, at }: PastMoments): readonly Stretch[] {
	const [begin, end] = [at[0] ?? 0, at.at(-1) ?? 0];
	const length = Math.max(1, (end - begin + 1) / mostStretches);
	const stretches = new Map<number, Stretch>();
	for (const [index, when] of at.entries()) {
		const place = Math.min(mostStretches - 1, Math.max(0, Math.floor((when - begin) / length)));
		const changes = (stretches.get(place)?.changes ?? 0) + 1;
		stretches.set(place, { seq: firstSeq + index + 1, at: when, changes });
	}
	return [...stretches.values()].sort((a, b) => a.seq - b.seq);
}

/** How often somebody did something lately. */
export interface WriterTimes {
	readonly participantId: string;
	readonly firstAt: number;
	readonly lastAt: number;
	readonly gestures: {
		readonly five: number;
		readonly fifteen: number;
		readonly sixty: number;
		readonly all: number;
	};
}

/** Everybody who wrote, the latest first; one stretch of typing is one gesture. */
export function writersOf({ at, writer, participants }: PastMoments, now: number): WriterTimes[] {
	const found = new Map<string, WriterTimes>();
	for (const [index, when] of at.entries()) {
		const participantId = participants[writer[index] ?? -1] ?? null;
		if (participantId === null) continue;
		const known = found.get(participantId);
		const isNew = known === undefined || when - known.lastAt > longestPauseMs;
		const one = (minutes: number): number => (isNew && now - when <= minutes * minuteMs ? 1 : 0);
		const { five, fifteen, sixty, all } = known?.gestures ?? {
			five: 0,
			fifteen: 0,
			sixty: 0,
			all: 0
		};
		found.set(participantId, {
			participantId,
			firstAt: known?.firstAt ?? when,
			lastAt: when,
			gestures: {
				five: five + one(5),
				fifteen: fifteen + one(15),
				sixty: sixty + one(60),
				all: all + one(Infinity)
			}
		});
	}
	return [...found.values()].sort((a, b) => b.lastAt - a.lastAt);
}

/** The state before the last so many minutes. */
export function stateBefore({ firstSeq, at }: PastMoments, since: number): number {
	const index = at.findIndex((when) => when >= since);
	return firstSeq + (index < 0 ? at.length : index);
}
