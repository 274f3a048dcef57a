import type { Board } from '../method/board.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import {
	buildDialogueRows,
	dialogueTitle,
	layoutDialogue
} from '../method/worksheet/dialogue-sheet.ts';
import type { Paper } from '../method/worksheet/sheet-items.ts';
import { papers } from '../method/worksheet/sheet-metrics.ts';
import type { ContentBlock, SheetContents } from './contents.ts';
import { layOutContents } from './lay-out-contents.ts';
import { headOf } from './sheet-head.ts';
import type { SheetMaker, SheetOptions } from './sheet-kind.ts';

const emptyRows = { A3: 7, A4: 6 } satisfies Record<Paper, number>;
const textPt = { A3: 12, A4: 9.5 } satisfies Record<Paper, number>;

/** やり取りの記録 (図表4-5); a board without a conversation gets the form of one. */
export const dialogueRecordSheet: SheetMaker = {
	layOut: (board, options) => {
		const { paper } = options;
		const rows = buildDialogueRows(board, options);
		const contents = tellDialogue(board, options);
		if (rows.length === 0)
			return layOutContents(contents, { paper, isMonochrome: options.isMonochrome === true });
		const { widthMm, heightMm } = papers[paper];
		return {
			paper,
			widthMm,
			heightMm,
			textPt: textPt[paper],
			pages: layoutDialogue(rows, { paper, title: headOf(cleanBoard(board), '').title }),
			bookmarks: [{ title: dialogueTitle, page: 0 }]
		};
	},
	tell: tellDialogue
};

function tellDialogue(raw: Board, options: SheetOptions): SheetContents {
	const board = cleanBoard(raw);
	const rows = buildDialogueRows(board, options);
	const head = headOf(board, dialogueTitle, options.method, options.includeEmpty);
	const fields = head.fields.map(({ label, value }) => `${label}［ ${value || '　　　　　　'} ］`);
	const blocks: (ContentBlock | null)[] = [
		fields.length === 0 ? null : say(fields.join('　')),
		rows.length === 0
			? say('やり取りはまだ記録されていません。質問と答えを、話した順に書きとめます。')
			: null,
		rows.length > 0 || options.includeEmpty !== false
			? {
					kind: 'table',
					columns: [
						{ title: 'No.', share: 0.05 },
						{ title: '聞いた人', share: 0.11 },
						{ title: '質問', share: 0.28 },
						{ title: '答えた人', share: 0.13 },
						{ title: '答え', share: 0.43 }
					],
					rows:
						rows.length > 0
							? rows.map((row) => [
									{ text: String(row.number) },
									{ text: row.asker },
									{ text: row.question, isBold: true },
									{ text: row.answerer },
									{ text: [row.answer, row.cards && `→ ${row.cards}`].filter(Boolean).join('\n') }
								])
							: Array.from({ length: emptyRows[options.paper] }, (_, at) =>
									[String(at + 1), '', '', '', '\n\n\n'].map((text) => ({ text }))
								)
				}
			: null
	];
	return {
		title: head.kicker === '' ? head.title : `${head.kicker}　${head.title}`,
		orientation: 'landscape',
		blocks: blocks.filter((block) => block !== null)
	};
}

function say(text: string): ContentBlock {
	return { kind: 'paragraph', mark: '', text, look: 'normal', cardIds: [] };
}
