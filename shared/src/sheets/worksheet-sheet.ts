import { buildWorksheet } from '../method/worksheet/build-worksheet.ts';
import { buildDialogueRows, layoutDialogue } from '../method/worksheet/dialogue-sheet.ts';
import { layoutWorksheet } from '../method/worksheet/layout.ts';
import { rowText, worksheetBlockIds, worksheetTitle } from '../method/worksheet/worksheet.ts';
import type { ContentBlock } from './contents.ts';
import type { SheetMaker } from './sheet-kind.ts';

/** 演習シート (図表4-10), with the conversation on pages behind it where there was one. */
export const worksheetSheet: SheetMaker = {
	layOut: (board, options) => {
		const sheet = buildWorksheet(board, options);
		const layout = layoutWorksheet(sheet, options);
		const record = layoutDialogue(buildDialogueRows(board, options), {
			paper: options.paper,
			title: worksheetTitle(sheet.head)
		});
		if (record.length === 0) return layout;
		return {
			...layout,
			pages: [...layout.pages, ...record],
			bookmarks: [...layout.bookmarks, { title: 'やり取りの記録', page: layout.pages.length }]
		};
	},

	tell: (board, options) => {
		const sheet = buildWorksheet(board, options);
		return {
			title: worksheetTitle(sheet.head),
			orientation: 'landscape',
			blocks: worksheetBlockIds.flatMap((id): ContentBlock[] => {
				const { title, rows } = sheet.blocks[id];
				if (id === 'notes' && rows.length === 0) return [];
				return [
					{ kind: 'heading', level: 2, text: title },
					...rows.map((row): ContentBlock => ({
						kind: 'paragraph',
						mark: '',
						text: rowText(row),
						look: row.kind === 'lead' ? 'lead' : row.kind === 'detail' ? 'small' : 'normal',
						cardIds: row.cardIds
					}))
				];
			})
		};
	}
};
