import type { CardType } from '@renkei/shared/method/ids.ts';

/** What the pointer can do. */
export const toolIds = ['select', 'card', 'link', 'pan'] as const;
export type ToolId = (typeof toolIds)[number];

/** The tool in hand, and which type of card the card tool puts down. */
export class Toolbox {
	#tool = $state.raw<ToolId>('select');
	#cardType = $state.raw<CardType>('cause');

	get tool(): ToolId {
		return this.#tool;
	}

	get cardType(): CardType {
		return this.#cardType;
	}

	choose(tool: ToolId): void {
		this.#tool = tool;
	}

	/** Takes the card tool for cards of this type. */
	chooseCard(type: CardType): void {
		this.#cardType = type;
		this.#tool = 'card';
	}

	/** Remembers the type last used without taking the tool. */
	rememberCardType(type: CardType): void {
		this.#cardType = type;
	}
}
