import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { boldAdvances } from '../method/worksheet/font-advances.ts';
import type { SheetItem } from '../method/worksheet/sheet-items.ts';
import type { PaperMetrics } from '../method/worksheet/sheet-metrics.ts';
import { coloursOf, paintBadge } from './card-looks.ts';
import type { Panel } from './panel.ts';
import type { SetText } from './pen.ts';
import { setText } from './pen.ts';

/** The page that stages are laid on. */
export interface PanelPage {
	readonly metrics: PaperMetrics;
	readonly textPt: number;
	/** The text in mm. */
	readonly em: number;
	readonly isMonochrome: boolean;
	readonly isContinued: boolean;
}

/** The heading of a stage, broken for its width. */
export interface PanelHead {
	readonly title: SetText;
	readonly badgesMm: number;
	readonly heightMm: number;
}

/** The free edge within a stage, in em. */
export const paddingEm = 0.6;
const badgeEm = 1.7;

/** Measures the heading of a stage. */
export function headOfPanel(panel: Panel, widthMm: number, page: PanelPage): PanelHead {
	const { em } = page;
	const size = badgeEm * em;
	const badgesMm = panel.badges.length * size * 1.12 + em * 0.25;
	const words = page.isContinued && panel.isBegun ? `${panel.title}（つづき）` : panel.title;
	const inner = widthMm - paddingEm * em * 2 - badgesMm;
	// A heading a little too long for its column is set smaller rather than broken, but never too small to read.
	const fit = inner / em / lineWidthEm(words, boldAdvances);
	const titleEm = Math.max(1, Math.min(1.15, fit));
	const set = (text: string): SetText =>
		setText(text, inner, {
			sizePt: page.textPt * titleEm,
			isBold: true,
			role: 'heading',
			lineEm: 1.3
		});
	const [plain, parted] = [set(words), set(words.replace(/ (?=｜)|(?=（[根＝])/u, '\n'))];
	// A heading of two lines ends the first one where its words do.
	const title =
		plain.lines.length > 1 && parted.lines.length <= plain.lines.length ? parted : plain;
	return { title, badgesMm, heightMm: Math.max(size, title.heightMm) + em * 0.5 };
}

/** Paints the heading of a stage: a tinted bar that arrows hold on to, with its badges and its title. */
export function paintPanelHead(
	items: SheetItem[],
	panel: Panel,
	head: PanelHead,
	at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
	{ em, metrics, isMonochrome }: PanelPage
): void {
	const { x, y, width, height } = at;
	const colours = coloursOf(panel.badges[0]?.type ?? 'theme', isMonochrome);
	items.push({
		kind: 'box',
		id: `${panel.id}.head`,
		x,
		y,
		width,
		height,
		radiusMm: 0,
		fill: colours.face,
		colour: colours.strong,
		lineMm: metrics.lineMm * 1.6,
		dash: []
	});
	const size = badgeEm * em;
	const padding = paddingEm * em;
	for (const [index, badge] of panel.badges.entries())
		paintBadge(items, badge, {
			x: x + padding + index * size * 1.12,
			y: y + (height - size) / 2,
			size,
			isMonochrome
		});
	head.title.paint(items, x + padding + head.badgesMm, y + (height - head.title.heightMm) / 2);
}
