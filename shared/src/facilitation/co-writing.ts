import * as z from 'zod/mini';
import { aidWith } from './aid.ts';

const coWritingSchema = z.object({
	/** Nobody opens a card that somebody else is writing on. */
	isOneByOne: z.boolean()
});

const coWritingCommandSchema = z.object({ do: z.literal('set'), isOneByOne: z.boolean() });
export type CoWritingCommand = z.infer<typeof coWritingCommandSchema>;

/** Whether several people may write on one card at once. Kept by the screens alone: no word is ever refused for it. */
export const coWriting = aidWith<z.infer<typeof coWritingSchema>, CoWritingCommand>({
	schema: coWritingSchema,
	initial: { isOneByOne: false },
	commandSchema: coWritingCommandSchema,
	change: (state, { isOneByOne }) => ({
		ok: true,
		state: state.isOneByOne === isOneByOne ? state : { isOneByOne }
	})
});
