import type { Box } from '@renkei/shared/geometry/box.ts';
import { boardPoint } from '@renkei/shared/geometry/point.ts';
import type { OpenBoard } from '../../state/open-board.ts';

const worked = 'button, a, input, textarea, section, aside, form, li, [data-over-board]';

/** Everything in the window that people look at or press: cards on the picture, and whatever lies over or beside it. */
export function takenPlaces({ layout, viewport }: OpenBoard, main: HTMLElement): readonly Box[] {
	const canvas = main.querySelector('[data-board-canvas]')?.getBoundingClientRect();
	const cards = canvas
		? [...layout.cards.values()].map(({ box }): Box => {
				const at = viewport.toScreen(boardPoint(box.x, box.y));
				return {
					x: canvas.x + at.x,
					y: canvas.y + at.y,
					width: box.width * viewport.zoom,
					height: box.height * viewport.zoom
				};
			})
		: [];
	const elements = [...main.querySelectorAll(worked)].map((element) =>
		element.getBoundingClientRect()
	);
	return [...cards, ...elements.filter(({ width, height }) => width > 0 && height > 0)];
}
