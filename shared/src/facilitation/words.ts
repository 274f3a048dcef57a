import * as z from 'zod/mini';
import { leadRefusals } from './aid.ts';

/** Client → server: one command. `request` is the client's own number for it. */
export const leadRequestSchema = z.object({
	request: z.int(),
	aid: z.string(),
	command: z.unknown()
});
export type LeadRequest = z.infer<typeof leadRequestSchema>;

/** Server → the client that asked: done and on disk when `refused` is null. */
export const leadAnswerSchema = z.object({
	request: z.int(),
	refused: z.nullable(z.enum(leadRefusals))
});
export type LeadAnswer = z.infer<typeof leadAnswerSchema>;

/**
 * Server → everybody at the board: what is shown of every aid on joining, afterwards of those that changed.
 * `serverNow` is the server's clock when it was sent.
 */
export const facilitationNewsSchema = z.object({
	version: z.int(),
	serverNow: z.number(),
	/** By name; aids this page does not know are left alone. */
	aids: z.record(z.string(), z.unknown())
});
export type FacilitationNews = z.infer<typeof facilitationNewsSchema>;

/** Server → one person: what of every aid is theirs alone; on joining and when it has changed. */
export const ownNewsSchema = z.object({
	aids: z.record(z.string(), z.unknown())
});
export type OwnNews = z.infer<typeof ownNewsSchema>;
