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
