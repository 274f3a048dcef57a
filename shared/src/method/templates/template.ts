import type { CardType, StepId } from '../ids.ts';
import type { Profession } from '../professions.ts';
import type { Scene } from '../scenes.ts';

/** One ①② part of a measure of a template. */
export interface TemplateSubAction {
	readonly text: string;
	readonly audience?: string;
	readonly owner?: string;
	readonly timing?: string;
}

/** A card of a template; its id is only needed by the links beside it. */
export interface TemplateCard {
	readonly id: string;
	readonly type: CardType;
	readonly text: string;
	readonly fields?: Readonly<Record<string, string | boolean | readonly string[]>>;
	readonly subActions?: readonly TemplateSubAction[];
	readonly profession?: Profession;
}

/** A question of a template's interview with its answers; `cards` came of them or, the one that was chosen, was there before. */
export interface TemplateTurn {
	readonly step: StepId;
	readonly question: string;
	readonly asker: string;
	readonly answerer: string;
	readonly answers: readonly string[];
	readonly cards: readonly string[];
}

/** A worked case as data: every Japanese string is the manual's own, an empty one means that it says nothing. */
export interface Template {
	readonly municipality: string;
	readonly scene: Scene | null;
	readonly group: string;
	readonly date: string;
	/** In the order of the manual, which is their order on the board. */
	readonly cards: readonly TemplateCard[];
	/** What each link means follows from the types of both its cards; what the case says in one breath carries one `set`. */
	readonly links: readonly {
		readonly from: string;
		readonly to: readonly string[];
		readonly set?: string;
	}[];
	/** Who asked whom, in order; cases that were no conversation have none. */
	readonly interview?: readonly TemplateTurn[];
}
