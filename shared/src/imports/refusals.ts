import type { Localised } from '../method/localised.ts';

/** Why a file is not read. Nothing on the board has changed by then. */
export const importRefusalIds = [
	'empty',
	'tooLarge',
	'otherKind',
	'locked',
	'oldOffice',
	'damaged',
	'swollen',
	'declaredEntities',
	'noOpinionPlace',
	'noOpinionWritten'
] as const;
export type ImportRefusal = (typeof importRefusalIds)[number];

/** The largest file that is looked at, in MB; pictures pasted into a Word file make it large. */
export const maxImportMegabytes = 25;

/** One plain sentence for each refusal, to be shown as it stands. */
export const importRefusals = {
	empty: {
		ja: 'ファイルの中身が空です。元のファイルをもう一度お選びください。',
		en: 'The file is empty. Choose the original file again.'
	},
	tooLarge: {
		ja: `ファイルが大きすぎます（${maxImportMegabytes} MBまで）。写真などを取り除いて保存し直してください。`,
		en: `The file is too large (${maxImportMegabytes} MB at most). Save it again without pictures.`
	},
	otherKind: {
		ja: 'この種類のファイルは読み込めません。Excel（.xlsx）または Word（.docx）の形で保存し直してください。',
		en: 'This kind of file cannot be read. Save it again as Excel (.xlsx) or Word (.docx).'
	},
	locked: {
		ja: 'パスワードで保護されているため読み込めません。保護を外して保存し直してください。',
		en: 'The file is protected by a password. Save it again without the password.'
	},
	oldOffice: {
		ja: '古い形式（.xls・.doc）のため読み込めません。.xlsx または .docx の形で保存し直してください。',
		en: 'The file has an old format (.xls, .doc). Save it again as .xlsx or .docx.'
	},
	damaged: {
		ja: 'ファイルが途中で切れているか、こわれています。元のファイルをもう一度お選びください。',
		en: 'The file is cut off or damaged. Choose the original file again.'
	},
	swollen: {
		ja: 'ファイルの中身が大きすぎるため、読み込みをやめました。必要な表だけにして保存し直してください。',
		en: 'What is packed in the file is too large, so reading stopped. Save it again with the needed tables only.'
	},
	declaredEntities: {
		ja: '文書に使えない仕掛け（外部参照など）が含まれているため、読み込みをやめました。文字だけを新しいファイルに写して保存し直してください。',
		en: 'The document contains declarations that are not allowed, so reading stopped. Copy its words into a new file and save that.'
	},
	noOpinionPlace: {
		ja: '委員意見の欄が見つかりません。連携ボードから書き出した協議会資料をお選びください。',
		en: 'There is no space for opinions in it. Choose the council pack that was exported from the board.'
	},
	noOpinionWritten: {
		ja: '委員意見の欄に、書き込みがありません。書き込んで保存したファイルをお選びください。',
		en: 'Nothing is written in the space for opinions. Choose the file it was written and saved in.'
	}
} as const satisfies Record<ImportRefusal, Localised>;
