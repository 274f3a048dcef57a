import type { Tool, ToolContext } from './tool.ts';

type Done = 'take' | 'press' | 'tap' | 'dragStart' | 'drag' | 'drop';

/** A tool that draws, whose part of the page is fetched when it first comes into the hand; what is done until then is done late. */
function lateTool(load: () => Promise<Tool>): Tool {
	let tool: Tool | null = null;
	let waiting: ((tool: Tool) => void)[] | null = null;
	const whenHere = (act: (tool: Tool) => void): void => {
		if (tool) act(tool);
		else if (waiting) waiting.push(act);
		else {
			waiting = [act];
			load().then(
				(come) => {
					tool = come;
					for (const wanted of waiting ?? []) wanted(come);
					waiting = null;
				},
				// Without a line it does not come; the next press asks again.
				() => (waiting = null)
			);
		}
	};
	const late =
		<Name extends Done>(name: Name) =>
		(...args: Parameters<NonNullable<Tool[Name]>>): void =>
			whenHere((come) => {
				(come[name] as ((...values: typeof args) => void) | undefined)?.call(come, ...args);
			});
	return {
		draws: true,
		take: late('take'),
		press: late('press'),
		tap: late('tap'),
		dragStart: late('dragStart'),
		drag: late('drag'),
		drop: late('drop'),
		hover: (event) => tool?.hover(event),
		cancel: () => {
			// Nothing has begun before the tool is here.
			if (tool) tool.cancel();
			else if (waiting) waiting = [];
		},
		key: (key) => tool?.key(key) ?? false
	};
}

/** The pen, the eraser and the laser pointer. */
export function makePenTools(context: ToolContext): Record<'pen' | 'eraser' | 'laser', Tool> {
	return {
		pen: lateTool(async () => new (await import('./pen-tool.ts')).PenTool(context)),
		eraser: lateTool(async () => new (await import('./eraser-tool.ts')).EraserTool(context)),
		laser: lateTool(async () => new (await import('./laser-tool.ts')).LaserTool(context))
	};
}
