import { newId } from '@renkei/shared/document/new-id.ts';
import type { Role } from '@renkei/shared/method/roles.ts';
import type { PointKind, PointParams } from '@renkei/shared/protocol/history-api.ts';
import type { PointMark } from '../storage/history.ts';

/** A moment that is to get a name; without `by` it is the server's own. */
export interface NewPoint {
	readonly kind: PointKind;
	/** What belongs into its words; never a card's text. */
	readonly params?: PointParams;
	/** What somebody typed beside it. */
	readonly text?: string;
	readonly by?: { readonly participantId: string; readonly role: Role };
}

/** The name as the storage keeps it. */
export function pointMark({ kind, params = {}, text = '', by }: NewPoint, at: number): PointMark {
	return {
		id: newId(),
		at,
		kind,
		params: JSON.stringify(params),
		text,
		isStarred: kind === 'star',
		participantId: by?.participantId ?? null,
		role: by?.role ?? null
	};
}
