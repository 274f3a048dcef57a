import type { ExportFormatId, SheetKindId } from '@renkei/shared/method/export-ids.ts';
import type { Paper } from '@renkei/shared/method/worksheet/sheet-items.ts';

/** What must be looked at before a sheet leaves the board. */
export const privacyCheckIds = ['contact', 'facility', 'person'] as const;
export type PrivacyCheckId = (typeof privacyCheckIds)[number];

/** What a person has chosen for the sheet, shared by the preview and the export dialog. */
export class SheetChoices {
	sheet = $state<SheetKindId>('worksheet');
	paper = $state<Paper>('A3');
	isMonochrome = $state(false);
	includeProfessions = $state(false);
	format = $state<ExportFormatId>('pdf');
	#checked = $state.raw<ReadonlySet<PrivacyCheckId>>(new Set());

	isChecked(id: PrivacyCheckId): boolean {
		return this.#checked.has(id);
	}

	check(id: PrivacyCheckId, isChecked: boolean): void {
		const checked = new Set(this.#checked);
		if (isChecked) checked.add(id);
		else checked.delete(id);
		this.#checked = checked;
	}

	/** How many checks are still to be made. */
	get checksLeft(): number {
		return privacyCheckIds.length - this.#checked.size;
	}

	/** What was checked for one export is not checked for the next. */
	uncheckAll(): void {
		this.#checked = new Set();
	}
}
