import type { Box } from '@renkei/shared/geometry/box.ts';
import { boxesOverlap, unionOfBoxes } from '@renkei/shared/geometry/box.ts';
import { measures } from '@renkei/shared/lane-layout/measures.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { OpenBoard } from '../state/open-board.ts';
import type { GuideLine } from './gesture.svelte.ts';

/** Where dragged cards are drawn to, and what shows why. */
export interface Snap {
	readonly dx: number;
	readonly dy: number;
	readonly guides: readonly GuideLine[];
}

/** What a card near this way (CSS px) is drawn to. */
const reachPx = 6;

/** A place on one axis that attracts: move by so much, and these lines show it. */
interface Pull {
	readonly by: number;
	readonly lines: (at: Box) => readonly GuideLine[];
}

/**
 * Draws dragged cards into row with others: edges and middles, the grid of the zones, and equal distances. `axes`
 * are those that may be corrected; the cards have moved by `dx, dy` already.
 */
export function snapDrag(
	open: Pick<OpenBoard, 'layout' | 'viewport'>,
	held: ReadonlySet<CardId>,
	dx: number,
	dy: number,
	axes: { readonly x: boolean; readonly y: boolean } = { x: true, y: true }
): Snap {
	const { layout, viewport } = open;
	const boxes: Box[] = [];
	const others: Box[] = [];
	const seen = viewport.visibleBox;
	for (const [id, { box, card }] of layout.cards)
		if (held.has(id)) boxes.push(box);
		else if (card.lock !== 'background' && boxesOverlap(box, seen)) others.push(box);
	const start = unionOfBoxes(boxes);
	if (!start) return { dx, dy, guides: [] };
	const moved = { ...start, x: start.x + dx, y: start.y + dy };
	const reach = reachPx / viewport.zoom;
	const zones = [...layout.zones.values()].map(({ box }) => box);
	const x = axes.x
		? nearest([...inRow('x', moved, others, zones), ...spaced('x', moved, others)], reach)
		: null;
	const y = axes.y
		? nearest([...inRow('y', moved, others, zones), ...spaced('y', moved, others)], reach)
		: null;
	const at = { ...moved, x: moved.x + (x?.by ?? 0), y: moved.y + (y?.by ?? 0) };
	return {
		dx: dx + (x?.by ?? 0),
		dy: dy + (y?.by ?? 0),
		guides: [...(x?.lines(at) ?? []), ...(y?.lines(at) ?? [])]
	};
}

function nearest(pulls: readonly Pull[], reach: number): Pull | null {
	let best: Pull | null = null;
	for (const pull of pulls)
		if (Math.abs(pull.by) <= reach && (!best || Math.abs(pull.by) < Math.abs(best.by))) best = pull;
	return best;
}

type Axis = 'x' | 'y';
const sizeOf = { x: 'width', y: 'height' } as const;
const across = { x: 'y', y: 'x' } as const;

/** A line at one place of an axis, from one end to another of the other axis. */
function line(
	axis: Axis,
	kind: GuideLine['kind'],
	at: number,
	from: number,
	to: number
): GuideLine {
	return axis === 'x'
		? { kind, from: [at, from], to: [at, to] }
		: { kind, from: [from, at], to: [to, at] };
}

/** Edges and middles of other cards, and where the cards of a zone begin. */
function inRow(
	axis: Axis,
	moved: Box,
	others: readonly Box[],
	zones: readonly Box[]
): readonly Pull[] {
	const size = sizeOf[axis];
	const other = across[axis];
	const along = sizeOf[other];
	const parts = [0, 0.5, 1];
	const pulls: Pull[] = [];
	for (const box of others)
		for (const part of parts) {
			const there = box[axis] + box[size] * part;
			pulls.push({
				by: there - (moved[axis] + moved[size] * part),
				lines: (at) => {
					const from = Math.min(box[other], at[other]);
					const to = Math.max(box[other] + box[along], at[other] + at[along]);
					return [line(axis, 'edge', there, from, to)];
				}
			});
		}
	const first = axis === 'x' ? measures.zonePadding : measures.laneTop - measures.zoneTop;
	for (const zone of zones) {
		if (!boxesOverlap(zone, moved)) continue;
		const there = zone[axis] + first;
		pulls.push({
			by: there - moved[axis],
			lines: () => [line(axis, 'edge', there, zone[other], zone[other] + zone[along])]
		});
	}
	return pulls;
}

/** The same distance as between others in the same row, half way between two, and the distance of a lane. */
function spaced(axis: Axis, moved: Box, others: readonly Box[]): readonly Pull[] {
	const size = sizeOf[axis];
	const other = across[axis];
	// Only what stands in the same row or column as the dragged cards.
	const along = sizeOf[other];
	const row = others
		.filter(
			(box) => box[other] < moved[other] + moved[along] && moved[other] < box[other] + box[along]
		)
		.sort((a, b) => a[axis] - b[axis]);
	const end = (box: Box): number => box[axis] + box[size];
	const middle = moved[axis] + moved[size] / 2;
	const before = row.filter((box) => box[axis] + box[size] / 2 <= middle);
	const after = row.filter((box) => box[axis] + box[size] / 2 > middle);
	const [far, near] = [before.at(-2), before.at(-1)];
	const [next, beyond] = after;
	const pulls: Pull[] = [];
	const add = (to: number, gaps: (at: Box) => readonly (readonly [number, number])[]): void => {
		pulls.push({
			by: to - moved[axis],
			lines: (at) => {
				const where = at[other] + at[along] / 2;
				return gaps(at).map(([from, until]) => line(other, 'gap', where, from, until));
			}
		});
	};
	if (near && next && next[axis] - end(near) >= moved[size])
		add((end(near) + next[axis] - moved[size]) / 2, (at) => [
			[end(near), at[axis]],
			[end(at), next[axis]]
		]);
	if (near) {
		const known = far ? near[axis] - end(far) : 0;
		if (far && known > 0)
			add(end(near) + known, (at) => [
				[end(far), near[axis]],
				[end(near), at[axis]]
			]);
		add(end(near) + measures.gap, (at) => [[end(near), at[axis]]]);
	}
	if (next) {
		const known = beyond ? beyond[axis] - end(next) : 0;
		if (beyond && known > 0)
			add(next[axis] - known - moved[size], (at) => [
				[end(at), next[axis]],
				[end(next), beyond[axis]]
			]);
		add(next[axis] - measures.gap - moved[size], (at) => [[end(at), next[axis]]]);
	}
	return pulls;
}
