import type { BoardMeta } from '@renkei/shared/method/board.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { defaultMethod, sceneLabel } from '@renkei/shared/method/packs/method.ts';
import { say } from '../../i18n/message.ts';
import { exportText } from '../../i18n/messages/export.ts';

/** Characters that one of the common systems forbids in a file's name. */
const forbidden = /[\\/:*?"<>|\u0000-\u001f]/g;

/** The name offered for a file, without its ending: 2022-12-15_看取り_演習シート. */
export function fileNameFor(
	meta: Pick<BoardMeta, 'scene' | 'title' | 'group'>,
	today: Date,
	method: Method = defaultMethod
): string {
	const two = (value: number): string => String(value).padStart(2, '0');
	const day = `${today.getFullYear()}-${two(today.getMonth() + 1)}-${two(today.getDate())}`;
	const subject = meta.scene ? say(sceneLabel(method, meta.scene)) : meta.title;
	return [day, subject, meta.group, exportText.fileNamePart()]
		.map((part) => part.replace(forbidden, ' ').trim())
		.filter(Boolean)
		.join('_')
		.slice(0, 100);
}
