import * as z from 'zod/mini';

/** A hand-placed position in bu; kept within a range in which drawing stays exact. */
export const positionSchema = z.tuple([
	z.number().check(z.minimum(-100_000), z.maximum(100_000)),
	z.number().check(z.minimum(-100_000), z.maximum(100_000))
]);
