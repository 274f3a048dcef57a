import * as z from 'zod/mini';
import { cardTypeSchema } from './card.ts';
import type { CardType } from './ids.ts';
import type { CardLock } from './lock.ts';
import type { RecordKind } from './records/index.ts';
import type { Role } from './roles.ts';
import { mayLead, mayWrite } from './roles.ts';

/** Whose cards something may be done to; the widest first. */
export const scopeIds = ['all', 'own', 'none'] as const;
export type Scope = (typeof scopeIds)[number];

/** What stands on a board beside cards and links and is worked on with a view of its own. */
export const boardToolIds = ['group', 'pin', 'dialogue', 'pen'] as const;
export type BoardTool = (typeof boardToolIds)[number];

/** What people say about a card without changing it. */
const remarkIds = ['comment', 'stamp'] as const;
export type RemarkTool = (typeof remarkIds)[number];

/** Everything a part of the programme may offer beside cards and links. */
export const toolIds = [...boardToolIds, ...remarkIds] as const;

const scopeSchema = z.enum(scopeIds);

/** What participants may do to a board while one part of the programme runs. */
export const rightsSchema = z.object({
	/** The types of cards that may be written; none means nothing new. */
	create: z.array(cardTypeSchema).check(z.maxLength(9)),
	edit: scopeSchema,
	move: scopeSchema,
	delete: scopeSchema,
	link: z.boolean(),
	vote: z.boolean(),
	tools: z.array(z.enum(toolIds)).check(z.maxLength(toolIds.length))
});
export type Rights = z.infer<typeof rightsSchema>;

/** One thing somebody wants to do to a board, as far as the judgement depends on it. */
export type BoardAction =
	| { readonly do: 'create'; readonly type: CardType }
	| {
			/** `delete` is to the trash and back. */
			readonly do: 'edit' | 'move' | 'delete';
			readonly isOwn: boolean;
			readonly lock: CardLock | null;
	  }
	| { readonly do: 'link' }
	| { readonly do: 'tool'; readonly tool: BoardTool }
	/** Says something about a card, or takes it back. To call a comment settled is like saying something oneself. */
	| { readonly do: 'remark'; readonly tool: RemarkTool; readonly isOwn: boolean }
	/** Keys in how many votes a card got on paper. */
	| { readonly do: 'count' }
	/** Changes what is said of the board as a whole: title, progress, people present. */
	| { readonly do: 'head' }
	/** Mutes a check or shows one to all, which who writes down does as well as those who lead. */
	| { readonly do: 'hint' }
	/** Pins a card or frees it. */
	| { readonly do: 'lead' };

/**
 * Whether this role may do this now. The server judges every update by it and the screens offer by it. `rights` are
 * those of the part that runs, and for a moment those of the part before; null while none runs: 全部できる.
 */
export function mayDo(action: BoardAction, role: Role, rights: readonly Rights[] | null): boolean {
	if (!mayWrite(role)) return false;
	if (mayLead(role)) return true;
	if (action.do === 'lead') return false;
	if (action.do === 'hint') return role === 'recorder';
	if ('lock' in action && action.lock !== null) return false;
	if (action.do === 'remark' && !action.isOwn) return false;
	return rights === null || rights.some((each) => isAllowed(action, role, each));
}

function isAllowed(
	action: Exclude<BoardAction, { do: 'lead' | 'hint' }>,
	role: Role,
	rights: Rights
): boolean {
	// Whoever writes down for the others at the table works on everybody's cards as on his own.
	const isRecorder = role === 'recorder';
	switch (action.do) {
		case 'create':
			return rights.create.includes(action.type);
		case 'edit':
		case 'move':
		case 'delete': {
			const scope = rights[action.do];
			return scope === 'all' || (scope === 'own' && (action.isOwn || isRecorder));
		}
		case 'link':
			return rights.link;
		case 'tool':
		case 'remark':
			return rights.tools.includes(action.tool);
		case 'count':
		case 'head':
			return isRecorder;
	}
}

/** Stamps rest while people vote: they would tell what others think of a card. */
export function isStamp(action: BoardAction): boolean {
	return action.do === 'remark' && action.tool === 'stamp';
}

/** Rights under which all may be done that either of the two allows. */
export function eitherOf(one: Rights, other: Rights): Rights {
	const wider = (name: 'edit' | 'move' | 'delete'): Scope =>
		scopeIds.find((scope) => one[name] === scope || other[name] === scope) ?? 'none';
	const both = <Name extends string>(first: readonly Name[], second: readonly Name[]): Name[] => [
		...new Set([...first, ...second])
	];
	return {
		create: both(one.create, other.create),
		edit: wider('edit'),
		move: wider('move'),
		delete: wider('delete'),
		link: one.link || other.link,
		vote: one.vote || other.vote,
		tools: both(one.tools, other.tools)
	};
}

/** What it is to take a drawn line away or bring it back: other people's only where their cards may go too. */
export function actionsOnStroke(isOwn: boolean): readonly BoardAction[] {
	return isOwn
		? [recordActions.stroke]
		: [recordActions.stroke, { do: 'delete', isOwn, lock: null }];
}

/** What it is to make, change or remove a record of this kind that is one's own. */
export const recordActions = {
	cluster: { do: 'tool', tool: 'group' },
	pin: { do: 'tool', tool: 'pin' },
	dialogueTurn: { do: 'tool', tool: 'dialogue' },
	mutedCheck: { do: 'hint' },
	shownHint: { do: 'hint' },
	comment: { do: 'remark', tool: 'comment', isOwn: true },
	stamp: { do: 'remark', tool: 'stamp', isOwn: true },
	stroke: { do: 'tool', tool: 'pen' }
} as const satisfies Record<RecordKind, BoardAction>;
