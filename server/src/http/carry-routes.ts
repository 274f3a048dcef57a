import { insertCards } from '@renkei/shared/document/commands/card-commands.ts';
import { newId } from '@renkei/shared/document/new-id.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import { encodeNewDocument } from '@renkei/shared/document/write-board.ts';
import type { NewCard } from '@renkei/shared/document/write-card.ts';
import { writeCard } from '@renkei/shared/document/write-card.ts';
import { writeLink } from '@renkei/shared/document/write-link.ts';
import { defaultPackId } from '@renkei/shared/method/board.ts';
import type { CarriedCards } from '@renkei/shared/method/case-causes.ts';
import { carryCauses } from '@renkei/shared/method/case-causes.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { NewBoard, Workshop } from '../storage/storage.ts';
import { sealBlob } from '../storage/storage.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import { readCaseCauses } from './case-routes.ts';
import type { LibraryKeeper } from './library-keeper.ts';
import { makeWorkshop } from './new-boards.ts';
import type { Services } from './services.ts';

/** What recurs in cases becomes cards of a municipality's board. */
export function carryRoutes(
	services: Pick<Services, 'storage' | 'now' | 'readBoardNow' | 'changeBoard'>,
	keeper: Pick<LibraryKeeper, 'refreshAll'>
): Pick<Handlers, 'carryCauses'> {
	const { storage, now, readBoardNow, changeBoard } = services;
	const { catalogue, library } = storage;

	return {
		carryCauses: async ({ params, body, person }) => {
			await keeper.refreshAll();
			const groups = await library.listCauseGroups();
			const group = groups.find(({ id }) => id === params.groupId);
			if (!group) return refuse('notFound');
			const members = new Set(group.members.map(({ boardId, cardId }) => `${boardId}/${cardId}`));
			const causes = (await readCaseCauses(library)).filter(({ boardId, cardId }) =>
				members.has(`${boardId}/${cardId}`)
			);
			const carried = withIds(carryCauses(group.title, causes, body), body.key);
			if (carried.cards.length === 0) return refuse('notFound');
			const author = { participant: person.participantId, profession: null, now: now() };
			const made =
				body.boardId === null
					? await onNewBoard(body, carried, author)
					: await onBoard(body.boardId, carried, author);
			if ('code' in made) return refuse(made.code);
			const { boardId, workshopId } = made;
			await catalogue.addAudit({
				at: now(),
				role: 'staff',
				participantId: person.participantId,
				workshopId,
				boardId,
				what: 'causes-carried'
			});
			return answer({ boardId, workshopId });
		}
	};

	async function onBoard(boardId: string, { cards, links }: Carried, author: Author) {
		const entry = await catalogue.getBoard(boardId);
		const workshop = entry && (await catalogue.getWorkshop(entry.workshopId));
		const board = await readBoardNow(boardId);
		if (!workshop || !board) return { code: 'notFound' } as const;
		if (workshop.state === 'closed') return { code: 'workshopClosed' } as const;
		const first = cards[0]?.id as CardId;
		// The request was repeated: its cards are there, or were withdrawn since.
		const isRepeated = board.cards.has(first) || board.trash.has(first);
		const isDone =
			isRepeated ||
			(await changeBoard(boardId, (doc) => void insertCards(doc, cards, links, author)));
		return isDone ? { boardId, workshopId: workshop.id } : ({ code: 'storageDown' } as const);
	}

	async function onNewBoard(
		{ key, newBoard }: Pick<Wanted, 'key' | 'newBoard'>,
		carried: Carried,
		author: Author
	) {
		if (newBoard === null) return { code: 'badRequest' } as const;
		const head = {
			...newBoard,
			id: newId(),
			pack: defaultPackId,
			heldOn: '',
			start: 'blank',
			state: 'preparing'
		} as const;
		const made = await makeWorkshop(catalogue, key, head, now(), (workshop) =>
			boardWith(carried, workshop, author)
		);
		if ('code' in made) return made;
		if (!made.board) return { code: 'notFound' } as const;
		return { boardId: made.board.id, workshopId: made.board.workshopId };
	}
}

type Wanted = Parameters<Handlers['carryCauses']>[0]['body'];

interface Carried {
	readonly cards: readonly NewCard[];
	readonly links: CarriedCards['links'];
}

/** The same ids for the same request, so that a repeated one is known. */
function withIds({ cards, links }: CarriedCards, key: string): Carried {
	const stem = key.slice(0, 30);
	return {
		cards: cards.map((card, index) => ({ ...card, id: `${stem}-${index}` as CardId })),
		links
	};
}

function boardWith({ cards, links }: Carried, workshop: Workshop, author: Author): NewBoard {
	const { name: title, municipality } = workshop;
	const scene = workshop.scene as NonNullable<Wanted['newBoard']>['scene'];
	const bytes = encodeNewDocument({ title, scene, municipality }, (roots) => {
		const ids = cards.map((card) => writeCard(roots, card, author));
		for (const { from, to } of links) {
			const ends = { from: ids[from], to: ids[to] };
			if (ends.from && ends.to)
				writeLink(roots, { from: ends.from, to: ends.to, kind: null }, author);
		}
	});
	return {
		id: newId(),
		workshopId: workshop.id,
		table: 1,
		title,
		scene,
		createdAt: author.now,
		snapshot: sealBlob(1, bytes)
	};
}
