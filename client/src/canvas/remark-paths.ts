import type { StampId } from '@renkei/shared/method/records/stamp.ts';

/** The outlines of a comment and of each stamp, 24 units wide; told apart by shape alone, also in black and white. */
export const remarkPaths: Readonly<Record<StampId | 'comment', string>> = {
	comment: 'M4 5h16v11h-9l-5 4v-4H4z',
	agree: 'M4 13l5 5L20 6',
	important: 'M12 3l2.7 5.8 6.3.8-4.7 4.3 1.3 6.3-5.6-3.2-5.6 3.2 1.3-6.3L3 9.6l6.3-.8z',
	question: 'M8 9a4 4 0 1 1 5.5 3.7c-1 .5-1.5 1-1.5 2.3M12 19v.5',
	concern: 'M12 4L2.5 20h19zM12 10v4M12 17v.3',
	thanks: 'M12 20L4.5 12a4.7 4.7 0 0 1 7.5-5.5A4.7 4.7 0 0 1 19.5 12z'
};
