import type { CardType } from '@renkei/shared/method/ids.ts';

/** What the pointer can do. */
export const toolIds = ['select', 'card', 'link', 'pan', 'pen', 'eraser', 'laser'] as const;
export type ToolId = (typeof toolIds)[number];

/** Whether a tool belongs to the pen layer. */
export function isPenTool(tool: ToolId): boolean {
	return tool === 'pen' || tool === 'eraser' || tool === 'laser';
}

/** The tool in hand, and which type of card the card tool puts down. */
export class Toolbox {
	#tool = $state.raw<ToolId>('select');
	#cardType = $state.raw<CardType>('cause');
	#isBare = $state.raw(false);

	get tool(): ToolId {
		return this.#tool;
	}

	get cardType(): CardType {
		return this.#cardType;
	}

	/** The bars around the board are out of the way. */
	get isBare(): boolean {
		return this.#isBare;
	}

	/** Puts the bars around the board away, or brings them back. */
	bare(isBare: boolean): void {
		this.#isBare = isBare;
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
