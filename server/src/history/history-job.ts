import type { BoardDifferences } from '@renkei/shared/document/board-difference.ts';
import { differencesBetween } from '@renkei/shared/document/board-difference.ts';
import type { RowHead, StoryEntry } from '@renkei/shared/document/card-story.ts';
import { CardStory } from '@renkei/shared/document/card-story.ts';
import type { StoredUpdate } from '@renkei/shared/document/log-replay.ts';
import { LogReplay } from '@renkei/shared/document/log-replay.ts';
import type { PlainBoardValue } from '@renkei/shared/document/plain-board.ts';
import { plainBoardOf } from '@renkei/shared/document/plain-board.ts';
import type { RawBoard } from '@renkei/shared/document/raw-board.ts';
import type { ReplayStep } from '@renkei/shared/document/replay-steps.ts';
import { ReplaySteps } from '@renkei/shared/document/replay-steps.ts';
import type { RollBackPreview } from '@renkei/shared/document/roll-back-preview.ts';
import { previewRollBack } from '@renkei/shared/document/roll-back-preview.ts';
import type { RollBackPlan } from '@renkei/shared/document/roll-back.ts';
import { RollBackPlanner } from '@renkei/shared/document/roll-back.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { ZoneId } from '@renkei/shared/method/ids.ts';
import { readLanes } from '@renkei/shared/method/lanes.ts';
import type { PackedRows } from '../storage/history.ts';
import { openBlob } from '../storage/storage.ts';

/** A stretch of a board's log: a whole state, and the rows after it. */
export interface Stretch {
	readonly seq: number;
	readonly snapshot: Uint8Array | null;
	readonly pages: readonly PackedRows[];
}

/** When and by whom the rows from `firstSeq + 1` on were written. */
export interface Heads {
	readonly firstSeq: number;
	readonly at: Float64Array;
	readonly writer: Uint16Array;
	readonly participants: readonly (string | null)[];
}

/** What can be asked of a stretch; states are named by the number of their last row. */
export type Ask =
	| { readonly kind: 'board'; readonly seq: number }
	| { readonly kind: 'difference'; readonly from: number; readonly to: number }
	| { readonly kind: 'raw'; readonly seq: number; readonly zone: ZoneId | null }
	| { readonly kind: 'story'; readonly card: CardId; readonly heads: Heads }
	| { readonly kind: 'steps'; readonly cuts: readonly number[]; readonly heads: Heads }
	| {
			readonly kind: 'rollBack';
			/** Whose rows go: a person's, or one that the server wrote, by its number. */
			readonly whose: string | number;
			readonly since: number;
			readonly votedOn: readonly string[];
			readonly heads: Heads;
	  };

/** What comes back for each kind. */
export interface Answers {
	readonly board: PlainBoardValue;
	readonly difference: BoardDifferences;
	readonly raw: { readonly raw: RawBoard; readonly cardsThen: readonly string[] };
	readonly story: readonly StoryEntry[];
	readonly steps: readonly ReplayStep[];
	readonly rollBack: { readonly plan: RollBackPlan; readonly preview: RollBackPreview };
}

/** Answers one question about a board's past; works on its own copy and takes as long as it takes. */
export function answerAbout(stretch: Stretch, ask: Ask): Answers[Ask['kind']] {
	const rows = updatesOf(stretch.pages);
	const upto = (seq: number): LogReplay =>
		new LogReplay(stretch.snapshot && updateOf(stretch.snapshot), rows.slice(0, seq - stretch.seq));
	switch (ask.kind) {
		case 'board':
			return plainBoardOf(upto(ask.seq).board());
		case 'difference': {
			const [earlier, later] = [Math.min(ask.from, ask.to), Math.max(ask.from, ask.to)];
			const replay = upto(earlier);
			const first = replay.board();
			replay.skip(rows.slice(earlier - stretch.seq, later - stretch.seq));
			const second = replay.board();
			return ask.from <= ask.to
				? differencesBetween(first, second)
				: differencesBetween(second, first);
		}
		case 'raw': {
			const replay = upto(ask.seq);
			const lanes = ask.zone === null ? [] : readLanes(replay.board())[ask.zone];
			return { raw: replay.raw(), cardsThen: lanes.map(({ card }) => card.id) };
		}
		case 'story': {
			const story = new CardStory(ask.card);
			walk(upto(stretch.seq), stretch.seq, rows, ask.heads, (head, changes) =>
				story.note(head, changes)
			);
			return story.entries;
		}
		case 'steps': {
			const steps = new ReplaySteps(new Set(ask.cuts));
			walk(upto(stretch.seq), stretch.seq, rows, ask.heads, (head, changes) =>
				steps.note(head, changes)
			);
			return steps.steps;
		}
		case 'rollBack': {
			const { whose, since, votedOn, heads } = ask;
			const planner = new RollBackPlanner(votedOn);
			const replay = upto(since);
			walk(replay, since, rows.slice(since - stretch.seq), heads, ({ seq, writer }, changes) =>
				planner.note(changes, whose === writer || whose === seq)
			);
			const now = replay.raw();
			const plan = planner.plan(now);
			return { plan, preview: previewRollBack(plan, now) };
		}
	}
}

function walk(
	replay: LogReplay,
	seq: number,
	rows: readonly StoredUpdate[],
	{ firstSeq, at, writer, participants }: Heads,
	note: (head: RowHead, changes: ReturnType<LogReplay['step']>) => void
): void {
	for (const [index, row] of rows.entries()) {
		const number = seq + index + 1;
		const place = number - firstSeq - 1;
		const head = {
			seq: number,
			at: at[place] ?? 0,
			writer: participants[writer[place] ?? -1] ?? null
		};
		note(head, replay.step(row));
	}
}

function updatesOf(pages: readonly PackedRows[]): readonly StoredUpdate[] {
	return pages.flatMap(({ lengths, bytes }) => {
		let offset = 0;
		return [...lengths].map((length) => {
			const update = updateOf(bytes.subarray(offset, offset + length));
			offset += length;
			return update;
		});
	});
}

function updateOf(blob: Uint8Array): StoredUpdate {
	const opened = openBlob(blob);
	if (!opened) throw new Error('a stored blob has an unknown format');
	return { bytes: opened.bytes, isV2: opened.format === 2 };
}
