import type { Board } from '../method/board.ts';
import { layoutBlockPages } from '../method/worksheet/block-pages.ts';
import { buildWorksheet } from '../method/worksheet/build-worksheet.ts';
import type { SheetLayout } from '../method/worksheet/sheet-items.ts';
import { sheetKinds } from '../sheets/index.ts';
import type { ExportedFile, ExportOptions } from './export-format.ts';
import { packPresentation } from './pptx-package.ts';
import type { Slide } from './pptx-slide.ts';

/**
 * A sheet as slides of native shapes, one per page. 演習シート is followed by one slide per block in letters a hall
 * can read. Words keep every character: PowerPoint has its own fonts for what ours lacks.
 */
export async function writePptx(board: Board, options: ExportOptions): Promise<ExportedFile> {
	const maker = await sheetKinds[options.sheet].load();
	const layout = maker.layOut(board, options);
	const slides = slidesOf(layout);
	if (options.sheet === 'worksheet') {
		const form = layout.bookmarks[1]?.page ?? layout.pages.length;
		slides.splice(form, 0, ...layoutBlockPages(buildWorksheet(board, options), options));
	}
	const { widthMm, heightMm } = layout;
	const { title } = maker.tell(board, options);
	const bytes = await packPresentation({
		title,
		date: options.date,
		widthMm,
		heightMm,
		slides
	});
	return { bytes, missingCharacters: [] };
}

function slidesOf({ pages, bookmarks }: SheetLayout): Slide[] {
	let name = '';
	return pages.map((items, page) => {
		const begun = bookmarks.find((bookmark) => bookmark.page === page);
		if (begun) name = begun.title;
		return { title: begun ? name : `${name}（つづき）`, items };
	});
}
