import type { Localised } from '../localised.ts';
import type { WorksheetBlockId } from './worksheet.ts';

/** What stands over each block of the sheet, as the form of 図表4-10 numbers it. */
export const headings = {
	theme: { ja: '1 解決したいテーマ', en: '1 Theme to solve' },
	vision: { ja: '2 目指す姿', en: '2 Vision' },
	causes: { ja: '3 考えられる原因', en: '3 Possible causes' },
	rootCause: { ja: '4 解決すべき原因（根本原因）', en: '4 Cause to be solved (root cause)' },
	measures: { ja: '5 対策', en: '5 Measures' },
	outcomes: { ja: '6 対策に期待したこと', en: '6 What is expected of the measures' },
	evaluation: { ja: '7・8 評価指標 ｜ 把握方法', en: '7, 8 Indicators | how they are found out' },
	notes: { ja: 'メモ', en: 'Notes' }
} as const satisfies Record<WorksheetBlockId, Localised>;
