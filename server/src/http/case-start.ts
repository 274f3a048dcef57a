/** What a standing workshop of 事例ボード was started from, which tells it from the others. */
export const caseStart = 'case';
