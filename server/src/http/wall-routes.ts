import { serverNowHeader } from '@renkei/shared/protocol/wall-api.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import type { Services } from './services.ts';
import { nothingKnown } from './wall-digest.ts';
import { createWallKeeper } from './wall-keeper.ts';
import { createWallLed } from './wall-led.ts';
import { peopleAtTable } from './wall-people.ts';

/** All tables of a workshop at a glance, and one command of leading at many of them. */
export function wallRoutes(services: Services): Pick<Handlers, 'readWall' | 'leadTables'> {
	const { storage, presentAt, departedFrom, leadAt, now } = services;
	const { catalogue, log } = storage;
	const keep = createWallKeeper(services);
	const readLed = createWallLed(services);

	return {
		readWall: async ({ params, reply }) => {
			const workshop = await catalogue.getWorkshop(params.workshopId);
			if (!workshop) return refuse('notFound');
			const boards = await catalogue.listBoards(workshop.id);
			const ids = boards.map(({ id }) => id);
			const [people, places, led] = await Promise.all([
				catalogue.listParticipants(workshop.id),
				log.lastSeqs(ids),
				readLed(ids)
			]);
			const said = await keep(
				ids.map((boardId) => {
					const { epoch = 0, lastSeq = 0 } = places.get(boardId) ?? {};
					return { boardId, epoch, seq: lastSeq };
				})
			);
			const { id: workshopId, name, state, joinCode } = workshop;
			const isOver = state === 'closed';
			void reply.header(serverNowHeader, now());
			return answer({
				workshopId,
				name,
				state,
				joinCode,
				tables: boards.map(({ id, table, title }) => {
					const { digest, changedAt } = said.get(id) ?? { digest: nothingKnown, changedAt: null };
					const connected = { present: presentAt(id), departed: departedFrom(id) };
					const { lostSince, ...here } = peopleAtTable(id, people, connected, now());
					return {
						table,
						boardId: id,
						title,
						...digest,
						...here,
						lostSince: isOver ? null : lostSince,
						changedAt,
						led: led.get(id) ?? {}
					};
				})
			});
		},

		leadTables: async ({ params, body, person }) => {
			const boards = await catalogue.listBoards(params.workshopId);
			const { boards: asked, aid, command } = body;
			const meant = asked === 'all' ? boards : boards.filter(({ id }) => asked.includes(id));
			// A board of another workshop is none that its facilitators may lead.
			if (asked !== 'all' && meant.length < new Set(asked).size) return refuse('notFound');
			const { participantId, role, profession } = person;
			const asker = { participantId, role, profession };
			const tables = await Promise.all(
				meant.map(async ({ id, table }) => ({
					table,
					boardId: id,
					refused: await leadAt(id, asker, { aid, command })
				}))
			);
			return answer({ tables });
		}
	};
}
