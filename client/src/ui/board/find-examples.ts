import type { CardType, StepId } from '@renkei/shared/method/ids.ts';
import type { Scene } from '@renkei/shared/method/scenes.ts';
import { templateIds } from '@renkei/shared/method/templates/template-ids.ts';
import type { TemplateId } from '@renkei/shared/method/templates/template-ids.ts';
import type { Template, TemplateCard } from '@renkei/shared/method/templates/template.ts';

/** The cards of one worked case that fit a step. */
export interface Example {
	readonly id: TemplateId;
	readonly cards: readonly TemplateCard[];
}

/** What people write in each step. */
const typesOfStep = {
	vision: ['vision'],
	currentState: ['fact'],
	theme: ['theme'],
	cause: ['cause'],
	measure: ['measure'],
	roles: ['measure'],
	evaluation: ['outcome', 'source'],
	review: ['indicator']
} satisfies Record<StepId, readonly CardType[]>;

/** The worked cases that have cards for this step, those of the board's own scene first. */
export function findExamples(
	templates: Readonly<Record<TemplateId, (scene: Scene) => Template>>,
	step: StepId,
	scene: Scene | null
): readonly Example[] {
	const types: readonly CardType[] = typesOfStep[step];
	const found = templateIds.map((id) => {
		const template = templates[id](scene ?? 'endOfLife');
		const cards = template.cards.filter(({ type }) => types.includes(type));
		return { id, cards, isOfScene: template.scene === scene };
	});
	return found
		.filter(({ cards }) => cards.length > 0)
		.sort((a, b) => Number(b.isOfScene) - Number(a.isOfScene));
}
