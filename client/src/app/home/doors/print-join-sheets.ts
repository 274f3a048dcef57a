import { fileWord } from '@renkei/shared/exports/file-name.ts';
import { paintPdf } from '@renkei/shared/exports/pdf.ts';
import { doorsText } from '../../../i18n/messages/doors.ts';
import { dayOf } from '../../../ui/export/day-of.ts';
import { saveFile } from '../../../ui/export/save-file.ts';
import { loadSheetFonts } from '../../../ui/export/sheet-fonts.ts';
import type { PrintedWorkshop } from './join-sheets.ts';
import { joinSheetsOf } from './join-sheets.ts';

/** Makes the join sheets into one PDF and hands it over; its name, and what the font lacks. */
export async function printJoinSheets(
	workshop: PrintedWorkshop
): Promise<{ readonly name: string; readonly missing: readonly string[] }> {
	const layout = joinSheetsOf(workshop, location.origin);
	const date = dayOf(new Date());
	const file = await paintPdf(layout, {
		fonts: await loadSheetFonts(() => {}),
		title: `${doorsText.sheetName()} ${workshop.name}`,
		date
	});
	const name = `${[date, workshop.name, doorsText.sheetName()].map(fileWord).join('_')}.pdf`;
	saveFile(file.bytes, name, 'application/pdf');
	return { name, missing: file.missingCharacters };
}
