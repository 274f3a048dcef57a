import { foldText } from '../method/fold-text.ts';
import type { Profession } from '../method/professions.ts';
import { professionIds, professions } from '../method/professions.ts';

// Other words by which members of a council go; a word that fits two professions is in neither.
const otherWords: { readonly [Id in Profession]?: readonly string[] } = {
	physician: ['医師会', '主治医', '在宅医', '訪問診療医'],
	dentist: ['歯科医師会', '歯科医'],
	pharmacist: ['薬剤師会', '薬局'],
	visitingNurse: ['訪問看護', '訪問看護ステーション'],
	careManager: ['ケアマネ', '介護支援専門員', '主任ケアマネジャー', 'ケアマネジャー連絡会'],
	rehabStaff: ['理学療法士', '作業療法士', '言語聴覚士', 'PT', 'OT', 'ST', 'リハビリ職'],
	socialWorker: ['MSW', '社会福祉士', '医療相談員'],
	careWorker: ['介護福祉士', 'ホームヘルパー', '訪問介護員'],
	communitySupportCenter: ['包括', '地域包括'],
	ambulanceCrew: ['救急隊員', '消防', '消防署'],
	publicHealthNurse: ['行政の保健師', '市の保健師'],
	municipalOfficer: ['市職員', '市役所', '行政', '事務局', '行政職員'],
	coordinator: ['コーディネーター', '在宅医療介護連携コーディネーター']
};
const byWord: ReadonlyMap<string, Profession> = new Map(
	professionIds.flatMap((id) =>
		[professions[id].label.ja, professions[id].label.en, ...(otherWords[id] ?? [])].map(
			(word) => [wordOf(word), id] as const
		)
	)
);

/** The profession a word names; null when it is none, or could be two. */
export function professionOf(word: string): Profession | null {
	return byWord.get(wordOf(word)) ?? null;
}

function wordOf(text: string): string {
	return foldText(text.replace(/(?:の?(?:委員|代表)|様|さま|さん)$/, '').replace(/[・･]/g, ''));
}

// Spaces are trimmed away afterwards: next to something that may be a space itself, many of them take minutes.
const places: readonly (readonly [pattern: RegExp, isAtEnd: boolean])[] = [
	[/^[（(【［[〔]([^）)】］\]〕\n]{1,30})[）)】］\]〕](?:\s*[：:])?([^]+)$/, false],
	[/^([^：:\n]{1,30})[：:]([^]+)$/, false],
	[/^([^]+?)[（(【［[〔]([^（()）【】［］[\]〔〕\n]{1,30})[）)】］\]〕]$/, true]
];

/** A text that says whose it is at its beginning or end — 「医師：…」「（医師）…」「…（医師）」 — and the rest of it. */
export function splitWho(text: string): {
	readonly profession: Profession | null;
	readonly text: string;
} {
	const said = text.trim();
	for (const [pattern, isAtEnd] of places) {
		const [, first = '', second = ''] = pattern.exec(said) ?? [];
		const [word, rest] = isAtEnd ? [second, first] : [first, second];
		const profession = professionOf(word.trim());
		if (profession) return { profession, text: rest.trim() };
	}
	return { profession: null, text };
}
