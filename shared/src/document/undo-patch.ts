import * as Y from 'yjs';
import type { FieldClaims } from './field-claims.ts';
import { fieldName, rootNameOf } from './field-claims.ts';
import type { Entry } from './layout.ts';
import { entryOf } from './layout.ts';
import type { Author } from './origins.ts';

/** A field that went from one value to another; `undefined` is an absent key. `record` is empty for the board's head. */
interface FieldPatch {
	readonly kind: 'field';
	readonly root: string;
	readonly record: string;
	readonly key: string;
	readonly before: unknown;
	readonly after: unknown;
	readonly moment: number;
}

/** A record that came onto the board (`isHere`), or went back off it by an undo. */
interface RecordPatch {
	readonly kind: 'record';
	readonly root: 'cards' | 'links' | 'records';
	readonly record: string;
	readonly isHere: boolean;
	/** The cards a link joins, else empty. */
	readonly ends: readonly string[];
	/** When it was made: whatever others wrote in it since keeps it here. */
	readonly moment: number;
	/** When an undo or redo of ours last took it off or put it back. */
	readonly turnedAt: number;
}

/** One part of a step, as it was done. */
export type Patch = FieldPatch | RecordPatch;

/** Links that this document's own gestures drew. Others' links keep a card from being taken back. */
const ownLinks = new WeakMap<Y.Doc, Set<string>>();

/** What one event of an own transaction did, as patches. */
export function patchesOf(
	event: Y.YEvent<Y.AbstractType<unknown>>,
	doc: Y.Doc,
	claims: FieldClaims
): readonly Patch[] {
	if (!(event.target instanceof Y.Map) || event.path.length > 1) return [];
	const target: Entry = event.target;
	const root = rootNameOf(event);
	const moment = claims.now();
	const patches: Patch[] = [];
	for (const [key, change] of event.changes.keys) {
		if (event.path.length === 1 || root === 'meta') {
			const record = String(event.path[0] ?? '');
			const after = target.get(key);
			const before: unknown = change.action === 'add' ? undefined : change.oldValue;
			patches.push({ kind: 'field', root, record, key, before, after, moment });
		} else if (change.action === 'add' && isRecordRoot(root)) {
			const entry = entryOf(target, key);
			const ends = root === 'links' ? [String(entry?.get('from')), String(entry?.get('to'))] : [];
			if (root === 'links') ownLinksOf(doc).add(key);
			patches.push({
				kind: 'record',
				root,
				record: key,
				isHere: true,
				ends,
				moment,
				turnedAt: moment
			});
		}
	}
	return patches;
}

/** Whether a patch is about this card or one of its links. */
export function touchesCard(patch: Patch, card: string): boolean {
	if (patch.root === 'cards') return patch.record === card;
	return patch.kind === 'record' && patch.ends.includes(card);
}

/** Reverses patches inside the caller's transaction as far as they are still ours, and returns what was done, again as patches. */
export function applyPatches(
	doc: Y.Doc,
	patches: readonly Patch[],
	claims: FieldClaims,
	author: Author
): readonly Patch[] {
	const done: Patch[] = [];
	const kept = new Set<string>();
	// Cards before links: a link to a card that has to stay must stay too.
	for (const patch of [...patches].sort((a, b) => rank(a) - rank(b))) {
		if (patch.kind === 'field') {
			if (reverseField(doc, patch, claims)) done.push(invertField(patch, claims));
		} else if (
			!patch.ends.some((end) => kept.has(end)) &&
			reverseRecord(doc, patch, claims, author)
		)
			done.push({ ...patch, isHere: !patch.isHere, turnedAt: claims.now() });
		else kept.add(patch.record);
	}
	return done;
}

/** Lets a copy of a document tell which links this person drew, as `applyPatches` needs to know. */
export function lendOwnLinks(doc: Y.Doc, copy: Y.Doc): void {
	ownLinks.set(copy, ownLinksOf(doc));
}

function rank(patch: Patch): number {
	return patch.root === 'links' ? 1 : 0;
}

function reverseField(doc: Y.Doc, patch: FieldPatch, claims: FieldClaims): boolean {
	const root = doc.getMap(patch.root);
	const target = patch.record === '' ? root : entryOf(root, patch.record);
	if (!target) return false;
	if (!claims.isFreeSince(fieldName(patch.root, patch.record, patch.key), patch.moment))
		return false;
	if (!isSameValue(target.get(patch.key), patch.after)) return false;
	if (patch.before === undefined) target.delete(patch.key);
	else target.set(patch.key, patch.before);
	return true;
}

function invertField(patch: FieldPatch, claims: FieldClaims): FieldPatch {
	return { ...patch, before: patch.after, after: patch.before, moment: claims.now() };
}

function reverseRecord(
	doc: Y.Doc,
	patch: RecordPatch,
	claims: FieldClaims,
	author: Author
): boolean {
	const entry = entryOf(doc.getMap(patch.root), patch.record);
	if (!entry || (typeof entry.get('deletedAt') === 'number') === patch.isHere) return false;
	const isUntouched = claims.isFreeSince(fieldName(patch.root, patch.record, ''), patch.moment);
	if (!patch.isHere) {
		// Only the flag must still be ours: what others wrote meanwhile comes back with the record.
		if (!claims.isFreeSince(fieldName(patch.root, patch.record, 'deletedAt'), patch.turnedAt))
			return false;
		entry.delete('deletedAt');
		if (entry.has('deletedBy')) entry.delete('deletedBy');
		return true;
	}
	if (!isUntouched || (patch.root === 'cards' && isLinkedByOthers(doc, patch.record))) return false;
	entry.set('deletedAt', author.now);
	if (patch.root === 'cards') entry.set('deletedBy', author.participant);
	return true;
}

function isLinkedByOthers(doc: Y.Doc, card: string): boolean {
	for (const [id, link] of doc.getMap('links').entries())
		if (
			link instanceof Y.Map &&
			(link.get('from') === card || link.get('to') === card) &&
			typeof link.get('deletedAt') !== 'number' &&
			!ownLinksOf(doc).has(id)
		)
			return true;
	return false;
}

function isRecordRoot(root: string): root is RecordPatch['root'] {
	return root === 'cards' || root === 'links' || root === 'records';
}

function ownLinksOf(doc: Y.Doc): Set<string> {
	let links = ownLinks.get(doc);
	if (!links) ownLinks.set(doc, (links = new Set()));
	return links;
}

function isSameValue(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
	// Fields hold plain JSON; shared types inside a record are never compared, they are only ever written once.
	if (a instanceof Y.AbstractType || b instanceof Y.AbstractType) return false;
	return JSON.stringify(a) === JSON.stringify(b);
}
