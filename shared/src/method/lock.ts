import * as z from 'zod/mini';

/** How far a card is out of participants' hands: `pinned` stays where it is, `background` cannot even be selected. */
export const cardLockIds = ['pinned', 'background'] as const;
export const cardLockSchema = z.enum(cardLockIds);
export type CardLock = z.infer<typeof cardLockSchema>;
