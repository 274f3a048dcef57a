import type { ToolId } from '../state/toolbox.svelte.ts';
import { CardTool } from './card-tool.ts';
import { makePenTools } from './late-tool.ts';
import { LinkTool } from './link-tool.ts';
import { PanTool } from './pan-tool.ts';
import { SelectTool } from './select-tool.ts';
import type { Tool, ToolContext } from './tool.ts';

/** Every tool, ready to use on one board. */
export interface Tools extends Record<ToolId, Tool> {
	readonly link: LinkTool;
}

/** The tools of a board; the compiler asks for a forgotten one. */
export function makeTools(context: ToolContext): Tools {
	return {
		select: new SelectTool(context),
		card: new CardTool(context),
		link: new LinkTool(context),
		pan: new PanTool(context),
		...makePenTools(context)
	};
}
