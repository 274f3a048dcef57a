import { maxCardTextLength } from '@renkei/shared/method/card.ts';

/** More lines than this are a whole document and not a list. */
const maxLines = 300;

/** Numbers, bullets and brackets that people put before the lines of a list. */
const bullet =
	/^(?:[・•●○◎■□◆◇▪–—\-*＊※]|[①-⑳]|[（(]?[0-9０-９]{1,3}[)）.．、:：]|[ア-ン][)）.．])\s*/u;

/** The card texts in a pasted list: one line is one card; empty lines and bullets go, cells of a row stay together. */
export function linesToCards(text: string): readonly string[] {
	return text
		.split(/\r\n|[\n\r\u2028\u2029]/)
		.map((line) =>
			line
				.split('\t')
				.map((cell) => cell.trim())
				.filter(Boolean)
				.join('　')
		)
		.map((line) => line.replace(bullet, '').trim().slice(0, maxCardTextLength))
		.filter((line) => line !== '')
		.slice(0, maxLines);
}
