import type { CardOf } from '../card.ts';
import type { BoardIndex } from './board-index.ts';
import type { Row, RowWriter } from './rows.ts';
import { details, row } from './rows.ts';
import { blank, factKinds, themeStatuses, visionLevels } from './words.ts';

/** Block 1: the chosen themes, then what else was proposed, then 現状. */
export function themeRows(index: BoardIndex, writer: RowWriter): readonly Row[] {
	const themes = index.cardsOf('theme');
	const chosen = themes.filter((theme) => theme.status === 'chosen');
	const others = themes.filter((theme) => theme.status !== 'chosen');
	const rows = chosen.flatMap((theme) => [
		row('lead', theme.text, { cards: [theme] }),
		row('detail', theme.disease || '（指定なし）', { label: '対象疾患', cards: [theme] }),
		row('detail', theme.parties.join('・') || blank, { label: '連携当事者', cards: [theme] }),
		...themeDetails(theme),
		...writer.tail(theme)
	]);
	for (const theme of others)
		rows.push(
			row(chosen.length === 0 && theme.status === 'candidate' ? 'lead' : 'item', theme.text, {
				mark: themeStatuses[theme.status],
				cards: [theme]
			}),
			...details(theme, ['対象疾患', theme.disease], ['連携当事者', theme.parties.join('・')]),
			...themeDetails(theme),
			...writer.tail(theme)
		);
	if (themes.length === 0) rows.push(row('detail', blank));
	return [...rows, ...factRows(index, writer)];
}

/** Block 2: the vision of the area and of working together; a missing one is said to be missing. */
export function visionRows(index: BoardIndex, writer: RowWriter): readonly Row[] {
	const visions = index.cardsOf('vision');
	const has = (level: CardOf<'vision'>['level']): boolean =>
		visions.some((vision) => vision.level === level);
	const rows: Row[] = [];
	for (const level of ['single', 'area', 'collaboration'] as const) {
		for (const vision of visions)
			if (vision.level === level) {
				const label = level === 'single' ? '' : visionLevels[level];
				if (label) rows.push(row('heading', label));
				rows.push(row('lead', vision.text, { cards: [vision] }), ...writer.tail(vision));
			}
		const isMissing = level === 'area' ? !has('single') && !has('area') : !has(level);
		if (level !== 'single' && isMissing)
			rows.push(row('detail', blank, { label: visionLevels[level] }));
	}
	return rows;
}

function themeDetails(theme: CardOf<'theme'>): readonly Row[] {
	return details(theme, ['病床・どことどこ', theme.ward], ['前の表現', theme.earlierWording]);
}

function factRows(index: BoardIndex, writer: RowWriter): readonly Row[] {
	const facts = index.cardsOf('fact');
	const onlyOne = facts.length === 1;
	const rows: Row[] = facts.length > 1 ? [row('heading', '現状', { startsSection: true })] : [];
	for (const fact of facts)
		rows.push(
			row('item', fact.text, {
				...(onlyOne ? { label: '現状', startsSection: true } : { mark: '・' }),
				cards: [fact]
			}),
			...details(
				fact,
				['種類', factKinds[fact.kind]],
				['聞いた相手', fact.heardFrom],
				['出どころ', fact.source]
			),
			...writer.tail(fact)
		);
	return rows;
}
