import type { PlainBoardValue } from '@renkei/shared/document/plain-board.ts';
import { mayLead, mayWrite } from '@renkei/shared/method/roles.ts';
import type { BoardHistory, HistoryPoint } from '@renkei/shared/protocol/history-api.ts';
import { momentAt } from '../history/board-past.ts';
import { stretchesOf, writersOf } from '../history/writing-times.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import { professionOf } from './attendance-routes.ts';
import { createPeople, shownPoint } from './history-people.ts';
import { createPace } from './idea-pace.ts';
import type { Services } from './services.ts';

/** More than anybody reads; the others of a room, who share one address, must not wait for who asks for all. */
const storiesAMinute = 30;

/** Looking back: named points, states, differences, and what became of one card. */
export function historyRoutes(
	services: Services
): Pick<
	Handlers,
	| 'readHistory'
	| 'readBoardAt'
	| 'readDifference'
	| 'readReplay'
	| 'readWriters'
	| 'readCardHistory'
	| 'readTrash'
> {
	const { storage, past, readBoardNow, now } = services;
	const { catalogue } = storage;
	const stories = createPace(storiesAMinute, now);

	return {
		readHistory: async ({ params: { boardId }, person }) => {
			if (!mayLead(person.role)) return refuse('forbidden');
			const moments = await past.moments(boardId);
			if (!moments) return refuse('internal');
			const stored = await storage.history.listPoints(boardId);
			const people = createPeople(catalogue);
			const shown = await Promise.all(stored.map((point) => shownPoint(point, people)));
			const points = shown.filter((point) => point !== null);
			return answer({
				epoch: moments.epoch,
				first: momentAt(moments, moments.firstSeq),
				last: momentAt(moments, moments.lastSeq),
				points,
				moments: stretchesOf(moments),
				lastRestore: lastRestoreOf(points)
			});
		},

		readBoardAt: async ({ params, person }) => {
			if (!mayLead(person.role)) return refuse('forbidden');
			const seq = Number(params.seq);
			const board = await past.boardAt(params.boardId, seq);
			const moments = board && (await past.moments(params.boardId));
			if (!moments) return refuse('notFound');
			return answer({ ...momentAt(moments, seq), board: looseBoard(board) });
		},

		readDifference: async ({ params: { boardId }, query, person }) => {
			if (!mayLead(person.role)) return refuse('forbidden');
			const [from, to] = [Number(query.from), Number(query.to)];
			const difference = await past.difference(boardId, from, to);
			const moments = difference && (await past.moments(boardId));
			if (!moments) return refuse('notFound');
			return answer({ from: momentAt(moments, from), to: momentAt(moments, to), ...difference });
		},

		readReplay: async ({ params: { boardId }, person }) => {
			if (!mayLead(person.role)) return refuse('forbidden');
			const points = await storage.history.listPoints(boardId);
			const steps = await past.steps(boardId, [...new Set(points.map(({ seq }) => seq))]);
			const moments = steps && (await past.moments(boardId));
			if (!moments) return refuse('internal');
			const people = createPeople(catalogue);
			return answer({
				first: momentAt(moments, moments.firstSeq),
				steps: await Promise.all(
					steps.map(async ({ seq, at, writer, cards, links }) => ({
						seq,
						at,
						profession: (await people(writer)).profession,
						cards,
						links,
						points: points.filter((point) => point.seq === seq).map(({ id }) => id)
					}))
				)
			});
		},

		readWriters: async ({ params: { boardId }, person }) => {
			if (!mayLead(person.role)) return refuse('forbidden');
			const moments = await past.moments(boardId);
			if (!moments) return refuse('internal');
			const found = await Promise.all(
				writersOf(moments, now()).map(async (times) => {
					const writer = await catalogue.getParticipant(times.participantId);
					return writer && { ...times, role: writer.role, profession: professionOf(writer) };
				})
			);
			return answer({ writers: found.filter((writer) => writer !== null) });
		},

		readCardHistory: async ({ params: { boardId, cardId }, person }) => {
			if (!mayWrite(person.role)) return refuse('forbidden');
			// First what costs little: the whole log is gone through for a story, and anybody who writes may ask for one.
			const waitMs = stories.take(person.participantId);
			if (waitMs > 0) return refuse('tooFast', waitMs);
			const board = await readBoardNow(boardId);
			if (!board?.cards.has(cardId) && !board?.trash.has(cardId)) return refuse('notFound');
			const story = await past.story(boardId, cardId);
			if (!story) return refuse('internal');
			const people = createPeople(catalogue);
			const points = await storage.history.listPoints(boardId);
			// The server wrote it, because somebody who leads wanted it so.
			const restorerAt = (seq: number) =>
				points.find((point) => point.seq === seq && isRestore(point))?.participantId ?? null;
			return answer({
				entries: await Promise.all(
					story.map(async ({ writer, fields, ...entry }) => ({
						...entry,
						...(await people(writer ?? restorerAt(entry.before))),
						// An absent value would be no key at all in JSON.
						fields: fields.map(({ key, before = null, after = null }) => ({ key, before, after }))
					}))
				)
			});
		},

		readTrash: async ({ params: { boardId }, person }) => {
			if (!mayWrite(person.role)) return refuse('forbidden');
			const board = await readBoardNow(boardId);
			if (!board) return refuse('internal');
			const people = createPeople(catalogue);
			const cards = await Promise.all(
				[...board.trash.values()].map(
					async ({ id, type, text, profession, deletedAt, deletedBy }) => ({
						id,
						type,
						text,
						profession,
						withdrawnAt: deletedAt ?? 0,
						withdrawnBy: (await people(deletedBy)).profession
					})
				)
			);
			return answer({ cards: cards.sort((a, b) => b.withdrawnAt - a.withdrawnAt) });
		}
	};
}

/** Named types have no other keys to the compiler; in an answer they may. */
function looseBoard({ meta, cards, trash, links, records }: PlainBoardValue) {
	return {
		meta: { ...meta },
		cards: cards.map((card) => ({ ...card })),
		trash: trash.map((card) => ({ ...card })),
		links: links.map((link) => ({ ...link })),
		records: records.map((record) => ({ ...record }))
	};
}

function isRestore({ kind }: { readonly kind: string }): boolean {
	return kind === 'restore' || kind === 'rollBack';
}

/** What every screen may offer to take back: the latest of what was put back. */
function lastRestoreOf(points: readonly HistoryPoint[]): BoardHistory['lastRestore'] {
	const restores = points.filter(isRestore);
	const last = restores.sort((a, b) => a.seq - b.seq).at(-1);
	// What was taken back is no longer there to be taken back.
	if (!last || last.params['what'] === 'undo') return null;
	const { what, to, toAt } = last.params;
	return {
		pointId: last.id,
		what: what === 'card' || what === 'zone' || what === 'board' ? what : 'rollBack',
		at: last.at,
		to: typeof to === 'number' && typeof toAt === 'number' ? { seq: to, at: toAt } : null,
		undoTo: last.seq
	};
}
