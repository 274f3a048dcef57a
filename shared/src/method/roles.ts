import * as z from 'zod/mini';

/** What a person may be at a board. */
const roleIds = ['staff', 'facilitator', 'recorder', 'participant', 'viewer'] as const;
export const roleSchema = z.enum(roleIds);
export type Role = z.infer<typeof roleSchema>;

/** Whether this role may change the board; judged on the server for every update. */
export function mayWrite(role: Role): boolean {
	return role !== 'viewer';
}

/** Whether this role leads the table. */
export function mayLead(role: Role): boolean {
	return role === 'staff' || role === 'facilitator';
}
