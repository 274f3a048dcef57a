import { z } from 'zod';
import { boardKindIds } from '../method/board.ts';
import { cardTypeSchema, idSchema, maxCardTextLength } from '../method/card.ts';
import { takeSchema } from '../method/next-board.ts';
import { sceneSchema } from '../method/scenes.ts';

/** POST /api/boards/:id/next: the board that goes on from this one. `key` makes a repeated request create nothing twice. */
export const nextBoardSchema = z.object({
	key: idSchema,
	take: takeSchema,
	/** A workshop of its own; without one it becomes the next table of the same workshop. */
	workshop: z
		.object({
			name: z.string().trim().min(1).max(120),
			heldOn: z.string().trim().max(40).default('')
		})
		.nullable()
		.default(null)
});
export type NextBoard = z.input<typeof nextBoardSchema>;

/** POST /api/cases: a 事例ボード in the standing workshop of a municipality. */
export const newCaseSchema = z.object({
	key: idSchema,
	/** The case in one sentence, without anything that tells who it was. */
	title: z.string().trim().min(1).max(200),
	scene: sceneSchema,
	municipality: z.string().trim().max(100).default('')
});
export type NewCase = z.input<typeof newCaseSchema>;

/** Where a card stands. */
const cardPlaceSchema = z.object({ boardId: idSchema, cardId: idSchema });

/** A card found in the library, with its chain in words and where it stands. */
export const libraryCardSchema = cardPlaceSchema.extend({
	type: cardTypeSchema,
	text: z.string(),
	category: z.string(),
	isRoot: z.boolean(),
	chain: z.array(z.object({ cardId: idSchema, type: cardTypeSchema, text: z.string() })),
	title: z.string(),
	kind: z.enum(boardKindIds),
	scene: sceneSchema.nullable(),
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
	words: z.string().max(maxSearchLength).default(''),
	scene: sceneSchema.nullable().default(null),
	kind: z.enum(boardKindIds).nullable().default(null),
	disease: z.string().max(300).default(''),
	category: z.string().max(300).default('')
});
export type LibrarySearch = z.input<typeof librarySearchSchema>;

const facetSchema = z.object({ label: z.string(), boards: z.number().int() });

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
			text: z.string().max(maxCardTextLength),
			fields: z.record(z.string(), z.unknown()),
			parts: z.record(z.string(), z.array(z.looseObject({}))),
			copiedFrom: z.string().max(81)
		})
	),
	/** By their places in the list. */
	links: z.array(z.object({ from: z.number().int(), to: z.number().int() }))
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

const groupTitle = z.string().trim().min(1).max(maxCardTextLength);
const members = z.array(cardPlaceSchema).min(1).max(500);

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
		boardId: idSchema.nullable(),
		newBoard: z
			.object({
				name: z.string().trim().min(1).max(120),
				scene: sceneSchema,
				municipality: z.string().trim().max(100).default('')
			})
			.nullable(),
		/** A theme candidate of the group's title. */
		asTheme: z.boolean(),
		/** A fact for each cause, leading to the theme where there is one. */
		asFacts: z.boolean()
	})
	.refine(({ boardId, newBoard }) => (boardId === null) !== (newBoard === null))
	.refine(({ asTheme, asFacts }) => asTheme || asFacts);
export type CarryCauses = z.input<typeof carryCausesSchema>;

/** Where the board is that was made or written on. */
export const madeBoardSchema = z.object({ boardId: idSchema, workshopId: idSchema });
