/** Labels that not everybody at a table knows; the others explain themselves, and a panel full of questions helps nobody. */
export const fieldTerms: ReadonlySet<string> = new Set([
	'対象疾患',
	'病床・どことどこ',
	'連携当事者',
	'区分（…に関する課題）',
	'担当・作業部会',
	'増えるか減るか',
	'指標の種類',
	'現状値',
	'目標値',
	'方法',
	'地域単位'
]);
