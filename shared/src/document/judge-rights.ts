import * as Y from 'yjs';
import { cardTypeSchema } from '../method/card.ts';
import type { CardLock } from '../method/lock.ts';
import { cardLockSchema } from '../method/lock.ts';
import type { Profession } from '../method/professions.ts';
import type { RecordKind } from '../method/records/index.ts';
import type { BoardAction } from '../method/rights.ts';
import { actionsOnStroke, recordActions } from '../method/rights.ts';
import type { GuardReason } from './guard.ts';
import type { Entry, Roots } from './layout.ts';
import { entryOf, textKey } from './layout.ts';

/** Who writes, as far as their rights depend on it. */
export interface WriterRights {
	readonly participantId: string;
	readonly profession: Profession | null;
	/** Whether this writer may do this now. */
	readonly may: (action: BoardAction) => boolean;
}

const trashKeys = ['deletedAt', 'deletedBy', 'mergedInto'];
/** The keys of a card that do not say what it means. */
const otherKeys: ReadonlySet<string> = new Set([
	...trashKeys,
	'position',
	'order',
	'cluster',
	'votes',
	'lock'
]);

type Changes = Y.YEvent<Y.Map<unknown>>['changes']['keys'];

/**
 * Why this writer may not do what a transaction visibly did, or null. Judged by what was there before it: who frees
 * a card and moves it in one change has moved a locked one. To be called where `judgeTransaction` is, and after it:
 * only records it let through are understood here.
 */
export function judgeRights(
	transaction: Y.Transaction,
	roots: Roots,
	writer: WriterRights
): GuardReason | null {
	const judge = new RightsJudge(transaction, roots, writer);
	for (const type of transaction.changed.keys()) {
		const reason = judge.judge(type);
		if (reason) return reason;
	}
	return null;
}

class RightsJudge {
	readonly #transaction: Y.Transaction;
	readonly #roots: Roots;
	readonly #writer: WriterRights;
	readonly #newCards: ReadonlySet<string>;

	constructor(transaction: Y.Transaction, roots: Roots, writer: WriterRights) {
		this.#transaction = transaction;
		this.#roots = roots;
		this.#writer = writer;
		this.#newCards = new Set(this.#changesOf(roots.cards).keys());
	}

	judge(type: unknown): GuardReason | null {
		const { meta, cards, links, records } = this.#roots;
		if (type instanceof Y.Text) {
			const card = type.parent;
			if (!(card instanceof Y.Map)) return null;
			return this.#refusal([{ do: 'edit', ...this.#holdOn(card, this.#changesOf(card)) }]);
		}
		if (!(type instanceof Y.Map)) return null;
		const changes = this.#changesOf(type);
		if (changes.size === 0) return null;
		if (type === meta) return this.#refusal([{ do: 'head' }]);
		if (type === cards) return this.#each(changes, (id) => this.#actionsOfNewCard(id));
		if (type === links) return this.#each(changes, (id) => this.#actionsOfNewLink(id));
		if (type === records) return this.#each(changes, (id) => this.#actionsOfNewRecord(id));
		if (type.parent === cards) return this.#judgeCard(type, changes);
		if (type.parent === links) return this.#refusal(this.#actionsOfLink(type, changes));
		return this.#refusal(this.#actionsOfRecord(type, changes));
	}

