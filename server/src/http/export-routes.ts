import * as z from 'zod/mini';
import { exportFileName } from '@renkei/shared/exports/file-name.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import type { ExportFormat } from '@renkei/shared/exports/export-format.ts';
import { defaultPackId } from '@renkei/shared/method/board.ts';
import type { ExportFormatId, SheetKindId } from '@renkei/shared/method/export-ids.ts';
import { professionSchema } from '@renkei/shared/method/professions.ts';
import type { exportQuerySchema } from '@renkei/shared/protocol/exports-api.ts';
import type { ExportRecord } from '@renkei/shared/protocol/exports-api.ts';
import { roleSchema } from '@renkei/shared/protocol/roles.ts';
import type { AuditEntry, BoardEntry } from '../storage/storage.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import type { WriteJob } from './board-files.ts';
import { exportCode, exportCodeStart, readExportCode } from './export-record.ts';
import type { TakenFile } from './export-record.ts';
import { languageOf } from './language.ts';
import type { Services } from './services.ts';
import type { Turns } from './turns.ts';

/** As many exports as anybody looks through. */
const recordLength = 200;

/** Taking a board home, and the record of who did. */
export function exportRoutes(
	{ storage, readBoardNow, packs, files, now }: Services,
	nextTurn: Turns
): Pick<Handlers, 'exportBoard' | 'tellExport' | 'listExports'> {
	const { catalogue } = storage;

	return {
		exportBoard: async ({ request, params: { boardId, format }, query, person }) => {
			const sheet = sheetFor(format, query.sheet);
			if (sheet === null) return refuse('sheetUnknown');
			const entry = await catalogue.getBoard(boardId);
			if (!entry) return refuse('notFound');
			await nextTurn();
			const board = await readBoardNow(boardId);
			// The catalogue has it and the log cannot give it: the disk is damaged.
			if (!board) return refuse('internal');
			const date = query.date ?? dayOf(now());
			const { bytes, missingCharacters } = await files.write({
				...optionsOf(query),
				format,
				board,
				sheet,
				date,
				pack: board.meta.pack === defaultPackId ? null : packs.find(board.meta.pack)
			});
			await note(entry, person, now(), { format, sheet: isWhole(format) ? null : sheet });
			const language = languageOf(request.headers['accept-language']);
			const name = exportFileName(
				{ ...board.meta, title: entry.title },
				{ format, sheet },
				{ date, method: packs.methodOf(board.meta.pack), say: (words) => words[language] }
			);
			return answer({ bytes, mediaType: exportFormats[format].mediaType, name, missingCharacters });
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

function isWhole(format: ExportFormatId): boolean {
	return (exportFormats[format] as ExportFormat).sheets === null;
}

/** The sheet a file of this format will hold, null when it cannot hold the one asked for. */
function sheetFor(format: ExportFormatId, wanted: SheetKindId | undefined): SheetKindId | null {
	const { sheets } = exportFormats[format] as ExportFormat;
	if (sheets === null) return wanted ?? 'worksheet';
	const sheet = wanted ?? (sheets.includes('worksheet') ? 'worksheet' : sheets[0]);
	return sheet !== undefined && sheets.includes(sheet) ? sheet : null;
}

/** The choices of an address as a writer takes them. */
function optionsOf(
	query: z.output<typeof exportQuerySchema>
): Omit<WriteJob, 'format' | 'board' | 'sheet' | 'date' | 'pack'> {
	const { meetingName: name, meetingDate: date, meetingPlace: place } = query;
	return {
		paper: query.paper,
		includeProfessions: query.professions === 'yes',
		includeVotes: query.votes === 'yes',
		includeNotes: query.notes === 'yes',
		includeEmpty: query.empty === 'yes',
		isMonochrome: query.monochrome === 'yes',
		meeting: { name, date, place },
		...(query.zone === undefined ? {} : { zone: query.zone })
	};
}

/** The day by the server's own calendar, as `YYYY-MM-DD`. */
function dayOf(now: number): string {
	const at = new Date(now);
	const two = (part: number): string => String(part).padStart(2, '0');
	return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
