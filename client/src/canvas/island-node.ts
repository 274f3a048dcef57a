import type { Brush } from './card-node.ts';
import { baselineIn, setFont } from './card-node.ts';
import type { IslandPicture } from './picture.ts';
import { islandTitle } from './picture.ts';
import { traceRoundRect, traceRoundStrip } from './shapes.ts';

const radius = 10;
const line = 1.5;
const dash: readonly number[] = [7, 5];
/** Three dots in a tab without a title: here is something to take hold of. */
const dots = { radius: 2, apart: 9 } as const;

/** Draws the outline of a 島 and its title on a tab above (design §5). */
export function drawIsland({ context, theme, detail, zoom }: Brush, island: IslandPicture): void {
	const { box, tab, title } = island;
	traceRoundRect(context, box.x, box.y, box.width, box.height, radius);
	context.fillStyle = theme.surface;
	context.globalAlpha = 0.6;
	context.fill();
	context.globalAlpha = 1;
	context.strokeStyle = theme.textSoft;
	context.lineWidth = Math.max(line, 1 / zoom);
	context.setLineDash([...dash]);
	context.stroke();
	context.setLineDash([]);
	if (detail === 'plain' || detail === 'mark') return;
	traceRoundStrip(context, tab.x, tab.y, tab.width, tab.height, 7, 'top');
	context.fillStyle = theme.textSoft;
	context.fill();
	context.fillStyle = theme.surface;
	if (title === '') {
		const y = tab.y + tab.height / 2;
		for (const step of [-1, 0, 1]) {
			context.beginPath();
			const x = tab.x + tab.width / 2 + step * dots.apart;
			context.arc(x, y, dots.radius, 0, Math.PI * 2);
			context.fill();
		}
		return;
	}
	setFont(context, theme, 700, islandTitle.size);
	context.fillText(
		title,
		tab.x + islandTitle.padding,
		tab.y + baselineIn(tab.height, islandTitle.size)
	);
}
