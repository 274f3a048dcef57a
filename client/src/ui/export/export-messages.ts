import type { ExportedFile, ExportOptions } from '@renkei/shared/exports/export-format.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { ExportFormatId } from '@renkei/shared/method/export-ids.ts';

/** The fonts the thread asks for: the two of every sheet at once, or one weight of the second font. */
export type FontWish = 'sheet' | 'regular' | 'bold';

/** What the page says to the thread that writes files. */
export type ToThread =
	| {
			readonly kind: 'write';
			readonly id: number;
			readonly format: ExportFormatId;
			readonly board: Board;
			readonly options: Omit<ExportOptions, 'fonts' | 'canvas'>;
	  }
	/** Null when the fonts did not arrive. */
	| {
			readonly kind: 'fonts';
			readonly wish: FontWish;
			readonly files: readonly Uint8Array[] | null;
	  };

/** What the thread says to the page. */
export type FromThread =
	/** Every writer has been fetched. */
	| { readonly kind: 'ready' }
	| { readonly kind: 'done'; readonly id: number; readonly file: ExportedFile }
	/** `canTryOnPage` when only the thread of this browser cannot do it. */
	| { readonly kind: 'failed'; readonly id: number; readonly canTryOnPage: boolean }
	| { readonly kind: 'fonts'; readonly wish: FontWish };
