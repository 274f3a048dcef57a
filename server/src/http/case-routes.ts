import { createHash } from 'node:crypto';
import { newId } from '@renkei/shared/document/new-id.ts';
import { encodeNewDocument } from '@renkei/shared/document/write-board.ts';
import { writeCard } from '@renkei/shared/document/write-card.ts';
import { defaultPackId } from '@renkei/shared/method/board.ts';
import { foldText } from '@renkei/shared/method/fold-text.ts';
import type * as z from 'zod/mini';
import type { newCaseSchema } from '@renkei/shared/protocol/library-api.ts';
import { newJoinCodes } from '../auth/join-codes.ts';
import type { FoundCard } from '../storage/library.ts';
import type { NewBoard, Workshop } from '../storage/storage.ts';
import { sealBlob } from '../storage/storage.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import { caseStart } from './case-start.ts';
import type { LibraryKeeper } from './library-keeper.ts';
import { tellCards } from './library-routes.ts';
import { addTable, codeTries, makeWorkshop } from './new-boards.ts';
import type { Services } from './services.ts';

/** More causes than this nobody sorts by hand; the newest cases are told. */
const maxCauses = 5000;

/** Standing workshops of one municipality; each holds as many cases as a workshop has tables. */
const maxCaseWorkshops = 50;

type Wanted = z.output<typeof newCaseSchema>;

/** 事例ボード, and the groups that people make of their causes. */
export function caseRoutes(
	services: Pick<Services, 'storage' | 'now'>,
	keeper: Pick<LibraryKeeper, 'refreshAll'>
): Pick<
	Handlers,
	| 'createCase'
	| 'listCases'
	| 'putCauses'
	| 'releaseCauses'
	| 'renameCauseGroup'
	| 'removeCauseGroup'
> {
	const { storage, now } = services;
	const { catalogue, library } = storage;

	return {
		createCase: async ({ body, person }) => {
			const make = (workshop: Workshop, table: number): NewBoard =>
				newCase(body, workshop, table, person.participantId, now());
			for (let count = 1; count <= maxCaseWorkshops; count += 1) {
				const head = caseWorkshop(body, count);
				const standing = await makeWorkshop(
					catalogue,
					caseKey(body.municipality, count),
					head,
					now(),
					(workshop) => make(workshop, 1)
				);
				if ('code' in standing) return refuse(standing.code);
				const { workshop, created } = standing;
				const added =
					created && standing.board
						? { ok: true as const, board: standing.board }
						: await addTable(catalogue, workshop, (table) => make(workshop, table));
				if ('code' in added) {
					// Full, or deleted: the next one.
					if (added.code === 'tooManyTables' || added.code === 'notFound') continue;
					return refuse(added.code);
				}
				await reopen(workshop);
				await catalogue.addAudit({
					at: now(),
					role: 'staff',
					participantId: person.participantId,
					workshopId: workshop.id,
					boardId: added.board.id,
					what: 'case-created'
				});
				return answer({ boardId: added.board.id, workshopId: workshop.id });
			}
			return refuse('internal');
		},

		listCases: async () => {
			await keeper.refreshAll();
			const causes = await readCaseCauses(library);
			const groups = await library.listCauseGroups();
			return answer({
				causes: tellCards(causes),
				groups: groups.map((group) => ({ ...group, members: [...group.members] }))
			});
		},

		putCauses: async ({ body }) => {
			const isPut = await library.putCauses({ ...body, createdAt: now() });
			return isPut ? answer({ ok: true as const }) : refuse('notFound');
		},

		releaseCauses: async ({ body }) => {
			await library.releaseCauses(body.members);
			return answer({ ok: true as const });
		},

		renameCauseGroup: async ({ params, body }) =>
			(await library.renameCauseGroup(params.groupId, body.title))
				? answer({ ok: true as const })
				: refuse('notFound'),

		removeCauseGroup: async ({ params }) =>
			(await library.removeCauseGroup(params.groupId))
				? answer({ ok: true as const })
				: refuse('notFound')
	};

	/** Whoever makes a case means to write on it now. */
	async function reopen(workshop: Workshop): Promise<void> {
		let changes = {};
		for (let tries = 0; workshop.state !== 'open' && tries < codeTries; tries += 1) {
			const open = { state: 'open' as const, closedAt: null, ...changes };
			const result = await catalogue.updateWorkshop(workshop.id, open);
			if (result.ok || result.reason === 'no-workshop') return;
			changes = newJoinCodes();
		}
	}
}

/** Every cause on a 事例ボード, of the newest cases first. */
export async function readCaseCauses(
	library: Services['storage']['library']
): Promise<readonly FoundCard[]> {
	const { cards } = await library.findCards({
		words: [],
		scene: null,
		kind: 'case',
		type: 'cause',
		disease: null,
		category: null,
		limit: maxCauses
	});
	return cards;
}

/** The same for the same municipality, however its name is spelled. */
function caseKey(municipality: string, count: number): string {
	const name = createHash('sha256').update(foldText(municipality)).digest('hex').slice(0, 24);
	return `cases-${name}-${count}`;
}

function caseWorkshop({ municipality, scene }: Wanted, count: number) {
	return {
		id: newId(),
		name: count === 1 ? '事例' : `事例 ${count}`,
		pack: defaultPackId,
		scene,
		municipality,
		heldOn: '',
		start: caseStart,
		state: 'open'
	} as const;
}

function newCase(
	{ key, title, scene, municipality }: Wanted,
	workshop: Workshop,
	table: number,
	participant: string,
	at: number
): NewBoard {
	const head = { title, scene, municipality, kind: 'case' } as const;
	const author = { participant, profession: null, now: at };
	const bytes = encodeNewDocument(head, (roots) => {
		writeCard(roots, { type: 'theme', text: title, fields: { status: 'chosen' } }, author);
	});
	return {
		id: key,
		workshopId: workshop.id,
		table,
		title,
		scene,
		createdAt: at,
		snapshot: sealBlob(1, bytes)
	};
}
