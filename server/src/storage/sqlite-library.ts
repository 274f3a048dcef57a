import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { BoardPlace, FoundCard, KeptSummary, Library, LibraryFacet } from './library.ts';
import type { Synchronous } from './sqlite-calls.ts';
import { createSqliteCauseGroups } from './sqlite-cause-groups.ts';

/** The shortest word the index knows; shorter ones are looked for in the folded texts themselves. */
const indexedLength = 3;
const maxFacets = 200;

interface CardRecord extends Omit<FoundCard, 'chain' | 'isRoot' | 'diseases'> {
	readonly chain: string;
	readonly isRoot: number;
}

/** Summaries, words and groups on an open database; the caller provides the transaction. */
export function createSqliteLibrary(database: DatabaseSync): Synchronous<Library> {
	const selectBoard = database.prepare(
		'SELECT epoch FROM board WHERE id = ? AND deleted_at IS NULL'
	);
	const selectKept = database.prepare(
		'SELECT epoch, seq, form FROM board_summary WHERE board_id = ?'
	);
	const forget = ['board_summary', 'board_disease', 'library_card'].map((table) =>
		database.prepare(`DELETE FROM ${table} WHERE board_id = ?`)
	);
	const insertSummary = database.prepare('INSERT INTO board_summary VALUES (?, ?, ?, ?, ?, ?, ?)');
	const insertDisease = database.prepare('INSERT OR IGNORE INTO board_disease VALUES (?, ?, ?)');
	const insertCard = database.prepare(
		`INSERT OR IGNORE INTO library_card
		(board_id, card_id, type, text, folded, category, is_root, categories, chain)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
	);
	const selectSummaries = database.prepare(
		`SELECT board_id AS boardId, epoch, seq, form, summary FROM board_summary
		WHERE board_id IN (SELECT value FROM json_each(?))`
	);
	const selectStale = database.prepare(
		`SELECT board.id AS boardId, board.epoch, board.last_seq AS seq
		FROM board LEFT JOIN board_summary AS kept ON kept.board_id = board.id
		WHERE board.deleted_at IS NULL AND (kept.board_id IS NULL OR kept.form <> ?
			OR kept.epoch <> board.epoch OR kept.seq < board.last_seq)
		ORDER BY board.created_at DESC`
	);
	const selectChain = database.prepare(
		`SELECT card_id AS cardId, type, text FROM library_card
		WHERE board_id = ? AND card_id IN (SELECT value FROM json_each(?))`
	);
	const selectDiseases = database.prepare(
		'SELECT label FROM board_disease WHERE board_id = ? ORDER BY folded'
	);
	const selectDiseaseFacets = database.prepare(
		`SELECT min(label) AS label, count(*) AS boards FROM board_disease
		GROUP BY folded ORDER BY boards DESC, label LIMIT ${maxFacets}`
	);
	const selectCategoryFacets = database.prepare(
		`SELECT category AS label, count(DISTINCT board_id) AS boards FROM library_card
		WHERE category <> '' GROUP BY category ORDER BY boards DESC, label LIMIT ${maxFacets}`
	);
	const searches = new Map<string, StatementSync>();

	/** One statement per number of words in the index and number of words outside it. */
	function searchFor(hasIndexed: boolean, shortCount: number): StatementSync {
		const key = `${hasIndexed} ${shortCount}`;
		const known = searches.get(key);
		if (known) return known;
		const made = database.prepare(searchSql(hasIndexed, shortCount));
		searches.set(key, made);
		return made;
	}

	function chainOf(card: CardRecord): FoundCard['chain'] {
		const ids = JSON.parse(card.chain) as string[];
		const rows = selectChain.all(card.boardId, card.chain) as unknown as FoundCard['chain'];
		const byId = new Map(rows.map((row) => [row.cardId, row]));
		return ids.flatMap((id) => byId.get(id) ?? []);
	}

	return {
		...createSqliteCauseGroups(database),

		keepBoard(board) {
			const { boardId, epoch, seq, form } = board;
			const live = selectBoard.get(boardId) as { epoch: number } | undefined;
			if (live?.epoch !== epoch) return false;
			const kept = selectKept.get(boardId) as KeptSummary | undefined;
			if (kept && kept.form === form && kept.epoch === epoch && kept.seq > seq) return false;
			for (const statement of forget) statement.run(boardId);
			insertSummary.run(boardId, epoch, seq, form, board.kind, board.scene, board.summary);
			for (const { folded, label } of board.diseases) insertDisease.run(boardId, folded, label);
			for (const card of board.cards)
				insertCard.run(
					boardId,
					card.cardId,
					card.type,
					card.text,
					card.folded,
					card.category,
					card.isRoot ? 1 : 0,
					`\n${card.categories.join('\n')}\n`,
					JSON.stringify(card.chain)
				);
			return true;
		},

		readSummaries(boardIds) {
			const rows = selectSummaries.all(JSON.stringify(boardIds)) as unknown as (KeptSummary & {
				boardId: string;
			})[];
			return new Map(rows.map(({ boardId, ...kept }) => [boardId, kept]));
		},

		listStale: (form) => selectStale.all(form) as unknown as BoardPlace[],

		findCards(query) {
			const words = query.words.filter((word) => word !== '');
			const indexed = words.filter((word) => Array.from(word).length >= indexedLength);
			const short = words.filter((word) => !indexed.includes(word));
			// Quoted, so that nothing in a word is an operator.
			const match = indexed.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ');
			const { scene, kind, type, disease, category, limit } = query;
			const rows = searchFor(indexed.length > 0, short.length).all(
				{ scene, kind, type, disease, category, limit: limit + 1 },
				...(indexed.length > 0 ? [match] : []),
				...short
			) as unknown as CardRecord[];
			return {
				cards: rows.slice(0, limit).map((row) => ({
					...row,
					isRoot: row.isRoot === 1,
					chain: chainOf(row),
					diseases: selectDiseases.all(row.boardId).map((found) => String(found['label']))
				})),
				isMore: rows.length > limit
			};
		},

		listFacets: () => ({
			diseases: selectDiseaseFacets.all() as unknown as LibraryFacet[],
			categories: selectCategoryFacets.all() as unknown as LibraryFacet[]
		})
	};
}

function searchSql(hasIndexed: boolean, shortCount: number): string {
	const conditions = [
		...(hasIndexed
			? ['card.id IN (SELECT rowid FROM library_text WHERE library_text MATCH ?)']
			: []),
		...Array.from({ length: shortCount }, () => 'instr(card.folded, ?) > 0')
	];
	return `SELECT card.board_id AS boardId, card.card_id AS cardId, card.type, card.text,
		card.category, card.is_root AS isRoot, card.chain, board.title, kept.kind, kept.scene,
		workshop.id AS workshopId, workshop.name AS workshopName, workshop.municipality,
		board.created_at AS createdAt
	FROM library_card AS card
	JOIN board ON board.id = card.board_id
	JOIN board_summary AS kept ON kept.board_id = card.board_id
	JOIN workshop ON workshop.id = board.workshop_id
	WHERE ${conditions.map((condition) => `${condition} AND `).join('')}
		(:scene IS NULL OR kept.scene = :scene)
		AND (:kind IS NULL OR kept.kind = :kind)
		AND (:type IS NULL OR card.type = :type)
		AND (:disease IS NULL OR EXISTS (SELECT 1 FROM board_disease
			WHERE board_disease.board_id = card.board_id AND board_disease.folded = :disease))
		AND (:category IS NULL OR instr(card.categories, char(10) || :category || char(10)) > 0)
	ORDER BY board.created_at DESC, board.rowid DESC, card.id LIMIT :limit`;
}
