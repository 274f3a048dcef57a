import type { SheetKindId } from '../method/export-ids.ts';
import type { SheetKind } from './sheet-kind.ts';

/** Every sheet a board can be taken home as; its code stays out of the page until someone asks for it. */
export const sheetKinds = {
	worksheet: {
		label: { ja: '演習シート', en: 'Worksheet' },
		purpose: { ja: '全体を1枚に（図表4-10）', en: 'the whole on one page (figure 4-10)' },
		load: async () => (await import('./worksheet-sheet.ts')).worksheetSheet
	}
} satisfies Record<SheetKindId, SheetKind>;
