/** What became of one value since it was written: the file goes first, the board, both, or neither can be said to. */
export type Verdict = 'same' | 'take' | 'keep' | 'conflict';

/** One value on all three sides; `written` null where nobody knows what was written. */
export interface Sides {
	readonly isSame: boolean;
	readonly isFileEmpty: boolean;
	readonly isBoardEmpty: boolean;
	/** Whether each side still is what was written; null where that is not known. */
	readonly isAsWritten: { readonly file: boolean; readonly board: boolean } | null;
}

/**
 * Three-way comparison of one value. Without a record of what was written a file may fill what is empty on the board;
 * anything else is for people to decide, so that nothing newer is overwritten.
 */
export function judge({ isSame, isFileEmpty, isBoardEmpty, isAsWritten }: Sides): Verdict {
	if (isSame) return 'same';
	if (isAsWritten === null) return isFileEmpty ? 'keep' : isBoardEmpty ? 'take' : 'conflict';
	if (isAsWritten.file) return 'keep';
	return isAsWritten.board ? 'take' : 'conflict';
}

/** Said where the board was changed after the file had been written, and the file was not. */
export const keptReason = {
	ja: 'ボードのほうが新しいので、そのままにします',
	en: 'The board is newer; it stays'
} as const;

/** Why something is a conflict. */
export const conflictReasons = {
	both: {
		ja: 'ファイルでもボードでも直されています',
		en: 'Changed both in the file and on the board'
	},
	unknown: {
		ja: 'どちらが新しいか分かりません',
		en: 'It is not known which one is newer'
	},
	deletedHere: {
		ja: 'ファイルで直されていますが、ボードでは削除されています',
		en: 'Changed in the file, deleted on the board'
	},
	changedHere: {
		ja: 'ファイルでは削除されていますが、ボードで直されています',
		en: 'Deleted in the file, changed on the board'
	},
	notInFile: {
		ja: 'ファイルにはありません',
		en: 'It is not in the file'
	}
} as const;
