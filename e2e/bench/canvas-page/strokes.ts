import type { Box } from '@renkei/shared/geometry/box.ts';
import { encodeStroke } from '@renkei/shared/geometry/stroke-points.ts';
import type { RecordOf } from '@renkei/shared/method/records/index.ts';
import { recordIdSchema } from '@renkei/shared/method/records/index.ts';
import { strokeColourIds } from '@renkei/shared/method/records/stroke.ts';

/** Lines as a hand draws them, loops about as large as a card, spread over a board; every third with pressure. */
export function makeStrokes(count: number, places: number, board: Box): RecordOf<'stroke'>[] {
	return Array.from({ length: count }, (_, index) => {
		const middle = {
			x: board.x + ((index * 137) % 1000) * (board.width / 1000),
			y: board.y + ((index * 331) % 1000) * (board.height / 1000)
		};
		const points = Array.from({ length: places }, (__, at) => ({
			x: middle.x + Math.cos(at / 9) * (120 + at),
			y: middle.y + Math.sin(at / 9) * (50 + at / 2),
			pressure: index % 3 === 0 ? 1 + (Math.floor(at / 6) % 5) : 3
		}));
		return {
			...encodeStroke(points),
			id: recordIdSchema.parse(`stroke${index}`),
			kind: 'stroke',
			colour: strokeColourIds[index % strokeColourIds.length] ?? 'ink',
			size: index % 4 === 0 ? 'thick' : 'thin',
			card: null,
			at: null,
			createdAt: index,
			createdBy: 'p',
			profession: null
		};
	});
}
