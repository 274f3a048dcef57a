import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A printed character: its words, where its foot begins and how far it reaches, in mm from the top left of the page. */
export interface PrintedGlyph {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly widthMm: number;
	readonly sizeMm: number;
}

/** A page of a PDF as it is printed. */
export interface PrintedPage {
	readonly widthMm: number;
	readonly heightMm: number;
	readonly glyphs: readonly PrintedGlyph[];
}

type Matrix = readonly [number, number, number, number, number, number];

const mmPerPt = 25.4 / 72;
const unit: Matrix = [1, 0, 0, 1, 0, 0];

function times(a: Matrix, b: Matrix): Matrix {
	return [
		a[0] * b[0] + a[2] * b[1],
		a[1] * b[0] + a[3] * b[1],
		a[0] * b[2] + a[2] * b[3],
		a[1] * b[2] + a[3] * b[3],
		a[0] * b[4] + a[2] * b[5] + a[4],
		a[1] * b[4] + a[3] * b[5] + a[5]
	];
}

/**
 * Every character of a PDF with its place, read from the drawing commands. Readers of text join what stands close
 * together, a mark and its words for one; where lines begin and end is only told here.
 */
export async function readPrinted(bytes: Uint8Array): Promise<readonly PrintedPage[]> {
	const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
	const pages: PrintedPage[] = [];
	for (let number = 1; number <= pdf.numPages; number += 1) {
		const page = await pdf.getPage(number);
		const { width, height } = page.getViewport({ scale: 1 });
		const { fnArray, argsArray } = await page.getOperatorList();
		const glyphs = walk(fnArray, argsArray as readonly unknown[][]).map((glyph) => ({
			text: glyph.text,
			x: glyph.x * mmPerPt,
			y: (height - glyph.y) * mmPerPt,
			widthMm: glyph.width * mmPerPt,
			sizeMm: glyph.size * mmPerPt
		}));
		pages.push({ widthMm: width * mmPerPt, heightMm: height * mmPerPt, glyphs });
	}
	await pdf.loadingTask.destroy();
	return pages;
}

interface RawGlyph {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly size: number;
}

function walk(commands: readonly number[], values: readonly unknown[][]): RawGlyph[] {
	const found: RawGlyph[] = [];
	let state = { matrix: unit, size: 0, rise: 0, leading: 0, spacing: 0, stretch: 1 };
	const kept: (typeof state)[] = [];
	let line: Matrix = unit;
	let at: Matrix = unit;
	const move = (x: number, y: number): void => {
		line = times(line, [1, 0, 0, 1, x, y]);
		at = line;
	};
	for (const [index, command] of commands.entries()) {
		const args = values[index] ?? [];
		const numbers = args as number[];
		switch (command) {
			case OPS.save:
				kept.push(state);
				break;
			case OPS.restore:
				state = kept.pop() ?? state;
				break;
			case OPS.transform:
				state = { ...state, matrix: times(state.matrix, args as unknown as Matrix) };
				break;
			case OPS.paintFormXObjectBegin:
				kept.push(state);
				if (args[0]) state = { ...state, matrix: times(state.matrix, args[0] as Matrix) };
				break;
			case OPS.paintFormXObjectEnd:
				state = kept.pop() ?? state;
				break;
			case OPS.beginText:
				line = unit;
				at = unit;
				break;
			case OPS.setFont:
				state = { ...state, size: Number(args[1]) };
				break;
			case OPS.setCharSpacing:
				state = { ...state, spacing: numbers[0] ?? 0 };
				break;
			case OPS.setHScale:
				state = { ...state, stretch: (numbers[0] ?? 100) / 100 };
				break;
			case OPS.setTextRise:
				state = { ...state, rise: numbers[0] ?? 0 };
				break;
			case OPS.setLeading:
				state = { ...state, leading: numbers[0] ?? 0 };
				break;
			case OPS.moveText:
				move(numbers[0] ?? 0, numbers[1] ?? 0);
				break;
			case OPS.setLeadingMoveText:
				state = { ...state, leading: -(numbers[1] ?? 0) };
				move(numbers[0] ?? 0, numbers[1] ?? 0);
				break;
			case OPS.setTextMatrix: {
				const given = (Array.isArray(args[0]) || ArrayBuffer.isView(args[0]) ? args[0] : args) as
					Matrix | Float32Array;
				line = [...given] as unknown as Matrix;
				at = line;
				break;
			}
			case OPS.nextLine:
				move(0, state.leading);
				break;
			case OPS.showText:
				for (const glyph of args[0] as readonly (number | ShownGlyph)[]) {
					if (typeof glyph === 'number') {
						at = times(at, [1, 0, 0, 1, (-glyph / 1000) * state.size * state.stretch, 0]);
						continue;
					}
					const advance = ((glyph.width / 1000) * state.size + state.spacing) * state.stretch;
					const place = times(state.matrix, at);
					const scale = Math.hypot(place[0], place[1]);
					found.push({
						text: glyph.unicode,
						x: place[4],
						y: place[5],
						width: advance * scale,
						size: state.size * scale
					});
					at = times(at, [1, 0, 0, 1, advance, 0]);
				}
				break;
		}
	}
	return found;
}

interface ShownGlyph {
	readonly unicode: string;
	readonly width: number;
}
