import type { CardId } from '@renkei/shared/method/card.ts';
import type { RemarkedBoard } from '@renkei/shared/method/remarks.ts';
import { remarksByCard, stampCounts } from '@renkei/shared/method/remarks.ts';
import { setFont } from './card-node.ts';
import type { RemarkPicture } from './picture.ts';
import { remarkPaths } from './remark-paths.ts';
import { traceRoundRect } from './shapes.ts';

type Sign = keyof typeof remarkPaths;

/**
 * In bu. It lies on the lower edge of its card and in the gap below: a card must not grow, and move all others, when
 * somebody stamps it.
 */
const chip = {
	height: 18,
	outside: 7,
	inset: 10,
	padding: 7,
	sign: 13,
	gap: 3,
	between: 7
} as const;
const textSize = 13;
const digitWidth = 8;

const signs = new Map<Sign, Path2D>();
/** Equal counts have one picture, so that a card whose counts did not change is not painted again. */
const pictures = new Map<string, RemarkPicture>();

/** What stands at the foot of each card that somebody said something about: stamps, and comments that are open. */
export function picturesOfRemarks(
	board: RemarkedBoard,
	showsStamps: boolean
): ReadonlyMap<CardId, RemarkPicture> {
	const found = new Map<CardId, RemarkPicture>();
	for (const [card, remarks] of remarksByCard(board)) {
		const counts: (readonly [Sign, number])[] = showsStamps ? [...stampCounts(remarks)] : [];
		if (remarks.open.length > 0) counts.push(['comment', remarks.open.length]);
		if (counts.length > 0) found.set(card, pictureOf(counts));
	}
	return found;
}

function pictureOf(counts: readonly (readonly [Sign, number])[]): RemarkPicture {
	const key = counts.join(' ');
	const known = pictures.get(key);
	if (known) return known;
	const words = counts.map(([, count]) => String(count));
	const width = words.reduce(
		(sum, text) => sum + chip.sign + chip.gap + text.length * digitWidth + chip.between,
		2 * chip.padding - chip.between
	);
	const picture: RemarkPicture = {
		counts,
		paint: ({ context, theme }, box) => {
			let x = box.x + box.width - chip.inset - width;
			const y = box.y + box.height + chip.outside - chip.height;
			traceRoundRect(context, x, y, width, chip.height, chip.height / 2);
			context.fillStyle = theme.surface;
			context.fill();
			context.strokeStyle = theme.tagText;
			context.lineWidth = 1;
			context.stroke();
			context.fillStyle = theme.text;
			setFont(context, theme, 700, textSize);
			x += chip.padding;
			counts.forEach(([sign], index) => {
				const text = words[index] ?? '';
				drawSign(context, sign, x, y + (chip.height - chip.sign) / 2, theme.text);
				x += chip.sign + chip.gap;
				context.fillText(text, x, y + chip.height / 2 + 0.37 * textSize);
				x += text.length * digitWidth + chip.between;
			});
		}
	};
	pictures.set(key, picture);
	return picture;
}

function drawSign(
	context: CanvasRenderingContext2D,
	name: Sign,
	x: number,
	y: number,
	ink: string
): void {
	const sign = signs.get(name) ?? new Path2D(remarkPaths[name]);
	signs.set(name, sign);
	context.save();
	context.translate(x, y);
	context.scale(chip.sign / 24, chip.sign / 24);
	context.strokeStyle = ink;
	context.lineWidth = 2.6;
	context.lineCap = 'round';
	context.lineJoin = 'round';
	context.stroke(sign);
	context.restore();
}
