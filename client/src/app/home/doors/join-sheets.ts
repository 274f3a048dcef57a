import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { SheetLayout } from '@renkei/shared/method/worksheet/sheet-items.ts';
import { layOutJoinSheets } from '@renkei/shared/sheets/join-sheet.ts';
import { create } from 'qrcode';
import { doorsText } from '../../../i18n/messages/doors.ts';
import { homeText } from '../../../i18n/messages/home.ts';
import { paths } from '../../routes.ts';

/** What of a workshop stands on its join sheets. */
export type PrintedWorkshop = Pick<Workshop, 'name' | 'heldOn' | 'joinCode'> & {
	readonly boards: readonly Pick<Workshop['boards'][number], 'table'>[];
};

/** The address that joins a table of a workshop. */
export function joinAddress(origin: string, joinCode: string, table: number): string {
	return `${origin}${paths.join(joinCode)}?table=${table}`;
}

/** The join sheets of all tables, laid out in the language of the screen. */
export function joinSheetsOf(workshop: PrintedWorkshop, origin: string): SheetLayout {
	const { scan, profession, join } = doorsText.sheetSteps;
	return layOutJoinSheets(
		{
			workshop: workshop.name,
			date: workshop.heldOn,
			code: workshop.joinCode,
			codeLabel: doorsText.sheetCode()
		},
		workshop.boards.map(({ table: number }) => {
			const table = homeText.tableNumber(number);
			const address = joinAddress(origin, workshop.joinCode, number);
			return {
				table,
				qr: create(address, { errorCorrectionLevel: 'M' }).modules,
				steps: [scan(origin + paths.join()), profession(), join(table)]
			};
		})
	);
}
