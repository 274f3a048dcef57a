import type { IRunOptions, ParagraphChild } from 'docx';
import { Tab, TextRun } from 'docx';
import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';

/** A text as runs: the line ends and tabs a person typed, none of ours. */
export function wordRuns(text: string, look: IRunOptions = {}): readonly ParagraphChild[] {
	return text.split('\n').map((line, index) => {
		const children = line
			.split('\t')
			.flatMap((piece, at) => [...(at > 0 ? [new Tab()] : []), ...(piece === '' ? [] : [piece])]);
		return new TextRun({ ...look, children, ...(index > 0 ? { break: 1 } : {}) });
	});
}

/** The step from a mark to its statement, which begins where the indent is. */
export function tabRun(): ParagraphChild {
	return new TextRun({ children: [new Tab()] });
}

/** The room a mark takes at the left of its statement. */
export function markEm(mark: string, isBold = false): number {
	return Math.max(1.4, lineWidthEm(mark, isBold ? boldAdvances : regularAdvances) + 0.5);
}
