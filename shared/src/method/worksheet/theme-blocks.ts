import type { CardOf } from '../card.ts';
import { theme as themeType } from '../card-types/theme.ts';
import type { Method } from '../packs/method.ts';
import type { BoardIndex } from './board-index.ts';
import type { Row, RowWriter } from './rows.ts';
import { details, row } from './rows.ts';
import { blank, factKinds, themeStatuses, visionLevels } from './words.ts';

/** Block 1: the chosen themes, then what else was proposed, then 現状. */
export function themeRows(
	index: BoardIndex,
	writer: RowWriter,
	{ cardTypes }: Pick<Method, 'cardTypes'>
): readonly Row[] {
	const called = (field: keyof typeof themeType.fields): string =>
		(cardTypes.theme.fields[field] ?? themeType.fields[field]).label.ja;
	const more = (theme: CardOf<'theme'>): readonly Row[] =>
		details(theme, [called('ward'), theme.ward], [called('earlierWording'), theme.earlierWording]);
	const themes = index.cardsOf('theme');
	const chosen = themes.filter((theme) => theme.status === 'chosen');
	const others = themes.filter((theme) => theme.status !== 'chosen');
	const rows = chosen.flatMap((theme) => [
		row('lead', theme.text, { cards: [theme] }),
		row('detail', theme.disease || '（指定なし）', { label: called('disease'), cards: [theme] }),
		row('detail', theme.parties.join('・') || blank, { label: called('parties'), cards: [theme] }),
		...more(theme),
		...writer.tail(theme)
	]);
	for (const theme of others)
		rows.push(
			row(chosen.length === 0 && theme.status === 'candidate' ? 'lead' : 'item', theme.text, {
				mark: themeStatuses[theme.status],
				cards: [theme]
			}),
			...details(
				theme,
				[called('disease'), theme.disease],
				[called('parties'), theme.parties.join('・')]
			),
			...more(theme),
			...writer.tail(theme)
		);
	if (themes.length === 0) rows.push(row('detail', blank));
	return [...rows, ...factRows(index, writer, cardTypes.fact.label.ja)];
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

function factRows(index: BoardIndex, writer: RowWriter, label: string): readonly Row[] {
	const facts = index.cardsOf('fact');
	const onlyOne = facts.length === 1;
	const rows: Row[] = facts.length > 1 ? [row('heading', label, { startsSection: true })] : [];
	for (const fact of facts)
		rows.push(
			row('item', fact.text, {
				...(onlyOne ? { label, startsSection: true } : { mark: '・' }),
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
