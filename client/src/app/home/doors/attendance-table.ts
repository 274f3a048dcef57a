import { csvBytes } from '@renkei/shared/exports/csv-cells.ts';
import type { Profession } from '@renkei/shared/method/professions.ts';
import { professionIds, professions } from '@renkei/shared/method/professions.ts';
import type { Attendance } from '@renkei/shared/protocol/doors-api.ts';
import { say } from '../../../i18n/message.ts';
import { doorsText } from '../../../i18n/messages/doors.ts';
import { homeText } from '../../../i18n/messages/home.ts';

/** How many joined, and how many of them are connected. */
export interface Count {
	readonly joined: number;
	readonly connected: number;
}

/** Professions down, tables across. */
export interface AttendanceTable {
	readonly tables: readonly string[];
	readonly rows: readonly {
		readonly profession: string;
		/** One for each table. */
		readonly counts: readonly Count[];
		readonly total: Count;
	}[];
	readonly totals: readonly Count[];
	readonly total: Count;
}

/** The name of a profession, or that somebody has none. */
export function professionName(profession: Profession | null): string {
	return profession === null ? doorsText.noProfession() : say(professions[profession].label);
}

/** The numbers as a table for the screen; only professions that somebody has. */
export function attendanceTable({ tables }: Attendance): AttendanceTable {
	const rows = [...professionIds, null].flatMap((profession) => {
		const counts = tables.map(
			(table): Count => table.professions.find((row) => row.profession === profession) ?? sum([])
		);
		const total = sum(counts);
		return total.joined === 0 ? [] : [{ profession: professionName(profession), counts, total }];
	});
	const totals = tables.map(({ professions: counts }) => sum(counts));
	return {
		tables: tables.map(({ table }) => homeText.tableNumber(table)),
		rows,
		totals,
		total: sum(totals)
	};
}

function sum(counts: readonly Count[]): Count {
	return {
		joined: counts.reduce((all, { joined }) => all + joined, 0),
		connected: counts.reduce((all, { connected }) => all + connected, 0)
	};
}

/** The same numbers as a file for Excel, one line for each profession at each table. */
export function attendanceCsv({ tables }: Attendance): Uint8Array {
	const { table: tableWord, joined: joinedWord, connected: connectedWord } = doorsText.csv;
	return csvBytes([
		[tableWord(), doorsText.profession(), joinedWord(), connectedWord()],
		...tables.flatMap(({ table, professions: counts }) =>
			counts.map(({ profession, joined, connected }) => [
				homeText.tableNumber(table),
				professionName(profession),
				String(joined),
				String(connected)
			])
		)
	]);
}
