import { transferCodeValidMs } from '@renkei/shared/protocol/doors-api.ts';
import { createGuessLimit } from '../auth/guess-limit.ts';
import { createTransferCodes } from '../auth/transfer-codes.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import { createCodeFinder } from './code-finder.ts';
import { rememberPlace } from './cookie-jar.ts';
import type { Services } from './services.ts';

/** Wrong digits in one workshop a minute, from all addresses together: four digits alone are soon tried out. */
const wrongPerWorkshop = 20;

/** Going on on another device as the same person, by four digits that the first one shows. */
export function transferRoutes(services: Services): Pick<Handlers, 'makeTransfer' | 'transfer'> {
	const { config, storage, signer, whoIs, now } = services;
	const { catalogue } = storage;
	const codes = createTransferCodes(catalogue, signer, now);
	const find = createCodeFinder(services);
	const ofAddress = createGuessLimit(config.codeGuessesPerMinute, now);
	const ofWorkshop = createGuessLimit(wrongPerWorkshop, now);

	return {
		makeTransfer: async ({ request, params }) => {
			const { workshopId } = params;
			const person = await whoIs(request, { workshopId });
			// Staff belong to no workshop: they sign in with their own words on every device.
			if (person?.workshopId !== workshopId) return refuse('forbidden');
			const workshop = await catalogue.getWorkshop(workshopId);
			if (workshop?.state === 'closed') return refuse('workshopClosed');
			const transferCode = await codes.make(workshopId, person.participantId);
			if (transferCode === null) return refuse('tooFast');
			return answer({ transferCode, validMs: transferCodeValidMs });
		},

		transfer: async ({ request, reply, body }) => {
			const waitingMs = (workshopId: string): number =>
				Math.max(ofAddress.waitMs(request.ip), ofWorkshop.waitMs(workshopId));
			const found = await find(body.code, request.ip);
			if ('refused' in found) return refuse(found.refused, found.waitMs);
			const { id: workshopId } = found.workshop;
			const waitMs = waitingMs(workshopId);
			if (waitMs > 0) return refuse('tooManyGuesses', waitMs);
			// Counted before the storage is asked and taken back when right: guesses sent at once are guesses too.
			ofAddress.wrong(request.ip);
			ofWorkshop.wrong(workshopId);
			const participantId = await codes.use(workshopId, body.transferCode);
			const person = participantId === null ? null : await catalogue.getParticipant(participantId);
			if (!person || person.revokedAt !== null || person.boardId === null)
				return refuse('transferUnknown');
			ofAddress.forgive(request.ip);
			ofWorkshop.forgive(workshopId);
			await catalogue.updateParticipant(person.id, { lastSeenAt: now() });
			rememberPlace(reply, services, person.id);
			return answer({ boardId: person.boardId });
		}
	};
}
