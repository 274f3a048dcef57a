import type { BoardPointerEvent, Tool, ToolContext } from './tool.ts';

/** A tool that draws, whose part of the page is fetched when it first comes into the hand; what is done until then is done late. */
class LateTool implements Tool {
	readonly draws = true;
	readonly #load: () => Promise<Tool>;
	#tool: Tool | null = null;
	#waiting: ((tool: Tool) => void)[] | null = null;

	constructor(load: () => Promise<Tool>) {
		this.#load = load;
	}

	take(): void {
		this.#with((tool) => tool.take?.());
	}

	press(event: BoardPointerEvent): void {
		this.#with((tool) => tool.press(event));
	}

	tap(event: BoardPointerEvent, count: number): void {
		this.#with((tool) => tool.tap(event, count));
	}

	dragStart(press: BoardPointerEvent, event: BoardPointerEvent): void {
		this.#with((tool) => tool.dragStart(press, event));
	}

	drag(event: BoardPointerEvent): void {
		this.#with((tool) => tool.drag(event));
	}

	drop(event: BoardPointerEvent): void {
		this.#with((tool) => tool.drop(event));
	}

	hover(event: BoardPointerEvent): void {
		this.#tool?.hover(event);
	}

	cancel(): void {
		// Nothing has begun before the tool is here.
		if (this.#tool) this.#tool.cancel();
		else if (this.#waiting) this.#waiting = [];
	}

	key(key: string): boolean {
		return this.#tool?.key(key) ?? false;
	}

	#with(act: (tool: Tool) => void): void {
		if (this.#tool) act(this.#tool);
		else if (this.#waiting) this.#waiting.push(act);
		else {
			this.#waiting = [act];
			void this.#load().then(
				(tool) => {
					this.#tool = tool;
					for (const wanted of this.#waiting ?? []) wanted(tool);
					this.#waiting = null;
				},
				// Without a line it does not come; the next press asks again.
				() => (this.#waiting = null)
			);
		}
	}
}

/** The pen, the eraser and the laser pointer. */
export function makePenTools(context: ToolContext): Record<'pen' | 'eraser' | 'laser', Tool> {
	return {
		pen: new LateTool(async () => new (await import('./pen-tool.ts')).PenTool(context)),
		eraser: new LateTool(async () => new (await import('./eraser-tool.ts')).EraserTool(context)),
		laser: new LateTool(async () => new (await import('./laser-tool.ts')).LaserTool(context))
	};
}
