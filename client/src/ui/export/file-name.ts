import { fileStem } from '@renkei/shared/exports/file-name.ts';
import type { BoardMeta } from '@renkei/shared/method/board.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import { say } from '../../i18n/message.ts';
import { dayOf } from './day-of.ts';

/** The name offered for a file, without its ending: 2022-12-15_看取り_演習シート; `what` is the sheet in it. */
export function fileNameFor(
	meta: Pick<BoardMeta, 'scene' | 'title' | 'group'>,
	today: Date,
	what: string,
	method: Method = defaultMethod
): string {
	return fileStem(meta, { date: dayOf(today), what, method, say });
}
