import { describe, expect, test } from 'vitest';
import { templates } from '../templates/index.ts';
import type { TemplateId } from '../templates/template-ids.ts';
import type { Template } from '../templates/template.ts';
import { sceneIds } from '../scenes.ts';
import { boardOf } from '../worksheet/test-board.ts';
import { checkIds } from './check-ids.ts';
import type { CheckId } from './check-ids.ts';
import type { Hint } from './find-hints.ts';
import { findHints } from './find-hints.ts';

/** A row of the table of expected hints (method §5.2): `*` stands for every check of its letter. */
interface Row {
	readonly hits: readonly CheckId[];
	readonly silent: readonly string[];
}

const notStarted = ['C*', 'M*', 'O*', 'I*'];

const table: Readonly<Record<Exclude<TemplateId, 'i-city-four-scenes' | 'i-city-council'>, Row>> = {
	'a-city-fracture': {
		hits: ['S1'],
		silent: ['T1', 'T5', 'T7', 'V1', 'C1', 'C4', 'M*', 'O*', 'I*']
	},
	'c-city-discharge': {
		hits: ['S1', 'V1', 'O1', 'M5', 'M6', 'M7', 'T3'],
		silent: ['T5', 'T1', 'C1', 'C2', 'C4', 'M1', 'M2', 'C3', 'C6']
	},
	'g-city-evaluation': {
		hits: ['C4', 'I1', 'I2', 'I3', 'M6', 'M7', 'T3'],
		silent: ['V*', 'C1', 'C3', 'M1', 'O*', 'T2']
	},
	'i-city-mitori': {
		hits: ['T3', 'V4', 'I3', 'P3', 'M6', 'X2'],
		silent: ['T1', 'T2', 'V1', 'V2', 'V3', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6'].concat([
			'M1',
			'M2',
			'M3',
			'M4',
			'M8',
			'O*',
			'I1',
			'I2',
			'P1'
		])
	}
};

function hintsOf(template: Template): readonly Hint[] {
	return findHints(boardOf(template));
}

function idsOf(hints: readonly Hint[]): readonly string[] {
	return [...new Set(hints.map(({ check }) => check))];
}

/** What a check is about, card by card. */
function about(hints: readonly Hint[], id: CheckId): readonly (string | null)[] {
	return hints.filter(({ check }) => check === id).map((hint) => hint.about);
}

function named(patterns: readonly string[]): readonly CheckId[] {
	const known = checkIds.filter((id) =>
		patterns.some((pattern) => pattern === id || pattern === `${id[0]}*`)
	);
	expect(known.length).toBeGreaterThanOrEqual(patterns.length);
	return known;
}

describe('the worked examples', () => {
	test.each(Object.entries(table))('%s hits and spares what the table says', (id, row) => {
		const found = idsOf(hintsOf(templates[id as TemplateId]('daily')));
		for (const check of row.hits) expect(found).toContain(check);
		for (const check of named(row.silent)) expect(found).not.toContain(check);
	});

	// Tips that the table leaves out are T7, C5, C7, M8, M9; everything else on these boards is in it.
	test.each([
		['a-city-fracture', ['S1']],
		['c-city-discharge', ['S1', 'T3', 'V1', 'M5', 'M6', 'M7', 'O1']],
		['g-city-evaluation', ['T3', 'C4', 'M6', 'M7', 'I1', 'I2', 'I3', 'P1', 'P3']],
		['i-city-mitori', ['T3', 'V4', 'M6', 'M7', 'I3', 'P3', 'X2']]
	] as const)('%s gives exactly these beside tips', (id, expected) => {
		const leftOut = new Set(['T7', 'C5', 'C7', 'M8', 'M9']);
		const found = idsOf(hintsOf(templates[id]())).filter((check) => !leftOut.has(check));
		expect(found).toEqual(expected);
	});

	test('the hints stand at the cards the table names', () => {
		const cCity = hintsOf(templates['c-city-discharge']());
		expect(about(cCity, 'O1')).toEqual(['m1', 'm2']);
		expect(about(cCity, 'T3')).toEqual(['t3']);
		const gCity = hintsOf(templates['g-city-evaluation']());
		expect(about(gCity, 'I1')).toEqual(['o2', 'o3', 'o4', 'o5', 'o6']);
		expect(gCity.filter(({ check }) => check === 'I2').map(({ cards }) => cards)).toEqual([
			['d1', 'o1']
		]);
		const iCity = hintsOf(templates['i-city-mitori']());
		expect(about(iCity, 'M6')).toEqual(['m2']);
		expect(about(iCity, 'X2')).toEqual(['d5']);
		expect(about(iCity, 'I3')).toEqual(['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8']);
	});

	test.each(sceneIds)(
		'theme and vision of %s: nothing breaks the chain, nothing later is asked',
		(scene) => {
			const hints = hintsOf(templates['i-city-four-scenes'](scene));
			expect(hints.filter(({ severity }) => severity === 3)).toEqual([]);
			const found = idsOf(hints);
			for (const check of named(notStarted)) expect(found).not.toContain(check);
		}
	);

	test('the bad board hits everything it does wrong', () => {
		const hints = hintsOf({
			municipality: '',
			scene: 'daily',
			group: '',
			date: '',
			cards: [
				{
					id: 't',
					type: 'theme',
					text: '病院と在宅関係者の連携が弱い',
					fields: { status: 'chosen' }
				},
				{ id: 'm', type: 'measure', text: '情報共有を図る' }
			],
			links: []
		});
		for (const check of ['T1', 'V1', 'C1', 'M1', 'M3', 'O1']) expect(idsOf(hints)).toContain(check);
	});
});

test('other spellings make no difference', () => {
	const theme = (text: string): Template => ({
		municipality: '',
		scene: 'daily',
		group: '',
		date: '',
		cards: [
			{ id: 't', type: 'theme', text },
			{ id: 'm', type: 'measure', text: '情報共有をはかる' }
		],
		links: []
	});
	for (const text of [
		'情報共有を図る',
		'情報共有をはかる',
		'情報 共有をハカる',
		'情報共有をﾊｶる'
	]) {
		const found = idsOf(hintsOf(theme(text)));
		expect(found).toContain('T1');
		expect(found).toContain('M3');
	}
});
