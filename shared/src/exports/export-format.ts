import type { Board } from '../method/board.ts';
import type { Localised } from '../method/localised.ts';
import type { Method } from '../method/packs/method.ts';
import type { Paper } from '../method/worksheet/sheet-items.ts';

/** The two weights of BIZ UDPGothic as TTF bytes. */
export interface FontFiles {
	readonly regular: Uint8Array;
	readonly bold: Uint8Array;
}

/** What a person chose, and what the writer cannot know by itself. */
export interface ExportOptions {
	readonly paper: Paper;
	/** The day of writing as `YYYY-MM-DD`; the only date in the file, so that the same board gives the same bytes. */
	readonly date: string;
	/** Only called by formats that embed fonts. Give the same arrays every time: parsed fonts are kept by them. */
	readonly fonts: () => Promise<FontFiles>;
	/** Whether the profession that wrote each card is printed. */
	readonly includeProfessions?: boolean;
	/** Whose words the file speaks; the manual's own unless given. */
	readonly method?: Method;
	/** Badges in black. */
	readonly isMonochrome?: boolean;
}

/** A written file, and the characters it shows as 〓 because the embedded font does not have them: tell the person. */
export interface ExportedFile {
	readonly bytes: Uint8Array;
	readonly missingCharacters: readonly string[];
}

/** One way to take a board home; `write` loads its library only when it is called. */
export interface ExportFormat {
	readonly label: Localised;
	/** What the file is good for, in a few words. */
	readonly purpose: Localised;
	readonly extension: string;
	readonly mediaType: string;
	readonly write: (board: Board, options: ExportOptions) => Promise<ExportedFile>;
}
