// Word keeps both through editing, the caption of a table and a bookmark in the words over it; LibreOffice keeps the bookmark.
const prefix = 'renkei-space:';
const bookmarkPrefix = 'renkei_';
const longestBookmark = 40;

/** What an empty frame of a document carries as the caption of its table, so that it is found again in a file that comes back. */
export function spaceMark(name: string): string {
	return prefix + name;
}

/** The name of the frame that has this caption; null for what is no frame of ours. */
export function spaceNameOf(mark: string): string | null {
	return mark.startsWith(prefix) ? mark.slice(prefix.length) : null;
}

/** The bookmark of a frame; Word allows few signs in one, and two long names may come to the same. */
export function spaceBookmark(name: string): string {
	return (bookmarkPrefix + name.replace(/[^\p{L}\p{N}]/gu, '_')).slice(0, longestBookmark);
}

/** The name of the frame below this bookmark, as far as a bookmark can say it; null for any other. */
export function spaceOfBookmark(bookmark: string): string | null {
	return bookmark.startsWith(bookmarkPrefix)
		? bookmark.slice(bookmarkPrefix.length).replaceAll('_', '-')
		: null;
}

/** The kinds of paragraph beside the headings, by what they are called in the list of styles; what a person adds has none of them. */
export const wordStyleNames = {
	Lead: '要点',
	Body: '文',
	Small: '補足',
	WordAbove: '小見出し',
	Cell: '表の文字',
	CellHead: '表の見出し',
	SpaceLabel: '記入欄の見出し',
	Blank: '記入欄',
	FormHead: 'シートの頭',
	FormHeading: 'シートの欄の名',
	FormLead: 'シートの要点',
	FormBody: 'シートの文',
	FormSmall: 'シートの補足',
	FormWordAbove: 'シートの小見出し'
} as const;
export type WordStyle = keyof typeof wordStyleNames;
