import * as z from 'zod/mini';
import { exportFileName } from '@renkei/shared/exports/file-name.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import { readFacilitation } from '@renkei/shared/facilitation/index.ts';
import { defaultPackId } from '@renkei/shared/method/board.ts';
import { professionSchema } from '@renkei/shared/method/professions.ts';
import type { ToldVote } from '@renkei/shared/method/told-vote.ts';
import type { ExportRecord } from '@renkei/shared/protocol/exports-api.ts';
import { roleSchema } from '@renkei/shared/method/roles.ts';
import type { AuditEntry, BoardEntry } from '../storage/storage.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import { dayOf, isWhole, optionsOf, sheetFor } from './export-choices.ts';
import { exportCode, exportCodeStart, readExportCode } from './export-record.ts';
import type { TakenFile } from './export-record.ts';
import { languageOf } from './language.ts';
import type { Services } from './services.ts';
import { createLine } from './turns.ts';
import type { Turns } from './turns.ts';

/** As many exports as anybody looks through. */
const recordLength = 200;

/** Taking a board home, and the record of who did. */
export function exportRoutes(
	{ storage, readBoardNow, packs, files, now }: Services,
	nextTurn: Turns
): Pick<Handlers, 'exportBoard' | 'tellExport' | 'listExports'> {
	const { catalogue } = storage;
	// Boards are read as fast as files are written: fifty read at once would hold up everybody who types.
	const inLine = createLine(2);

	return {
		exportBoard: async ({ request, params: { boardId, format }, query, person }) => {
			const sheet = sheetFor(format, query.sheet);
			if (sheet === null) return refuse('sheetUnknown');
			const entry = await catalogue.getBoard(boardId);
			if (!entry) return refuse('notFound');
			const date = query.date ?? dayOf(now());
			const wish = JSON.stringify([boardId, format, sheet, { ...query, date }]);
			const written = await inLine(boardId, wish, async () => {
				await nextTurn();
				const board = await readBoardNow(boardId);
				if (!board) return null;
				const { pack } = board.meta;
				const file = await files.write({
					...optionsOf(query),
					votes: await votesAt(boardId),
					format,
					board,
					boardId,
					sheet,
					date,
					pack: pack === defaultPackId ? null : packs.find(pack)
				});
				return { ...file, meta: board.meta };
			});
			// The catalogue has it and the log cannot give it: the disk is damaged.
			if (!written) return refuse('internal');
			const { bytes, missingCharacters, kind, meta } = written;
			await note(entry, person, now(), { format, sheet: isWhole(format) ? null : sheet });
			const language = languageOf(request.headers['accept-language']);
			const name = exportFileName(
				{ ...meta, title: entry.title },
				{ format, sheet, ...(kind ? { kind } : {}) },
				{ date, method: packs.methodOf(meta.pack), say: (words) => words[language] }
			);
			const { mediaType } = kind ?? exportFormats[format];
			return answer({ bytes, mediaType, name, missingCharacters });
		},

		tellExport: async ({ params, body: { key, agoMs, format, sheet }, person }) => {
			const entry = await catalogue.getBoard(params.boardId);
			if (!entry) return refuse('notFound');
			const told = { format, sheet: isWhole(format) ? null : sheetFor(format, sheet ?? undefined) };
			await note(entry, person, now() - agoMs, told, `${person.participantId}/${key}`);
			return answer({ ok: true });
		},

		listExports: async ({ params }) => {
			const { workshopId } = params;
			if (!(await catalogue.getWorkshop(workshopId))) return refuse('notFound');
			const found = await catalogue.listAudit({
				workshopId,
				whatStarts: exportCodeStart,
				limit: recordLength + 1
			});
			const people = await catalogue.listParticipants(workshopId);
			const professions = new Map(people.map(({ id, profession }) => [id, profession]));
			const boards = await catalogue.listBoards(workshopId);
			const byId = new Map(boards.map((board) => [board.id, board]));
			return answer({
				isMore: found.length > recordLength,
				exports: found.slice(0, recordLength).flatMap((entry) => {
					const shown = recordOf(entry, byId.get(entry.boardId ?? ''));
					const profession = professions.get(entry.participantId ?? '') ?? null;
					return shown
						? [{ ...shown, profession: z.catch(professionOrNone, null).parse(profession) }]
						: [];
				})
			});
		}
	};

	/** The votes that are over; of one that goes on nothing leaves the server. */
	async function votesAt(boardId: string): Promise<readonly ToldVote[]> {
		const stored = await storage.facilitation.read(boardId);
		return readFacilitation(stored && JSON.parse(stored.state)).ballot.results;
	}

	async function note(
		{ id, workshopId }: BoardEntry,
		{ role, participantId }: Pick<AuditEntry, 'role' | 'participantId'>,
		at: number,
		file: TakenFile,
		key?: string
	): Promise<void> {
		const what = exportCode(file);
		const entry = { at, role, participantId, workshopId, boardId: id, what };
		await catalogue.addAudit(key === undefined ? entry : { ...entry, key });
	}
}

const professionOrNone = z.nullable(professionSchema);

function recordOf(
	{ at, role, boardId, what }: AuditEntry,
	board: BoardEntry | undefined
): Omit<ExportRecord['exports'][number], 'profession'> | null {
	const file = readExportCode(what);
	const shownRole = roleSchema.safeParse(role);
	if (file === null || boardId === null || !shownRole.success) return null;
	const place = { boardId, table: board?.table ?? null, title: board?.title ?? '' };
	return { at, role: shownRole.data, ...file, ...place };
}
