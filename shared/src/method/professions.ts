import * as z from 'zod/mini';
import type { Localised } from './localised.ts';

/** The professions (職種) that people choose at joining; ids are stored, words are shown. */
export const professionIds = [
	'physician',
	'visitingNurse',
	'hospitalNurse',
	'careManager',
	'rehabStaff',
	'pharmacist',
	'publicHealthNurse',
	'municipalOfficer',
	'coordinator',
	'dentist',
	'socialWorker',
	'careWorker',
	'communitySupportCenter',
	'ambulanceCrew',
	'nhiOfficer',
	'healthCenter',
	'other'
] as const;

/** A profession id as stored and sent. */
export const professionSchema = z.enum(professionIds);
export type Profession = z.infer<typeof professionSchema>;

/** What is drawn for a profession: one character for the badge, the word in both languages, and a colour number of `--who-1` … `--who-8`. */
export interface ProfessionDefinition {
	readonly mark: string;
	readonly label: Localised;
	readonly who: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
}

/** Every profession with its mark, word and colour; order is the order on the join page. */
export const professions = {
	physician: { mark: '医', label: { ja: '医師', en: 'Physician' }, who: 1 },
	visitingNurse: { mark: '看', label: { ja: '訪問看護師', en: 'Visiting nurse' }, who: 3 },
	hospitalNurse: { mark: '病', label: { ja: '病院看護師', en: 'Hospital nurse' }, who: 4 },
	careManager: { mark: 'ケ', label: { ja: 'ケアマネジャー', en: 'Care manager' }, who: 2 },
	rehabStaff: { mark: 'リ', label: { ja: 'リハ職', en: 'Rehabilitation staff' }, who: 7 },
	pharmacist: { mark: '薬', label: { ja: '薬剤師', en: 'Pharmacist' }, who: 5 },
	publicHealthNurse: { mark: '保', label: { ja: '保健師', en: 'Public health nurse' }, who: 6 },
	municipalOfficer: { mark: '事', label: { ja: '市の職員', en: 'Municipal officer' }, who: 8 },
	coordinator: {
		mark: 'コ',
		label: { ja: '在宅医療コーディネーター', en: 'Home care coordinator' },
		who: 1
	},
	dentist: { mark: '歯', label: { ja: '歯科医師', en: 'Dentist' }, who: 3 },
	socialWorker: {
		mark: '相',
		label: { ja: '医療ソーシャルワーカー', en: 'Medical social worker' },
		who: 4
	},
	careWorker: { mark: '介', label: { ja: '介護職', en: 'Care worker' }, who: 2 },
	communitySupportCenter: {
		mark: '包',
		label: { ja: '地域包括支援センター', en: 'Community support centre' },
		who: 7
	},
	ambulanceCrew: { mark: '救', label: { ja: '救急隊', en: 'Ambulance crew' }, who: 5 },
	nhiOfficer: { mark: '国', label: { ja: '国保担当者', en: 'Health insurance officer' }, who: 6 },
	healthCenter: { mark: '所', label: { ja: '保健所', en: 'Public health centre' }, who: 8 },
	other: { mark: '他', label: { ja: 'その他の職種', en: 'Other profession' }, who: 5 }
} satisfies Record<Profession, ProfessionDefinition>;
