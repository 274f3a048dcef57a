import * as z from 'zod/mini';
import type { Card, CardId } from './card.ts';
import { idSchema } from './card.ts';
import type { StepId } from './ids.ts';
import type { Link, LinkId } from './link.ts';
import type { Profession } from './professions.ts';
import type { BoardRecord, RecordId } from './records/index.ts';
import { sceneSchema } from './scenes.ts';
import type { Scene } from './scenes.ts';

/** The schema version this program writes; a document of a later one is shown read-only. */
export const schemaVersion = 1;

/** The whole method, the short 目的シート (図表4-2), or one case (事例ボード). */
export const boardKindIds = ['full', 'purpose', 'case'] as const;
export type BoardKind = (typeof boardKindIds)[number];

/** The method pack of boards that name none. */
export const defaultPackId = 'home-care';

/** More moves from server to server than this are forgotten, the oldest first. */
export const maxCarried = 50;

/** The separately edited entries of the board's head; professions present and steps marked done are kept one key each. */
export const metaFieldSchemas = {
	schemaVersion: z.int().check(z.minimum(1), z.maximum(1_000_000)),
	title: z.string().check(z.maxLength(200)),
	scene: z.nullable(sceneSchema),
	municipality: z.string().check(z.maxLength(100)),
	group: z.string().check(z.maxLength(100)),
	date: z.string().check(z.maxLength(40)),
	reviewDate: z.string().check(z.maxLength(40)),
	kind: z.enum(boardKindIds),
	pack: idSchema,
	previousBoard: z.nullable(idSchema),
	carried: z.array(idSchema).check(z.maxLength(maxCarried))
} as const;

/** The entries of the head that people edit. */
export type EditableBoardHead = Exclude<keyof typeof metaFieldSchemas, 'schemaVersion'>;

/** The head of a board: block 0 of the worksheet (method §2.2). `date` is free text as people write it (令和4年12月). */
export interface BoardMeta {
	readonly schemaVersion: number;
	readonly title: string;
	readonly scene: Scene | null;
	readonly municipality: string;
	readonly group: string;
	readonly date: string;
	readonly reviewDate: string;
	readonly kind: BoardKind;
	/** The method pack whose words this board speaks. */
	readonly pack: string;
	/** The board this one goes on from, null when it is the first. */
	readonly previousBoard: string | null;
	/** The ids it had on the servers it was carried from as a file, the oldest first; shown nowhere. */
	readonly carried: readonly string[];
	readonly professionsPresent: readonly Profession[];
	/** Steps that people called done (済み), whatever the cards say. */
	readonly doneSteps: readonly StepId[];
}

/** One entry of a document that could not be read, left out of the board, and why. */
export interface BoardProblem {
	readonly where: 'meta' | 'card' | 'link' | 'record';
	readonly id: string;
	readonly reason:
		| 'notARecord'
		| 'badId'
		| 'unknownType'
		| 'badText'
		| 'badField'
		| 'badPosition'
		| 'missingEnd'
		| 'selfLink'
		| 'duplicateLink'
		| 'newerVersion';
	readonly field?: string;
}

/** A board as a plain value: what everything pure works on. Trashed cards are kept apart; links of trashed or missing cards are hidden. */
export interface Board {
	readonly meta: BoardMeta;
	readonly cards: ReadonlyMap<CardId, Card>;
	readonly links: ReadonlyMap<LinkId, Link>;
	readonly trash: ReadonlyMap<CardId, Card>;
	/** What the board holds beside cards; those taken away are left out. */
	readonly records: ReadonlyMap<RecordId, BoardRecord>;
	readonly problems: readonly BoardProblem[];
	/** True when the document was written by a later version of this program: show it, never write. */
	readonly isFromNewerVersion: boolean;
}
