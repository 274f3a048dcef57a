import type { CardId } from '@renkei/shared/method/card.ts';
import type { ZoneId } from '@renkei/shared/method/ids.ts';
import type { Histories, PackedRows, PastMoments } from '../storage/history.ts';
import type { Answers, Stretch } from './history-job.ts';
import type { HistoryThread } from './history-thread.ts';

/** Rows read at once: the thread that commits what people write must not be kept longer. */
const rowsPerPage = 2000;
/** Whoever moves a slider comes back to the same states. */
const maxRemembered = 12;

/** A state of a board and when it came about. */
export interface PastMoment {
	readonly seq: number;
	readonly at: number;
}

/** What can be known about a board's past; everything is null where there is no such board or no such state. */
export interface BoardPast {
	readonly moments: (boardId: string) => Promise<PastMoments | null>;
	readonly boardAt: (boardId: string, seq: number) => Promise<Answers['board'] | null>;
	readonly difference: (
		boardId: string,
		from: number,
		to: number
	) => Promise<Answers['difference'] | null>;
	readonly rawAt: (
		boardId: string,
		seq: number,
		zone: ZoneId | null
	) => Promise<Answers['raw'] | null>;
	readonly story: (boardId: string, card: CardId) => Promise<Answers['story'] | null>;
	readonly steps: (boardId: string, cuts: readonly number[]) => Promise<Answers['steps'] | null>;
	/** What a person, or the one row with this number, can be rolled back by, of everything after a state. */
	readonly rollBack: (
		boardId: string,
		whose: string | number,
		since: number,
		votedOn: readonly string[]
	) => Promise<Answers['rollBack'] | null>;
}

/** When a state came about. */
export function momentAt({ firstSeq, firstAt, at }: PastMoments, seq: number): PastMoment {
	return { seq, at: at[seq - firstSeq - 1] ?? firstAt };
}

/** Reads stretches of the log in pages and has a thread think about them; what was just asked is remembered. */
export function createBoardPast(history: Histories, { ask }: HistoryThread): BoardPast {
	const remembered = new Map<string, Promise<unknown>>();

	/** The same question about the same rows has the same answer for ever. */
	const remember = <T>(key: string, find: () => Promise<T>): Promise<T> => {
		const known = remembered.get(key) as Promise<T> | undefined;
		remembered.delete(key);
		const found = known ?? find();
		remembered.set(key, found);
		if (!known) found.catch(() => remembered.delete(key));
		for (const oldest of remembered.keys()) {
			if (remembered.size <= maxRemembered) break;
			remembered.delete(oldest);
		}
		return found;
	};

	/** The rows up to one from a whole state at or before another. */
	const stretchOf = async (
		boardId: string,
		from: number,
		upto: number,
		wantedEpoch: number
	): Promise<Stretch | null> => {
		const state = await history.readState(boardId, from);
		if (state?.epoch !== wantedEpoch || state.seq > from || upto > state.lastSeq) return null;
		const pages: PackedRows[] = [];
		for (let seq = state.seq; seq < upto; seq += rowsPerPage) {
			const most = Math.min(rowsPerPage, upto - seq);
			const page = await history.readRows(boardId, state.epoch, seq, most);
			if (page?.lengths.length !== most) return null;
			pages.push(page);
		}
		return { seq: state.seq, snapshot: state.snapshot, pages };
	};

	/** Thinks about the rows up to one, from a whole state at or before another. */
	const thinking = async <T>(
		boardId: string,
		spanOf: (moments: PastMoments) => readonly [from: number, upto: number],
		question: string,
		think: (stretch: Stretch, moments: PastMoments) => Promise<T>
	): Promise<T | null> => {
		const moments = await history.readMoments(boardId);
		if (!moments) return null;
		const { epoch } = moments;
		const [from, upto] = spanOf(moments);
		if (from < moments.firstSeq || upto > moments.lastSeq) return null;
		return await remember(`${boardId} ${epoch} ${from} ${upto} ${question}`, async () => {
			const stretch = await stretchOf(boardId, from, upto, epoch);
			return stretch && (await think(stretch, moments));
		});
	};

	return {
		moments: (boardId) => history.readMoments(boardId),
		boardAt: (boardId, seq) =>
			thinking(
				boardId,
				() => [seq, seq],
				'board',
				(stretch) => ask(stretch, { kind: 'board', seq })
			),
		difference: (boardId, from, to) =>
			thinking(
				boardId,
				() => [Math.min(from, to), Math.max(from, to)],
				`difference ${from}`,
				(stretch) => ask(stretch, { kind: 'difference', from, to })
			),
		rawAt: (boardId, seq, zone) =>
			thinking(
				boardId,
				() => [seq, seq],
				`raw ${zone}`,
				(stretch) => ask(stretch, { kind: 'raw', seq, zone })
			),
		story: (boardId, card) =>
			thinking(boardId, whole, `story ${card}`, (stretch, heads) =>
				ask(stretch, { kind: 'story', card, heads })
			),
		steps: (boardId, cuts) =>
			thinking(boardId, whole, `steps ${cuts.join(' ')}`, (stretch, heads) =>
				ask(stretch, { kind: 'steps', cuts, heads })
			),
		rollBack: (boardId, whose, since, votedOn) => {
			const question = `rollBack ${whose} ${votedOn.join(' ')}`;
			const span = ({ firstSeq, lastSeq }: PastMoments) =>
				[Math.min(Math.max(since, firstSeq), lastSeq), lastSeq] as const;
			return thinking(boardId, span, question, (stretch, heads) => {
				const [from] = span(heads);
				return ask(stretch, { kind: 'rollBack', whose, since: from, votedOn, heads });
			});
		}
	};
}

function whole({ firstSeq, lastSeq }: PastMoments): readonly [number, number] {
	return [firstSeq, lastSeq];
}
