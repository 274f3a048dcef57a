// Word keeps these through editing, LibreOffice the second: the tag of a content control and the caption of a table.
const prefix = 'renkei-space:';

/** What an empty frame of a document carries so that it is found again in a file that comes back. */
export function spaceMark(name: string): string {
	return prefix + name;
}

/** The name of the frame that carries this mark; null for what is no frame of ours. */
export function spaceNameOf(mark: string): string | null {
	return mark.startsWith(prefix) ? mark.slice(prefix.length) : null;
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
	Blank: '記入欄'
} as const;
export type WordStyle = keyof typeof wordStyleNames;
