import type { StrokeColour } from '@renkei/shared/method/records/stroke.ts';
import { message } from '../message.ts';

/** Words of the pen: its bar, its eraser, its laser. */
export const penText = {
	bar: message('ペン', 'Pen'),
	colour: message('色', 'Colour'),
	/** Words that are true on a light and on a dark board. */
	colours: {
		ink: message('文字色', 'Text'),
		red: message('赤', 'Red'),
		blue: message('青', 'Blue'),
		green: message('緑', 'Green'),
		brown: message('黄土', 'Ochre')
	} satisfies Record<StrokeColour, () => string>,
	width: message('太さ', 'Width'),
	widths: {
		thin: message('細い', 'Thin'),
		thick: message('太い', 'Thick')
	},
	eraser: message('消しゴム', 'Eraser'),
	laser: message('指し示す', 'Point'),
	clear: message('すべて消す', 'Erase all'),
	clearTitle: message(
		(count: number) => `描いたものをすべて消しますか（線 ${count}本）`,
		(count: number) =>
			`Erase everything that was drawn (${count} ${count === 1 ? 'line' : 'lines'})?`
	),
	clearHint: message(
		'ほかの人が描いた線も消えます。カードは消えません。「元に戻す」で戻せます。',
		'Lines that others drew go too; cards stay. “Undo” brings them back.'
	),
	clearYes: message('すべて消す', 'Erase all'),
	clearNo: message('やめる', 'Cancel'),
	drawn: message(
		(count: number) => `描いた線 ${count}本`,
		(count: number) => (count === 1 ? '1 drawn line' : `${count} drawn lines`)
	),
	drawnOn: message(
		(numbers: string) => `カード ${numbers} の上にあります。`,
		(numbers: string) => `On cards ${numbers}.`
	),
	drawnBeside: message('ボードの絵の上にあります。', 'Over the picture of the board.')
};
