import { howToText } from '../../i18n/messages/help.ts';

/** What 使い方 explains with a picture. */
export type HowToId = keyof typeof howToText;

/** The same in the order in which people need it. */
export const howToIds = Object.keys(howToText) as readonly HowToId[];
