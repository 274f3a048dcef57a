import { unionOfBoxes } from '@renkei/shared/geometry/box.ts';
import { boardPoint, screenPoint } from '@renkei/shared/geometry/point.ts';
import type { ScreenPoint } from '@renkei/shared/geometry/point.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import type { MenuSubject } from '../../state/popups.svelte.ts';
import type { Tools } from '../../tools/index.ts';
import type { BoardPointerEvent, ToolContext } from '../../tools/tool.ts';
import { aimMenu } from '../../tools/aim-menu.ts';

/** What the menu of the board works with. */
export interface MenuAround {
	readonly context: ToolContext;
	readonly tools: Tools;
	readonly host: HTMLElement | null;
}

/** Opens the menu of what lies under a pointer, or by keyboard (null) of what is selected. */
export function openMenu(around: MenuAround, event: BoardPointerEvent | null): void {
	const { open } = around.context;
	if (event) {
		aimMenu(open, event.target);
		show(around, event.screen, event.board);
	} else show(around, besideSelection(open), null);
}

/** Beside what is selected, or in the middle of the screen. */
function besideSelection({ viewport, layout, selection }: OpenBoard): ScreenPoint {
	const box = unionOfBoxes([...selection.cards].flatMap((id) => layout.cards.get(id)?.box ?? []));
	return box
		? viewport.toScreen(boardPoint(box.x + 24, box.y + 24))
		: screenPoint(viewport.width / 2, viewport.height / 2);
}

function show(
	{ context: { open, withdraw }, tools, host }: MenuAround,
	{ x, y }: ScreenPoint,
	place: MenuSubject['place']
): void {
	const { left, top } = host?.getBoundingClientRect() ?? { left: 0, top: 0 };
	open.popups.open({
		kind: 'menu',
		subject: {
			at: [left + x, top + y],
			place,
			withdraw,
			startLink: (card) => {
				open.toolbox.choose('link');
				tools.link.startFrom(card);
			}
		}
	});
}
