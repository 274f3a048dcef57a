import { exportFormats } from '@renkei/shared/exports/index.ts';
import type { ExportFormatId, SheetKindId } from '@renkei/shared/method/export-ids.ts';
import { exportFormatIds } from '@renkei/shared/method/export-ids.ts';
import type { ZoneId } from '@renkei/shared/method/ids.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { paperIds } from '@renkei/shared/method/worksheet/sheet-items.ts';
import type { Paper } from '@renkei/shared/method/worksheet/sheet-items.ts';
import { sheetKinds } from '@renkei/shared/sheets/index.ts';
import type { Meeting, SheetKind, SheetOptions } from '@renkei/shared/sheets/sheet-kind.ts';

/** What must be looked at before a sheet leaves the board. */
export const privacyCheckIds = ['contact', 'facility', 'person'] as const;
export type PrivacyCheckId = (typeof privacyCheckIds)[number];

/** A sheet of the method, one zone of the board, or the whole board as it is seen. */
export const rangeIds = ['sheet', 'zone', 'board'] as const;
export type RangeId = (typeof rangeIds)[number];

/** What a person has chosen for the sheet, shared by the preview and the export dialog. */
export class SheetChoices {
	paper = $state<Paper>('A3');
	isMonochrome = $state(false);
	includeProfessions = $state(false);
	includeVotes = $state(false);
	includeNotes = $state(true);
	/** Null until somebody chooses: working notes stay here, except where a whole board is handed over. */
	#includeRemarks = $state<boolean | null>(null);
	includeEmpty = $state(true);
	/** Raw: it goes to another thread, which takes no proxies. */
	meeting = $state.raw<Meeting>({ name: '', date: '', place: '' });
	#range = $state<RangeId>('sheet');
	#zone = $state<ZoneId>('themeVision');
	#sheet = $state<SheetKindId>('worksheet');
	#format = $state<ExportFormatId>('pdf');
	#checked = $state.raw<ReadonlySet<PrivacyCheckId>>(new Set());

	get range(): RangeId {
		return this.#range;
	}

	set range(range: RangeId) {
		this.#range = range;
		this.#keepFormat();
	}

	get zone(): ZoneId {
		return this.#zone;
	}

	set zone(zone: ZoneId) {
		this.#zone = zone;
	}

	/** The sheet that is made: the one chosen, or the picture of the board. */
	get sheet(): SheetKindId {
		return this.#range === 'sheet' ? this.#sheet : 'board';
	}

	/** Chooses a sheet of the method; `board` is chosen by the range. */
	set sheet(sheet: SheetKindId) {
		this.#sheet = sheet;
		this.#keepFormat();
	}

	/** The papers the chosen sheet can be printed on. */
	get papers(): readonly Paper[] {
		const { paper } = sheetKinds[this.sheet] as SheetKind;
		return paper ? [paper] : paperIds;
	}

	/** The paper the chosen sheet comes on: the one chosen, or its only one. */
	get printedOn(): Paper {
		return this.papers.find((id) => id === this.paper) ?? this.papers[0] ?? this.paper;
	}

	get format(): ExportFormatId {
		return this.#format;
	}

	set format(format: ExportFormatId) {
		if (this.canBe(format)) this.#format = format;
	}

	/** Whether a format can hold the chosen sheet. */
	canBe(format: ExportFormatId): boolean {
		return exportFormats[format].sheets?.includes(this.sheet) ?? true;
	}

	/** Everything chosen, for whoever lays a sheet out; `date` is the day of writing as `YYYY-MM-DD`. */
	options(date: string, method: Method): SheetOptions {
		return {
			paper: this.paper,
			date,
			includeProfessions: this.includeProfessions,
			includeVotes: this.includeVotes,
			includeNotes: this.includeNotes,
			includeRemarks: this.includeRemarks,
			includeEmpty: this.includeEmpty,
			isMonochrome: this.isMonochrome,
			method,
			...(this.#range === 'zone' ? { zone: this.#zone } : {}),
			...(this.sheet === 'council' ? { meeting: this.meeting } : {})
		};
	}

	isChecked(id: PrivacyCheckId): boolean {
		return this.#checked.has(id);
	}

	check(id: PrivacyCheckId, isChecked: boolean): void {
		const checked = new Set(this.#checked);
		if (isChecked) checked.add(id);
		else checked.delete(id);
		this.#checked = checked;
	}

	/** Whether the chosen format has room for what is said about cards. */
	get canHoldRemarks(): boolean {
		return exportFormats[this.#format].sheets === null;
	}

	get includeRemarks(): boolean {
		return this.canHoldRemarks && (this.#includeRemarks ?? this.#format === 'json');
	}

	set includeRemarks(includes: boolean) {
		this.#includeRemarks = includes;
	}

	/** How many checks are still to be made. */
	get checksLeft(): number {
		return privacyCheckIds.length - this.#checked.size;
	}

	/** What was checked for one export is not checked for the next. */
	uncheckAll(): void {
		this.#checked = new Set();
	}

	/** A format that cannot hold what was chosen afterwards gives way to the first that can. */
	#keepFormat(): void {
		if (!this.canBe(this.#format))
			this.#format = exportFormatIds.find((id) => this.canBe(id)) ?? 'pdf';
	}
}
