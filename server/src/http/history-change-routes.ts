import { restore } from '@renkei/shared/document/restore.ts';
import type { RestoreWhat } from '@renkei/shared/document/restore.ts';
import { rollBack } from '@renkei/shared/document/roll-back.ts';
import { readFacilitation } from '@renkei/shared/facilitation/index.ts';
import { mayLead } from '@renkei/shared/method/roles.ts';
import type { HistoryPoint, PointParams, Restore } from '@renkei/shared/protocol/history-api.ts';
import type { SignedInPerson } from '../auth/signed-in.ts';
import { momentAt } from '../history/board-past.ts';
import { pointMark } from '../history/mark-point.ts';
import { stateBefore } from '../history/writing-times.ts';
import type { PointMark } from '../storage/history.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import { createPeople, shownPoint } from './history-people.ts';
import type { Services } from './services.ts';

const minuteMs = 60_000;

type Undo = Extract<Restore, { readonly what: 'undo' }>;
type RestoreTo = Exclude<Restore, Undo>;

type Write = (
	doc: Parameters<typeof restore>[0],
	author: Parameters<typeof restore>[3]
) => ReturnType<typeof restore>;

/** What is to be written, and what its point says of it. */
interface Wanted {
	readonly params: PointParams;
	readonly write: Write;
}

/** Keeping a moment, putting back what was, and rolling one person back; each as one ordinary change. */
export function historyChangeRoutes(
	services: Services
): Pick<Handlers, 'addPoint' | 'restore' | 'rollBack'> {
	const { storage, past, changeBoard, now } = services;
	const { catalogue, history } = storage;

	const isClosed = async (boardId: string): Promise<boolean> => {
		const board = await catalogue.getBoard(boardId);
		const workshop = board && (await catalogue.getWorkshop(board.workshopId));
		return workshop?.state === 'closed';
	};
	const note = async (
		what: string,
		{ role, participantId }: SignedInPerson,
		boardId: string
	): Promise<void> => {
		const workshopId = (await catalogue.getBoard(boardId))?.workshopId ?? null;
		await catalogue.addAudit({ at: now(), role, participantId, workshopId, boardId, what });
	};
	const keptPoint = async (boardId: string, id: string): Promise<HistoryPoint | null> => {
		const stored = (await history.listPoints(boardId)).find((point) => point.id === id);
		return stored ? await shownPoint(stored, createPeople(catalogue)) : null;
	};
	/** The state right before a change that was named so, or the last one when nothing had to be changed. */
	const undoTo = async (boardId: string, point: HistoryPoint | null): Promise<number> =>
		point?.seq ?? (await past.moments(boardId))?.lastSeq ?? 0;

	/** Writes in the server's name what somebody who leads wants, with a name for the state before it. */
	const writeNamed = async (
		boardId: string,
		mark: PointMark,
		person: SignedInPerson,
		write: Write
	): Promise<{ readonly changes: number; readonly point: HistoryPoint | null } | null> => {
		let changes = 0;
		const author = { participant: person.participantId, profession: person.profession, now: now() };
		const isKept = await changeBoard(
			boardId,
			(doc) => {
				changes = write(doc, author);
			},
			mark
		);
		return isKept ? { changes, point: await keptPoint(boardId, mark.id) } : null;
	};

	/** What a moment looked like is put back over what is there now. */
	const back = async (boardId: string, body: RestoreTo): Promise<Wanted | null> => {
		const { to } = body;
		const then = await past.rawAt(boardId, to, body.what === 'zone' ? body.zone : null);
		const moments = then && (await past.moments(boardId));
		if (!moments) return null;
		const what = wantedOf(body, then.cardsThen);
		return {
			params: { to, toAt: momentAt(moments, to).at },
			write: (doc, author) => restore(doc, then.raw, what, author)
		};
	};
	/** What the row after a point did is taken back where nobody went on from there. */
	const undoing = async (boardId: string, body: Undo): Promise<Wanted | null> => {
		const points = await history.listPoints(boardId);
		const point = points.find(({ id }) => id === body.pointId);
		if (!point || !['restore', 'rollBack'].includes(point.kind)) return null;
		const found = await past.rollBack(boardId, point.seq + 1, point.seq, []);
		return found && { params: {}, write: (doc, author) => rollBack(doc, found.plan, author) };
	};

	return {
		addPoint: async ({ params: { boardId }, body, person }) => {
			if (!mayLead(person.role)) return refuse('forbidden');
			const moments = await past.moments(boardId);
			if (!moments) return refuse('internal');
			const at = body.seq === undefined ? now() : momentAt(moments, body.seq).at;
			const mark = pointMark({ kind: 'star', text: body.text, by: person }, at);
			if (!(await history.addPoint(boardId, body.seq ?? null, mark))) return refuse('notFound');
			const point = await keptPoint(boardId, mark.id);
			if (!point) return refuse('notFound');
			await note('history-starred', person, boardId);
			return answer(point);
		},

		restore: async ({ params: { boardId }, body, person }) => {
			if (!mayLead(person.role)) return refuse('forbidden');
			if (await isClosed(boardId)) return refuse('workshopClosed');
			const wanted =
				body.what === 'undo' ? await undoing(boardId, body) : await back(boardId, body);
			if (!wanted) return refuse('notFound');
			const { what } = body;
			const params = { what, ...wanted.params };
			const mark = pointMark({ kind: 'restore', params, by: person }, now());
			const done = await writeNamed(boardId, mark, person, wanted.write);
			if (!done) return refuse('internal');
			await note(`history-restored-${what}`, person, boardId);
			return answer({ ...done, undoTo: await undoTo(boardId, done.point) });
		},

		rollBack: async ({ params: { boardId }, body, person }) => {
			if (!mayLead(person.role)) return refuse('forbidden');
			const { participantId, minutes, sinceSeq, dryRun } = body;
			if ((minutes === undefined) === (sinceSeq === undefined)) return refuse('badRequest');
			if (!dryRun && (await isClosed(boardId))) return refuse('workshopClosed');
			const moments = await past.moments(boardId);
			if (!moments) return refuse('internal');
			if (!moments.participants.includes(participantId)) return refuse('notFound');
			const since = sinceSeq ?? stateBefore(moments, now() - (minutes ?? 0) * minuteMs);
			const kept = await storage.facilitation.read(boardId);
			const { ballot } = readFacilitation(kept && JSON.parse(kept.state));
			// All that can be voted on, so that who looks learns nothing of the votes.
			const votedOn = ballot.open?.candidates ?? [];
			const found = await past.rollBack(boardId, participantId, since, votedOn);
			if (!found) return refuse('notFound');
			const { plan, preview } = found;
			if (dryRun) return answer({ ...preview, point: null, undoTo: moments.lastSeq });
			const mark = pointMark(
				{ kind: 'rollBack', params: { cards: preview.cards.length }, by: person },
				now()
			);
			const done = await writeNamed(boardId, mark, person, (doc, author) =>
				rollBack(doc, plan, author)
			);
			if (!done) return refuse('internal');
			await note('history-rolled-back', person, boardId);
			return answer({ ...preview, point: done.point, undoTo: await undoTo(boardId, done.point) });
		}
	};
}

function wantedOf(body: RestoreTo, cardsThen: readonly string[]): RestoreWhat {
	if (body.what === 'zone') return { what: 'zone', zone: body.zone, cardsThen };
	return body.what === 'card' ? { what: 'card', card: body.cardId } : { what: 'board' };
}
