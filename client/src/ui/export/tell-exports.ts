import type { ExportFormatId, SheetKindId } from '@renkei/shared/method/export-ids.ts';
import { ExportTeller } from './export-teller.ts';

const teller = new ExportTeller({
	// Asked each time: some browsers throw at the mere name.
	storage: {
		getItem: (key) => localStorage.getItem(key),
		setItem: (key, value) => localStorage.setItem(key, value),
		removeItem: (key) => localStorage.removeItem(key)
	},
	fetchIt: (...request) => fetch(...request),
	now: () => Date.now()
});
addEventListener('online', () => void teller.tellAll());
void teller.tellAll();

/** Tells the server that a file was written here, at once or when the line is back; `sheet` is null for the whole board. */
export function tellExport(
	boardId: string,
	format: ExportFormatId,
	sheet: SheetKindId | null
): void {
	void teller.tell(boardId, format, sheet);
}
