import type { CardType } from '@renkei/shared/method/ids.ts';
import type { WallTable, WallZone } from '@renkei/shared/protocol/wall-api.ts';

/** Cards of one look that follow each other in a column of the board in small. */
export interface MiniRun {
	readonly type: CardType | 'rootCause';
	readonly count: number;
}

/** The columns of a board in small: its zones, with theme and vision apart. */
export function miniColumns(zones: WallTable['zones']): readonly (readonly MiniRun[])[] {
	return zones.flatMap(({ zone, cards }) => {
		if (zone === 'themeVision') {
			const isVision = ({ type }: MiniRun): boolean => type === 'vision';
			return [cards.filter((run) => !isVision(run)), cards.filter(isVision)];
		}
		return [zone === 'rootCause' ? cards.map(asRoot) : cards];
	});
}

function asRoot({ type, count }: WallZone['cards'][number]): MiniRun {
	return { type: type === 'cause' ? 'rootCause' : type, count };
}

/** The drawing, in units of its own that the card of the table stretches. */
export const miniSize = { width: 288, height: 126 } as const;
const face = { top: 2, height: 122, gap: 2.5, padding: 3 } as const;
const bar = { top: 6, height: 15, gap: 2, mostBelow: 121 } as const;

/** A column to draw: its face, and one path for all bars of a run. */
export interface MiniColumn {
	readonly x: number;
	readonly width: number;
	readonly runs: readonly { readonly type: MiniRun['type']; readonly path: string }[];
}

/** Where everything is drawn; bars become thinner where a column would run over, and none is left out. */
export function layOutMini(zones: WallTable['zones']): readonly MiniColumn[] {
	const columns = miniColumns(zones);
	const width = (miniSize.width - 2 - face.gap * columns.length) / Math.max(columns.length, 1);
	return columns.map((runs, column) => {
		const x = 2 + column * (width + face.gap);
		const total = runs.reduce((sum, { count }) => sum + count, 0);
		const pitch = Math.min(bar.height + bar.gap, (bar.mostBelow - bar.top) / Math.max(total, 1));
		const height = pitch * (bar.height / (bar.height + bar.gap));
		let y: number = bar.top;
		return {
			x,
			width,
			runs: runs.map(({ type, count }) => {
				const bars = Array.from({ length: count }, (_, index) =>
					rectangle(x + face.padding, y + index * pitch, width - 2 * face.padding, height)
				);
				y += count * pitch;
				return { type, path: bars.join('') };
			})
		};
	});
}

/** The face of every column, from top to bottom. */
export const miniFace = { y: face.top, height: face.height } as const;

function rectangle(x: number, y: number, width: number, height: number): string {
	const round = (value: number): number => Math.round(value * 10) / 10;
	return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
}
