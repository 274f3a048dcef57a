import { steps } from '@renkei/shared/method/steps.ts';
import { wallText } from '../../i18n/messages/wall.ts';
import type { TableLook } from './table-look.ts';
import type { WallLead } from './wall-lead.svelte.ts';

/** What may be done at one table from the wall. */
export function tileItems(
	table: TableLook,
	lead: WallLead
): readonly { readonly label: string; readonly run: () => void }[] {
	const { lead: words } = wallText;
	const call =
		table.led.spotlight === null
			? ({ do: 'call', zone: steps[table.step].zone } as const)
			: ({ do: 'end' } as const);
	return [
		...(table.handSince === null
			? []
			: [
					{
						label: words.heard(),
						run: () =>
							void lead.give([table], {
								aid: 'hands',
								command: { do: 'heard', participant: null }
							})
					}
				]),
		{
			label: call.do === 'call' ? words.call() : words.callEnd(),
			run: () => void lead.give([table], { aid: 'spotlight', command: call })
		},
		{
			label: words.noticeTo(table.table),
			run: () => (lead.dialog = { kind: 'notice', boardId: table.boardId })
		}
	];
}
