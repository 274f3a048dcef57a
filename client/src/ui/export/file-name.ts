import type { BoardMeta } from '@renkei/shared/method/board.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { defaultMethod, sceneLabel } from '@renkei/shared/method/packs/method.ts';
import { say } from '../../i18n/message.ts';
import { dayOf } from './day-of.ts';

/** Characters that one of the common systems forbids in a file's name. */
const forbidden = /[\\/:*?"<>|\u0000-\u001f]/g;

/** The name offered for a file, without its ending: 2022-12-15_看取り_演習シート; `what` is the sheet in it. */
export function fileNameFor(
	meta: Pick<BoardMeta, 'scene' | 'title' | 'group'>,
	today: Date,
	what: string,
	method: Method = defaultMethod
): string {
	const subject = meta.scene ? say(sceneLabel(method, meta.scene)) : meta.title;
	return [dayOf(today), subject, meta.group, what]
		.map((part) => part.replace(forbidden, ' ').trim())
		.filter(Boolean)
		.join('_')
		.slice(0, 100);
}