	#each(changes: Changes, actionsOf: (id: string) => readonly BoardAction[]): GuardReason | null {
		return this.#refusal([...changes.keys()].flatMap(actionsOf));
	}

	/** Where a new card stands, and in which island, is said with it; only locks and counts are another matter. */
	#actionsOfNewCard(id: string): readonly BoardAction[] {
		const card = entryOf(this.#roots.cards, id);
		if (!card) return [];
		const actions = this.#actionsOfSigning(card);
		if (lockFrom(card.get('lock')) !== null) actions.push({ do: 'lead' });
		if (typeof card.get('votes') === 'number') actions.push({ do: 'count' });
		actions.push(...creationOf(card));
		return actions;
	}

	/** A card is written where it belongs: its first links come with it, also in a part in which nobody links. */
	#actionsOfNewLink(id: string): readonly BoardAction[] {
		const link = entryOf(this.#roots.links, id);
		const isOfNewCard = [link?.get('from'), link?.get('to')].some((end) =>
			this.#newCards.has(String(end))
		);
		return [...this.#actionsOfSigning(link), ...(isOfNewCard ? [] : [{ do: 'link' } as const])];
	}

	#actionsOfNewRecord(id: string): readonly BoardAction[] {
		const record = entryOf(this.#roots.records, id);
		return [...this.#actionsOfSigning(record), ...actionsOfRecord(record, true)];
	}

	/** Whoever may say something about a card may call what others said settled. */
	#actionsOfRecord(record: Entry, changes: Changes): readonly BoardAction[] {
		const isSettling = [...changes.keys()].every((key) => key === 'resolved');
		return actionsOfRecord(record, isSettling || this.#isOwn(record));
	}

	/** Whose an entry is decides who may change it, and whose words a count is of: only who leads signs for others. */
	#actionsOfSigning(entry: Entry | null): BoardAction[] {
		const profession = entry?.get('profession') ?? null;
		const isHonest =
			!entry ||
			(this.#isOwn(entry) && (profession === null || profession === this.#writer.profession));
		return isHonest ? [] : [{ do: 'lead' }];
	}

	/** Taking back a card of one's own takes back one's own links to it, and the other way round. */
	#actionsOfLink(link: Entry, changes: Changes): readonly BoardAction[] {
		const comesAlong =
			[...changes.keys()].every((key) => key === 'deletedAt') &&
			this.#isOwn(link) &&
			[link.get('from'), link.get('to')].some((end) => {
				const card = entryOf(this.#roots.cards, String(end));
				return card !== null && this.#isOwn(card) && this.#changesOf(card).has('deletedAt');
			});
		return comesAlong ? [] : [{ do: 'link' }];
	}

	#judgeCard(card: Entry, changes: Changes): GuardReason | null {
		const hold = this.#holdOn(card, changes);
		const actions: BoardAction[] = [];
		if (changes.has('lock')) actions.push({ do: 'lead' });
		if (changes.has('votes')) actions.push({ do: 'count' });
		if (changes.has('type')) actions.push(...creationOf(card));
		if ([...changes.keys()].some(isSaid)) actions.push({ do: 'edit', ...hold });
		if (isMoved(card, changes)) actions.push({ do: 'move', ...hold });
		if (changes.has('cluster')) actions.push(...this.#actionsOfJoining(hold));
		if (trashKeys.some((key) => changes.has(key)) && !isTakingBack(card, hold))
			actions.push({ do: 'delete', ...hold });
		return this.#refusal(actions);
	}

	/** To join an island is a move; where islands are made, anybody's free cards may be put into them. */
	#actionsOfJoining(hold: Hold): readonly BoardAction[] {
		const move: BoardAction = { do: 'move', ...hold };
		return hold.lock !== null || this.#writer.may(move) ? [move] : [recordActions.cluster];
	}

	#holdOn(card: Entry, changes: Changes): Hold {
		const change = changes.get('lock');
		const lock = lockFrom(change ? change.oldValue : card.get('lock'));
		return { isOwn: this.#isOwn(card), lock };
	}

	/** Who made an entry is said once, so it holds for before and after. */
	#isOwn(entry: Entry): boolean {
		return entry.get('createdBy') === this.#writer.participantId;
	}

	#changesOf(map: Y.Map<unknown>): Changes {
		// Yjs cannot say what changed in a map that was not touched, or is new with all that is in it.
		if (!(this.#transaction.changed as Map<unknown, unknown>).has(map)) return new Map();
		return new Y.YEvent(map, this.#transaction).changes.keys;
	}

	#refusal(actions: readonly BoardAction[]): GuardReason | null {
		const refused = actions.find((action) => !this.#writer.may(action));
		if (!refused) return null;
		if (refused.do === 'lead' || refused.do === 'hint') return 'notAllowed';
		if (refused.do === 'remark' && !refused.isOwn) return 'notAllowed';
		return 'lock' in refused && refused.lock !== null ? 'locked' : 'phaseClosed';
	}
}

interface Hold {
	readonly isOwn: boolean;
	readonly lock: CardLock | null;
}

/** Whether a key of a card says what it means, and not where it is. */
function isSaid(key: string): boolean {
	return !otherKeys.has(key);
}

/** A card that becomes another thing loses its place; one that joins or leaves an island changes it. */
function isMoved(card: Entry, changes: Changes): boolean {
	if (changes.has('order')) return true;
	if (!changes.has('position') || changes.has('cluster')) return false;
	const losesPlace = !Array.isArray(card.get('position'));
	return !(losesPlace && (changes.has('type') || changes.has('isRoot')));
}

/** A new card that stayed empty goes away without anybody having said anything. */
function isTakingBack(card: Entry, { isOwn, lock }: Hold): boolean {
	const isEmpty = String(card.get(textKey)).trim() === '';
	return isEmpty && isOwn && lock === null && typeof card.get('deletedAt') === 'number';
}

function creationOf(card: Entry): BoardAction[] {
	const type = cardTypeSchema.safeParse(card.get('type'));
	return type.success ? [{ do: 'create', type: type.data }] : [];
}

function actionsOfRecord(record: Entry | null, isOwn: boolean): readonly BoardAction[] {
	const kind = record?.get('kind');
	if (typeof kind !== 'string' || !Object.hasOwn(recordActions, kind)) return [];
	if (kind === 'stroke') return actionsOnStroke(isOwn);
	const action = recordActions[kind as RecordKind];
	return [action.do === 'remark' ? { ...action, isOwn } : action];
}

function lockFrom(value: unknown): CardLock | null {
	return cardLockSchema.safeParse(value).data ?? null;
}
