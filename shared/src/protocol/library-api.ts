import * as z from 'zod/mini';
import { boardKindIds } from '../method/board.ts';
import { cardTypeSchema, idSchema, maxCardTextLength } from '../method/card.ts';
import { takeSchema } from '../method/next-board.ts';
import { sceneSchema } from '../method/scenes.ts';

/** POST /api/boards/:id/next: the board that goes on from this one. `key` makes a repeated request create nothing twice. */
export const nextBoardSchema = z.object({
	key: idSchema,
	take: takeSchema,
	/** A workshop of its own; without one it becomes the next table of the same workshop. */
	workshop: z._default(
		z.nullable(
			z.object({
				name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
				heldOn: z._default(z.string().check(z.trim(), z.maxLength(40)), '')
			})
		),
		null
	)
});
export type NextBoard = z.input<typeof nextBoardSchema>;

/** POST /api/cases: a 事例ボード in the standing workshop of a municipality. */
export const newCaseSchema = z.object({
	key: idSchema,
	/** The case in one sentence, without anything that tells who it was. */
	title: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
	scene: sceneSchema,
	municipality: z._default(z.string().check(z.trim(), z.maxLength(100)), '')
});
export type NewCase = z.input<typeof newCaseSchema>;

/** Where a card stands. */
const cardPlaceSchema = z.object({ boardId: idSchema, cardId: idSchema });

/** A card found in the library, with its chain in words and where it stands. */
export const libraryCardSchema = z.extend(cardPlaceSchema, {
	type: cardTypeSchema,
	text: z.string(),
	category: z.string(),
	isRoot: z.boolean(),
	chain: z.array(z.object({ cardId: idSchema, type: cardTypeSchema, text: z.string() })),
	title: z.string(),
	kind: z.enum(boardKindIds),
	scene: z.nullable(sceneSchema),
	diseases: z.array(z.string()),
	workshopId: idSchema,
	workshopName: z.string(),
	municipality: z.string(),
	createdAt: z.number()
});
export type LibraryCard = z.infer<typeof libraryCardSchema>;

/** The longest search; a longer one is refused, whatever is in it. */
export const maxSearchLength = 10_000;

/** POST /api/library/search: words in any spelling, and what the board or its causes are about. */
export const librarySearchSchema = z.object({
	words: z._default(z.string().check(z.maxLength(maxSearchLength)), ''),
	scene: z._default(z.nullable(sceneSchema), null),
	kind: z._default(z.nullable(z.enum(boardKindIds)), null),
	disease: z._default(z.string().check(z.maxLength(300)), ''),
	category: z._default(z.string().check(z.maxLength(300)), '')
});
export type LibrarySearch = z.input<typeof librarySearchSchema>;

const facetSchema = z.object({ label: z.string(), boards: z.int() });

/** What was found, the newest boards first, and what one can narrow it by. */
export const libraryAnswerSchema = z.object({
	cards: z.array(libraryCardSchema),
	/** True when there is more than is told. */
	isMore: z.boolean(),
	diseases: z.array(facetSchema),
	categories: z.array(facetSchema)
});
export type LibraryAnswer = z.infer<typeof libraryAnswerSchema>;

/** GET /api/boards/:id/cards/:card/chain: what leads to a card and follows from it, as cards for another board. */
export const copiedChainSchema = z.object({
	cards: z.array(
		z.object({
			type: cardTypeSchema,
			text: z.string().check(z.maxLength(maxCardTextLength)),
			fields: z.record(z.string(), z.unknown()),
			parts: z.record(z.string(), z.array(z.looseObject({}))),
			copiedFrom: z.string().check(z.maxLength(81))
		})
	),
	/** By their places in the list. */
	links: z.array(z.object({ from: z.int(), to: z.int() }))
});
export type CopiedChain = z.infer<typeof copiedChainSchema>;

/** Causes of cases that people put together. */
export const causeGroupSchema = z.object({
	id: idSchema,
	title: z.string(),
	createdAt: z.number(),
	members: z.array(cardPlaceSchema)
});
export type CauseGroup = z.infer<typeof causeGroupSchema>;

/** GET /api/cases: the causes on all 事例ボード and the groups people made of them. */
export const caseCausesSchema = z.object({
	causes: z.array(libraryCardSchema),
	groups: z.array(causeGroupSchema)
});
export type CaseCauses = z.infer<typeof caseCausesSchema>;

const groupTitle = z.string().check(z.trim(), z.minLength(1), z.maxLength(maxCardTextLength));
const members = z.array(cardPlaceSchema).check(z.minLength(1), z.maxLength(500));

/** POST /api/cause-groups: puts causes into a group, which is made when there is none of this id. */
export const putCausesSchema = z.object({ id: idSchema, title: groupTitle, members });
export type PutCauses = z.input<typeof putCausesSchema>;

/** POST /api/cause-groups/release: lets causes stand on their own again. */
export const releaseCausesSchema = z.object({ members });

/** PATCH /api/cause-groups/:id. */
export const renameCauseGroupSchema = z.object({ title: groupTitle });

/** POST /api/cause-groups/:id/carry: what recurs in cases becomes cards of a municipality's board. */
export const carryCausesSchema = z
	.object({
		key: idSchema,
		/** The board they go to, or null and the head of a new one. */
		boardId: z.nullable(idSchema),
		newBoard: z.nullable(
			z.object({
				name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
				scene: sceneSchema,
				municipality: z._default(z.string().check(z.trim(), z.maxLength(100)), '')
			})
		),
		/** A theme candidate of the group's title. */
		asTheme: z.boolean(),
		/** A fact for each cause, leading to the theme where there is one. */
		asFacts: z.boolean()
	})
	.check(
		z.refine(({ boardId, newBoard }) => (boardId === null) !== (newBoard === null)),
		z.refine(({ asTheme, asFacts }) => asTheme || asFacts)
	);
export type CarryCauses = z.input<typeof carryCausesSchema>;

/** Where the board is that was made or written on. */
export const madeBoardSchema = z.object({ boardId: idSchema, workshopId: idSchema });
