import type { Board } from '../method/board.ts';
import type { Localised } from '../method/localised.ts';
import type { SheetKindId } from '../method/export-ids.ts';
import type { SheetOptions } from '../sheets/sheet-kind.ts';
import type { OpenCanvas } from './sheet-canvas.ts';

/** The two weights of BIZ UDPGothic as TTF bytes. */
export interface FontFiles {
	readonly regular: Uint8Array;
	readonly bold: Uint8Array;
	/** Noto Sans JP, for the characters BIZ UDPGothic lacks; most boards never ask for it. */
	readonly second: (weight: 'regular' | 'bold') => Promise<Uint8Array>;
}

/** What a person chose, and what the writer cannot know by itself. */
export interface ExportOptions extends SheetOptions {
	/** Which sheet; formats of the whole board do not ask. `date` is the only date in the file, so that the same board gives the same bytes. */
	readonly sheet: SheetKindId;
	/** Only called by formats that embed fonts. Give the same arrays every time: parsed fonts are kept by them. */
	readonly fonts: () => Promise<FontFiles>;
	/** Only called by formats that are pictures. */
	readonly canvas: OpenCanvas;
	/** The board's own id, for files that go to another server. */
	readonly boardId?: string;
	/** How fine a picture is; 150 unless said, at most 300. */
	readonly dpi?: number;
}

/** A written file, and the characters it shows as 〓 because the embedded font does not have them: tell the person. */
export interface ExportedFile {
	readonly bytes: Uint8Array;
	readonly missingCharacters: readonly string[];
	/** Set where the file is not of the format's own kind: many pictures come in one zip. */
	readonly kind?: { readonly extension: string; readonly mediaType: string };
}

/** One way to take a board home; `write` loads its library only when it is called. */
export interface ExportFormat {
	readonly label: Localised;
	/** What the file is good for, in a few words. */
	readonly purpose: Localised;
	readonly extension: string;
	readonly mediaType: string;
	/** The sheets it can hold; null when it always holds the whole board. */
	readonly sheets: readonly SheetKindId[] | null;
	readonly write: (board: Board, options: ExportOptions) => Promise<ExportedFile>;
}
