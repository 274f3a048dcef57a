/** How long the light stays where it was, in ms. */
const fadeMs = 1500;
/** How large the point of light is, in CSS px. */
const radiusPx = 8;

interface Seen {
	readonly x: number;
	readonly y: number;
	readonly at: number;
}

/** One laser: where it points, and where it has just been. */
export class LaserTrail {
	readonly colour: string;
	readonly #hasTail: boolean;
	readonly #radius: number;
	#seen: Seen[] = [];
	/** When it went out; null while it shines. */
	#outAt: number | null = null;

	/** `scale` is for screens seen from farther away than a desk. */
	constructor(colour: string, hasTail: boolean, scale = 1) {
		this.colour = colour;
		this.#hasTail = hasTail;
		this.#radius = radiusPx * scale;
	}

	/** It points here now; the same place again says nothing. */
	point(x: number, y: number, at: number): void {
		const last = this.#seen.at(-1);
		if (this.#outAt !== null) this.#seen = [];
		else if (last?.x === x && last.y === y) return;
		this.#outAt = null;
		this.#seen.push({ x, y, at });
	}

	goOut(at: number): void {
		this.#outAt ??= at;
	}

	/** Whether there is still something to see that changes by itself. */
	isFading(now: number): boolean {
		if (this.#seen.length === 0 || !this.#hasTail) return false;
		return this.#outAt === null ? this.#seen.length > 1 : !this.isOver(now);
	}

	/** Whether it has gone out and faded. */
	isOver(now: number): boolean {
		return this.#outAt !== null && (!this.#hasTail || now - this.#outAt >= fadeMs);
	}

	/** Draws it in CSS px; `toScreen` says where a place of the board is. */
	draw(
		context: CanvasRenderingContext2D,
		now: number,
		toScreen: (x: number, y: number) => readonly [x: number, y: number]
	): void {
		const last = this.#seen.at(-1);
		// The newest place stays, however long ago it was pointed at.
		this.#seen = this.#seen.filter((seen) => seen === last || now - seen.at < fadeMs);
		if (!last || this.isOver(now)) return;
		const left = this.#outAt === null ? 1 : 1 - (now - this.#outAt) / fadeMs;
		context.strokeStyle = context.fillStyle = this.colour;
		// Round ends would lie upon each other and show as beads.
		context.lineCap = 'butt';
		if (this.#hasTail)
			for (let index = 1; index < this.#seen.length; index += 1) {
				const [from, to] = [this.#seen[index - 1], this.#seen[index]];
				if (!from || !to) continue;
				const fresh = Math.max(0, 1 - (now - from.at) / fadeMs) * left;
				context.globalAlpha = fresh * 0.8;
				context.lineWidth = Math.max(1, this.#radius * 1.4 * fresh);
				context.beginPath();
				context.moveTo(...toScreen(from.x, from.y));
				context.lineTo(...toScreen(to.x, to.y));
				context.stroke();
			}
		const [x, y] = toScreen(last.x, last.y);
		for (const [radius, alpha] of [
			[this.#radius * 2, 0.25],
			[this.#radius, 0.95]
		] as const) {
			context.globalAlpha = alpha * left;
			context.beginPath();
			context.arc(x, y, radius, 0, Math.PI * 2);
			context.fill();
		}
		// On a card of its own colour the point would be lost.
		context.strokeStyle = '#ffffff';
		context.lineWidth = this.#radius / 4;
		context.stroke();
		context.globalAlpha = 1;
	}
}
