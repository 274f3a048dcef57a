import * as z from 'zod/mini';
import type { Profession } from '@renkei/shared/method/professions.ts';
import { professionIds, professionSchema } from '@renkei/shared/method/professions.ts';
import type { Attendance } from '@renkei/shared/protocol/doors-api.ts';
import type { Participant } from '../storage/storage.ts';
import { answer } from './api.ts';
import type { Handlers } from './api.ts';
import type { Services } from './services.ts';

/** Who came, as numbers. */
export function attendanceRoutes({
	storage,
	presentAt
}: Services): Pick<Handlers, 'readAttendance'> {
	const { catalogue } = storage;
	return {
		readAttendance: async ({ params }) => {
			const boards = await catalogue.listBoards(params.workshopId);
			const people = await catalogue.listParticipants(params.workshopId);
			const tables: Attendance['tables'] = boards.map(({ id, table }) => {
				const present = presentAt(id);
				const here = people.filter(
					({ boardId, revokedAt }) => boardId === id && revokedAt === null
				);
				const professions = [...professionIds, null].flatMap((profession) => {
					const joined = here.filter((person) => professionOf(person) === profession);
					const connected = joined.filter((person) => present.has(person.id));
					return joined.length === 0
						? []
						: [{ profession, joined: joined.length, connected: connected.length }];
				});
				return { table, professions };
			});
			return answer({ tables });
		}
	};
}

/** The profession as this version knows it. */
export function professionOf({ profession }: Participant): Profession | null {
	return z.catch(z.nullable(professionSchema), null).parse(profession);
}
