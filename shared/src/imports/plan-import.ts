import type { HeadKey } from '../exports/xlsx-marks.ts';
import { headKeys, headMark } from '../exports/xlsx-marks.ts';
import type { Board } from '../method/board.ts';
import type { Localised } from '../method/localised.ts';
import type { Method } from '../method/packs/method.ts';
import { defaultMethod, sceneLabel } from '../method/packs/method.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import type { ImportedTable } from './imported-table.ts';
import type { Matches } from './match-cards.ts';
import { matchCards } from './match-cards.ts';
import { planCards } from './plan-cards.ts';
import { planLinks } from './plan-links.ts';
import type { ImportPlan, PlannedChange } from './planned-change.ts';
import { countStates } from './planned-change.ts';
import { conflictReasons, judge, keptReason } from './three-way.ts';

/** What a file would do to a board as it is now; nothing is done yet. */
export function planImport(
	table: ImportedTable,
	board: Board,
	{ method = defaultMethod }: { readonly method?: Method } = {}
): ImportPlan {
	const clean = cleanBoard(board);
	const matches = matchCards(table, clean);
	const changes = [
		...planHead(table, clean, matches, method),
		...planCards(table, clean, matches, method),
		...planLinks(table, clean, matches)
	];
	return { changes, counts: countStates(changes) };
}

const headLabels = {
	title: { ja: 'ボードの名前', en: 'Name of the board' },
	scene: { ja: '場面', en: 'Scene' },
	municipality: { ja: '市区町村', en: 'Municipality' },
	group: { ja: 'グループ', en: 'Group' },
	date: { ja: '日付', en: 'Date' },
	reviewDate: { ja: '見直しの予定', en: 'Review date' }
} satisfies Record<HeadKey, Localised>;

function planHead(
	{ head, written }: ImportedTable,
	{ meta }: Board,
	{ isOwnBoard }: Matches,
	method: Method
): readonly PlannedChange[] {
	return headKeys.flatMap((key): PlannedChange[] => {
		const file = head[key];
		if (file === undefined) return [];
		const there = meta[key];
		const base = isOwnBoard ? (written?.head[key] ?? null) : null;
		const verdict = judge({
			isSame: (file ?? '').trim() === (there ?? '').trim(),
			isFileEmpty: (file ?? '') === '',
			isBoardEmpty: (there ?? '') === '',
			isAsWritten:
				base === null
					? null
					: { file: headMark(key, file) === base, board: headMark(key, there) === base }
		});
		if (verdict === 'same' || (verdict === 'keep' && base === null)) return [];
		const side = (value: string | null) => {
			const text = key === 'scene' && value !== null ? sceneLabel(method, value).ja : (value ?? '');
			return {
				type: null,
				text: headLabels[key].ja,
				lines: [{ label: headLabels[key], value: text }]
			};
		};
		const isChosen = verdict === 'take';
		return [
			{
				id: `head:${key}`,
				state: isChosen ? 'change' : verdict === 'keep' ? 'same' : 'conflict',
				what: 'head',
				row: null,
				before: side(there),
				after: side(file),
				changes: verdict === 'keep' ? [] : [{ kind: 'setHead', key, value: file }],
				isChosen,
				needs: [],
				reason:
					verdict === 'keep'
						? keptReason
						: isChosen
							? null
							: base === null
								? conflictReasons.unknown
								: conflictReasons.both
			}
		];
	});
}
