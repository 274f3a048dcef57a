import type { Localised } from '@renkei/shared/method/localised.ts';
import { lineWidthEm } from '@renkei/shared/method/worksheet/break-lines.ts';
import { boldAdvances, regularAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import { badgeSize } from './badges.ts';
import type { Brush } from './card-node.ts';
import { baselineIn, setFont } from './card-node.ts';
import type { ZonePicture } from './picture.ts';
import { traceRoundRect } from './shapes.ts';

const radius = 12;
const headTop = 10;
const headHeight = 34;
const titleSize = 21;
const countSize = 18;
/** Seen from afar the title keeps this size on screen, in CSS px. */
const farTitlePx = 16;
const countWords: Readonly<Record<keyof Localised, (count: number) => string>> = {
	ja: (count) => `${count}件`,
	en: String
};

/** Draws the frame, heading and count of a zone. */
export function drawZone(brush: Brush, zone: ZonePicture): void {
	const { context, theme } = brush;
	const { x, y, width, height } = zone.box;
	const line = zone.isCurrent ? 3 : 1.5;
	traceRoundRect(context, x + line / 2, y + line / 2, width - line, height - line, radius);
	context.fillStyle = zone.isCurrent ? theme.surface : theme.zoneFace;
	context.fill();
	context.strokeStyle = zone.isCurrent ? theme.primary : theme.line;
	context.lineWidth = line;
	context.stroke();

	const isFar = brush.detail === 'mark' || brush.detail === 'plain';
	const count = countWords[brush.language](zone.count);
	context.fillStyle = theme.text;
	if (isFar) {
		// Above the frame: inside it the cards begin sooner than a title of this size ends.
		const size = farTitlePx / brush.zoom;
		setFont(context, theme, 700, size);
		const whole = `${zone.title} ${count}`;
		const fits = lineWidthEm(whole, boldAdvances) * size <= width;
		// A narrow zone does without its count, and condenses its title where even that is too long.
		context.fillText(fits ? whole : zone.title, x, y - size * 0.4, width);
		return;
	}
	let left = x + 14 + line;
	for (const type of zone.badges) {
		brush.badges.draw(context, type, left, y + headTop + (headHeight - badgeSize) / 2, badgeSize);
		left += badgeSize + 9;
	}
	const baseline = y + headTop + baselineIn(headHeight, titleSize);
	const countLeft = x + width - 10 - line - lineWidthEm(count, regularAdvances) * countSize;
	// A long title in a narrow zone is written smaller rather than into its count.
	const size = Math.min(titleSize, (countLeft - 7 - left) / lineWidthEm(zone.title, boldAdvances));
	context.fillStyle = theme.text;
	setFont(context, theme, 700, size);
	context.fillText(zone.title, left, baseline);
	context.fillStyle = theme.textSoft;
	setFont(context, theme, 400, countSize);
	context.fillText(count, countLeft, baseline);
}
