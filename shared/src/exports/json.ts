import { strFromU8, strToU8 } from 'fflate';
import type { Board } from '../method/board.ts';
import { maxCarried, schemaVersion } from '../method/board.ts';
import type { Card, CardId } from '../method/card.ts';
import { linkKindOf } from '../method/link-types.ts';
import type { Link, LinkId } from '../method/link.ts';
import type { BoardRecord, RecordId } from '../method/records/index.ts';
import type { ToldVote } from '../method/told-vote.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import {
	boardFileFormat,
	boardFileHeadSchema,
	boardFileSchema,
	boardFileVersion,
	maxBoardFileBytes
} from './board-file.ts';
import type { ExportedFile, ExportOptions } from './export-format.ts';
import { handedRecords, handedStamps } from './handed-remarks.ts';

/** Why a file is not read as a board. */
export type BoardFileRefusal = 'tooLarge' | 'notABoardFile' | 'newerBoardFile' | 'brokenBoardFile';

/** The board as a file that this program, or a later one, reads back. The trash stays behind. */
export function writeBoardFile(
	raw: Board,
	{
		date,
		boardId,
		votes = [],
		includeRemarks = true
	}: Pick<ExportOptions, 'date' | 'boardId' | 'votes' | 'includeRemarks'>
): ExportedFile {
	const board = cleanBoard(raw);
	const stamps = includeRemarks ? handedStamps(board) : [];
	// By id: the order of a document's entries differs from screen to screen, the file must not.
	const file = {
		format: boardFileFormat,
		version: boardFileVersion,
		exportedOn: date,
		board: {
			...(boardId === undefined ? {} : { id: boardId }),
			meta: board.meta,
			cards: [...board.cards.values()]
				.sort(byId)
				.map(({ deletedAt: _at, deletedBy: _by, ...card }) => card),
			links: [...board.links.values()].sort(byId),
			records: handedRecords(board, includeRemarks).sort(byId)
		},
		...(votes.length === 0 ? {} : { votes: votes.map(told) }),
		...(stamps.length === 0 ? {} : { stamps })
	};
	return { bytes: strToU8(`${JSON.stringify(file, null, '\t')}\n`), missingCharacters: [] };
}

/** What a file holds: a board, and what it tells of votes on it that are over. */
interface BoardFileRead {
	readonly board: Board;
	readonly votes?: readonly ToldVote[];
}

/** The board in a file, or why it is refused. Whatever the bytes are, this ends with an answer. */
export function readBoardFile(
	file: Uint8Array | string
): BoardFileRead | { readonly refusal: BoardFileRefusal } {
	if (file.length > maxBoardFileBytes) return { refusal: 'tooLarge' };
	let parsed: unknown;
	try {
		parsed = JSON.parse((typeof file === 'string' ? file : strFromU8(file)).replace(/^\ufeff/, ''));
	} catch {
		return { refusal: 'notABoardFile' };
	}
	const head = boardFileHeadSchema.safeParse(parsed);
	if (!head.success) return { refusal: 'notABoardFile' };
	if (head.data.version > boardFileVersion) return { refusal: 'newerBoardFile' };
	const content = boardFileSchema.safeParse(parsed);
	if (!content.success) return { refusal: 'brokenBoardFile' };
	const {
		id,
		meta: taken,
		cards: cardList,
		links: linkList,
		records: recordList
	} = content.data.board;
	// From here on this board is one that was carried.
	const carried = [...taken.carried.filter((one) => one !== id), ...(id === undefined ? [] : [id])];
	const meta = { ...taken, carried: carried.slice(-maxCarried) };
	if (meta.schemaVersion > schemaVersion) return { refusal: 'newerBoardFile' };

	const cards = new Map<CardId, Card>();
	for (const card of cardList)
		// The schema of each type is built from the definitions Card is inferred from.
		cards.set(card.id, { ...card, deletedAt: null, deletedBy: null } as unknown as Card);
	const links = new Map<LinkId, Link>();
	for (const { kind, ...link } of linkList) {
		const from = cards.get(link.from);
		const to = cards.get(link.to);
		if (!from || !to || from === to) return { refusal: 'brokenBoardFile' };
		links.set(link.id, { ...link, kind: linkKindOf(from.type, to.type, kind) });
	}
	const records = new Map<RecordId, BoardRecord>();
	for (const record of recordList)
		// The schema of each kind is built from the definitions BoardRecord is inferred from.
		records.set(record.id, record as unknown as BoardRecord);
	if (
		cards.size < cardList.length ||
		links.size < linkList.length ||
		records.size < recordList.length
	)
		return { refusal: 'brokenBoardFile' };
	const board = { meta, cards, links, trash: new Map<CardId, Card>(), records, problems: [] };
	const { votes } = content.data;
	return {
		board: cleanBoard({ ...board, isFromNewerVersion: false }),
		...(votes.length === 0 ? {} : { votes })
	};
}

/** Named one by one: what files do not tell of a vote must not come along. */
function told({ title, rules, endedAt, voters, cards }: ToldVote): ToldVote {
	const { budget, perCard } = rules;
	return {
		title,
		rules: { budget, perCard },
		endedAt,
		voters,
		cards: cards.map(({ card, screen, paper }) => ({ card, screen, paper }))
	};
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
	return a.id < b.id ? -1 : 1;
}
