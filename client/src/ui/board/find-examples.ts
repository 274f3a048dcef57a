import type { CardType, StepId } from '@renkei/shared/method/ids.ts';
import type { Scene } from '@renkei/shared/method/scenes.ts';
import type { TemplateId } from '@renkei/shared/method/templates/template-ids.ts';
import type {
	Template,
	TemplateCard,
	TemplateTurn
} from '@renkei/shared/method/templates/template.ts';

/** The worked cases of the manual that follow the steps, in its order. */
export const exampleCities = [
	'a-city-fracture',
	'c-city-discharge',
	'g-city-evaluation',
	'i-city-mitori'
] as const satisfies readonly TemplateId[];
export type ExampleCity = (typeof exampleCities)[number];

/** What one case has for a question: how it was asked and answered there, and the cards it led to. */
export interface Example {
	readonly turns: readonly TemplateTurn[];
	readonly cards: readonly TemplateCard[];
	/** The case asks this very question. */
	readonly isExact: boolean;
}

type Templates = Readonly<Record<TemplateId, (scene: Scene) => Template>>;

/** What people write in each step. */
const typesOfStep = {
	vision: ['vision'],
	currentState: ['fact'],
	theme: ['theme'],
	cause: ['cause'],
	measure: ['measure'],
	roles: ['measure'],
	evaluation: ['outcome', 'indicator', 'source'],
	review: ['outcome', 'indicator', 'source']
} satisfies Record<StepId, readonly CardType[]>;

/** Questions of a step that only some of its cards answer; the first that fits narrows them. */
const narrowed: readonly {
	readonly asks: RegExp;
	readonly keeps: (card: TemplateCard) => boolean;
}[] = [
	{ asks: /目指す連携の姿/, keeps: ({ fields }) => fields?.['level'] !== 'area' },
	{
		asks: /解決が必要な原因/,
		keeps: ({ fields }) => fields?.['isRoot'] === true || fields?.['kind'] === 'reason'
	},
	{ asks: /優先度/, keeps: ({ fields }) => fields?.['status'] === 'chosen' },
	{ asks: /目標/, keeps: ({ type }) => type === 'indicator' || type === 'source' },
	{ asks: /期待/, keeps: ({ type }) => type === 'outcome' },
	{ asks: /役割/, keeps: (card) => carriersOf(card) !== '' }
];

/** What a case has for a step and one of its questions (in Japanese, as the case says it). */
export function exampleOf(template: Template, step: StepId, question: string): Example {
	const interview = template.interview ?? [];
	const exact = interview.filter((turn) => turn.question === question);
	const turns = exact.length > 0 ? exact : interview.filter((turn) => turn.step === step);
	const named = new Set(turns.flatMap(({ cards }) => cards));
	if (exact.length > 0)
		return { turns, cards: template.cards.filter(({ id }) => named.has(id)), isExact: true };
	const types: readonly CardType[] = typesOfStep[step];
	const narrow = narrowed.find(({ asks }) => asks.test(question));
	const ofStep = template.cards.filter(({ id, type }) => types.includes(type) || named.has(id));
	const fitting = narrow ? ofStep.filter(narrow.keeps) : ofStep;
	return {
		turns,
		cards: fitting.length > 0 || step === 'roles' ? fitting : ofStep,
		isExact: false
	};
}

/** The case that helps most with a question: one that asks it, else one that has much of the step, those of the board's own scene first. */
export function bestCity(
	templates: Templates,
	step: StepId,
	question: string,
	scene: Scene | null
): ExampleCity {
	let best: { readonly city: ExampleCity; readonly score: number } | null = null;
	for (const city of exampleCities) {
		const template = templates[city](scene ?? 'endOfLife');
		const { turns, cards, isExact } = exampleOf(template, step, question);
		const isOfScene = template.scene !== null && template.scene === scene;
		const hasAny = turns.length + cards.length > 0;
		const score =
			(isExact ? 8 : 0) +
			(cards.length > 0 ? 4 : 0) +
			(hasAny && isOfScene ? 2 : 0) +
			(turns.length > 0 ? 3 : 0);
		if (best === null || score > best.score) best = { city, score };
	}
	return best?.city ?? exampleCities[0];
}

/** What a card of a case says beside its text: who said it, its category, or who carries it out. */
export function detailOf(card: TemplateCard): string {
	const text = (key: string): string => {
		const value = card.fields?.[key];
		return typeof value === 'string' ? value : '';
	};
	return [text('category'), text('heardFrom'), carriersOf(card)].filter(Boolean).join('／');
}

function carriersOf({ type, fields = {}, subActions = [] }: TemplateCard): string {
	if (type !== 'measure') return '';
	const { owner, members, timing } = fields;
	const words = [owner, ...(Array.isArray(members) ? (members as readonly string[]) : []), timing];
	const parts = subActions.flatMap((part) => [part.owner, part.timing]);
	const said = [...words, ...parts].filter(
		(word): word is string => typeof word === 'string' && word !== ''
	);
	return [...new Set(said)].join('・');
}
