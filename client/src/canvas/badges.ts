import { badgeShapes } from '@renkei/shared/method/badge-shapes.ts';
import type { BadgeShape } from '@renkei/shared/method/badge-shapes.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import type { CanvasTheme } from './theme.ts';

/** The side of a badge on a card and in a zone's heading, in bu. */
export const badgeSize = 28;

interface ReadyBadge {
	readonly face: Path2D;
	readonly detail: Path2D | null;
	readonly shape: BadgeShape;
}

/** Draws badges from their outlines, which are parsed once. */
export class Badges {
	readonly #ready: Readonly<Record<CardType, ReadyBadge>>;
	#theme: CanvasTheme;
	/** Whose signs stand on the badges. */
	words = defaultMethod.cardTypes;

	constructor(theme: CanvasTheme) {
		this.#theme = theme;
		this.#ready = Object.fromEntries(
			Object.entries<BadgeShape>(badgeShapes).map(([type, shape]) => [
				type,
				{
					face: new Path2D(shape.path),
					detail: shape.detail === undefined ? null : new Path2D(shape.detail),
					shape
				}
			])
		) as Record<CardType, ReadyBadge>;
	}

	/** Other colours from now on. */
	dress(theme: CanvasTheme): void {
		this.#theme = theme;
	}

	/** `isReversed` swaps mark and face, for a badge on a dark card. */
	draw(
		context: CanvasRenderingContext2D,
		type: CardType,
		x: number,
		y: number,
		size: number,
		isReversed = false
	): void {
		const { face, detail, shape } = this.#ready[type];
		const theme = this.#theme;
		const { strong } = theme.cards[type];
		const isOpen = shape.isOutlined === true;
		context.save();
		context.translate(x, y);
		context.scale(size / 34, size / 34);
		context.translate(1, 1);
		context.fillStyle = isReversed || isOpen ? theme.surface : strong;
		context.fill(face);
		context.strokeStyle = isOpen ? strong : theme.mark;
		context.lineWidth = isOpen ? 2 : 1.5;
		if (isOpen) context.stroke(face);
		if (detail) context.stroke(detail);
		context.fillStyle = isReversed || isOpen ? strong : theme.mark;
		context.font = `700 ${shape.markSize}px ${theme.font}`;
		context.textAlign = 'center';
		context.fillText(this.words[type].mark, 16, shape.markY);
		context.restore();
	}
}
