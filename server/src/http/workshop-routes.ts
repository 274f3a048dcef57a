import { newId } from '@renkei/shared/document/new-id.ts';
import { encodeStart } from '@renkei/shared/document/templates.ts';
import type * as z from 'zod/mini';
import type { newWorkshopSchema } from '@renkei/shared/protocol/http-api.ts';
import { newJoinCodes } from '../auth/join-codes.ts';
import { sealBlob } from '../storage/storage.ts';
import type { NewBoard, WorkshopChanges, Workshop } from '../storage/storage.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import { dayAt } from './calendar-day.ts';
import { eraseWorkshop } from './erase-workshop.ts';
import { codeTries } from './new-boards.ts';
import type { Services } from './services.ts';
import type { WorkshopReader } from './workshop-reader.ts';

type Wanted = z.output<typeof newWorkshopSchema>;

/** Making, reading, changing and deleting workshops. */
export function workshopRoutes(
	services: Services,
	reader: WorkshopReader
): Pick<
	Handlers,
	'listWorkshops' | 'createWorkshop' | 'readWorkshop' | 'changeWorkshop' | 'deleteWorkshop'
> {
	const { storage, packs, now } = services;
	const { catalogue, lives } = storage;
	const note = async (what: string, participantId: string, workshopId: string): Promise<void> =>
		await catalogue.addAudit({
			at: now(),
			role: 'staff',
			participantId,
			workshopId,
			boardId: null,
			what
		});

	return {
		listWorkshops: async () => answer({ workshops: await reader.readAll() }),

		createWorkshop: async ({ body, person }) => {
			const pack = packs.find(body.pack);
			const known = new Set(pack?.scenes.map(({ id }) => id));
			if (![body.scene, ...body.tableScenes].every((id) => known.has(id)))
				return refuse('badRequest');
			for (let tries = 0; tries < codeTries; tries += 1) {
				const result = await catalogue.createWorkshop(newWorkshop(body, now()));
				if (!result.ok && result.reason === 'code-taken') continue;
				if (!result.ok) return refuse('internal');
				if (result.created)
					await note('workshop-created', person.participantId, result.workshop.id);
				const made = await reader.read(result.workshop);
				// Made by this key before, and deleted since.
				return made ? answer(made) : refuse('notFound');
			}
			return refuse('internal');
		},

		readWorkshop: async ({ params }) => {
			const workshop = await catalogue.getWorkshop(params.workshopId);
			const found = workshop && (await reader.read(workshop));
			return found ? answer(found) : refuse('notFound');
		},

		changeWorkshop: async ({ params, body, person }) => {
			const before = await catalogue.getWorkshop(params.workshopId);
			if (!before || !(await reader.read(before))) return refuse('notFound');
			const isElse = body.state !== undefined && body.state !== before.state;
			const life = (await lives.read([before.id])).get(before.id);
			if (isElse && typeof life?.rehearsingSince === 'number') return refuse('rehearsing');
			if (body.keptUntil !== undefined) {
				if (body.keptUntil !== null && body.keptUntil < dayAt(now())) return refuse('badRequest');
				await lives.keepUntil(before.id, body.keptUntil);
				await note('workshop-keeping-changed', person.participantId, before.id);
			}
			let changes: WorkshopChanges = {
				...(body.name === undefined ? {} : { name: body.name }),
				...(body.heldOn === undefined ? {} : { heldOn: body.heldOn }),
				...(body.state === undefined ? {} : stateChange(before, body.state, now()))
			};
			for (let tries = 0; tries < codeTries; tries += 1) {
				const result = await catalogue.updateWorkshop(before.id, changes);
				if (result.ok) {
					if (before.state !== result.workshop.state) {
						await services.tellRooms({
							participantId: null,
							workshopId: before.id,
							boardId: null,
							reason: 'changed'
						});
						await note(`workshop-${result.workshop.state}`, person.participantId, before.id);
						if (result.workshop.state === 'closed')
							for (const { id } of await catalogue.listBoards(before.id))
								await services.markPoint(id, { kind: 'close', by: person });
					}
					const changed = await reader.read(result.workshop);
					return changed ? answer(changed) : refuse('notFound');
				}
				if (result.reason === 'no-workshop') return refuse('notFound');
				// While it was closed another workshop got one of its codes.
				changes = { ...changes, ...newJoinCodes() };
			}
			return refuse('internal');
		},

		deleteWorkshop: async ({ params, person }) => {
			const isDeleted = await eraseWorkshop(services, params.workshopId, person.participantId);
			return isDeleted ? answer({ ok: true as const }) : refuse('notFound');
		}
	};
}

function stateChange(
	before: Workshop,
	state: Workshop['state'],
	now: number
): Pick<WorkshopChanges, 'state' | 'closedAt'> {
	const closedAt = state !== 'closed' ? null : (before.closedAt ?? now);
	return { state, closedAt };
}

function newWorkshop(wanted: Wanted, now: number) {
	const workshop: Workshop = {
		id: newId(),
		name: wanted.name,
		pack: wanted.pack,
		scene: wanted.scene,
		municipality: wanted.municipality,
		heldOn: wanted.heldOn,
		start: wanted.start,
		state: 'preparing',
		...newJoinCodes(),
		tables: wanted.tables,
		createdAt: now,
		closedAt: null
	};
	const boards = Array.from({ length: wanted.tables }, (_, index) =>
		newBoard(workshop, wanted, index + 1)
	);
	return { key: wanted.key, workshop, boards };
}

function newBoard(workshop: Workshop, wanted: Wanted, table: number): NewBoard {
	const group = wanted.tables === 1 ? '' : `${table}卓`;
	const scene = wanted.tableScenes[table - 1] ?? wanted.scene;
	const author = { participant: 'server', profession: null, now: workshop.createdAt };
	const bytes = encodeStart(
		wanted.start,
		{
			title: workshop.name,
			pack: wanted.pack,
			scene,
			municipality: workshop.municipality,
			group,
			date: workshop.heldOn
		},
		author
	);
	return {
		id: newId(),
		workshopId: workshop.id,
		table,
		title: [workshop.name, group].filter((part) => part !== '').join(' '),
		scene,
		createdAt: workshop.createdAt,
		snapshot: sealBlob(1, bytes)
	};
}
