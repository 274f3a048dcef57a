import { z } from 'zod';

/** A hand-placed position in bu; kept within a range in which drawing stays exact. */
export const positionSchema = z.tuple([
	z.number().min(-100_000).max(100_000),
	z.number().min(-100_000).max(100_000)
]);
