import type { CardOf } from '../card.ts';
import type { BoardIndex } from './board-index.ts';
import { circledNumber } from './circled-numbers.ts';
import type { Row, RowWriter } from './rows.ts';
import { details, row } from './rows.ts';
import { blank } from './words.ts';

type Part = 'audience' | 'timing' | 'owner';

/** Block 5: each measure with its parts, whom it addresses, when, and who carries it. */
export function measureRows(index: BoardIndex, writer: RowWriter): readonly Row[] {
	const measures = index.cardsOf('measure');
	const hasGroups = new Set(measures.map((measure) => measure.group)).size > 1;
	const rows: Row[] = [];
	let group = '';
	for (const [position, measure] of measures.entries()) {
		if (hasGroups && measure.group !== group && measure.group !== '')
			rows.push(row('heading', measure.group));
		group = measure.group;
		rows.push(...rowsOfMeasure(measure, position + 1), ...writer.tail(measure));
	}
	// One group for all is said once, below: above the first measure it would look like a measure itself.
	const only = measures[0]?.group ?? '';
	if (!hasGroups && only !== '')
		rows.push(row('detail', only, { label: 'まとまり', cards: measures }));
	return rows.length > 0 ? rows : [row('detail', blank)];
}

/** What a measure says about one part: its own word, else the one all of its ①② agree on. */
export function partOfMeasure(measure: CardOf<'measure'>, part: Part): string {
	if (measure[part] !== '') return measure[part];
	const words = measure.subActions.map((subAction) => subAction[part] ?? '').filter(Boolean);
	const [first = ''] = words;
	return words.every((word) => word === first) ? first : '';
}

/** Who carries a measure, the members of the working group in brackets. */
export function ownerOfMeasure(measure: CardOf<'measure'>): string {
	const owner = partOfMeasure(measure, 'owner');
	const members = measure.members.join('・');
	if (members === '') return owner;
	return owner === '' ? members : `${owner}（${members}）`;
}

function rowsOfMeasure(measure: CardOf<'measure'>, number: number): readonly Row[] {
	const shared = {
		audience: partOfMeasure(measure, 'audience'),
		timing: partOfMeasure(measure, 'timing'),
		owner: partOfMeasure(measure, 'owner')
	};
	const rows: Row[] = [row('lead', measure.text, { mark: `対策${number}`, cards: [measure] })];
	for (const [position, subAction] of measure.subActions.entries()) {
		rows.push(row('item', subAction.text, { mark: circledNumber(position + 1), cards: [measure] }));
		const own = (part: Part): string =>
			(subAction[part] ?? '') === shared[part] ? '' : (subAction[part] ?? '');
		const differing = sentence(own('audience'), own('timing'), own('owner'));
		if (differing !== '') rows.push(row('detail', differing, { depth: 1, cards: [measure] }));
	}
	// Where every ①② has its own 担当 the measure itself is not 未定.
	const isCarried = measure.subActions.some((subAction) => (subAction.owner ?? '') !== '');
	const owner = ownerOfMeasure(measure) || (isCarried ? '' : '（未定）');
	return [...rows, ...details(measure, ['', sentence(shared.audience, shared.timing, owner)])];
}

function sentence(audience: string, timing: string, owner: string): string {
	return [
		['対象', audience],
		['時期', timing],
		['担当', owner]
	]
		.filter(([, text]) => text !== '')
		.map(([label, text]) => `${label}：${text}`)
		.join('　');
}
