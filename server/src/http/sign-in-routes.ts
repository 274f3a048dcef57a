import { newId } from '@renkei/shared/document/new-id.ts';
import type { Me } from '@renkei/shared/protocol/http-api.ts';
import { clearCookies, rememberStaff } from './cookie-jar.ts';
import { staffCookie } from '../auth/cookies.ts';
import { useLinkSecret } from '../auth/one-time-link.ts';
import { isPassphrase } from '../auth/passphrase.ts';
import type { SignedInPerson } from '../auth/signed-in.ts';
import type { Participant } from '../storage/storage.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import type { Services } from './services.ts';

/** Signing in as staff, signing out, and asking who one is. */
export function signInRoutes(services: Services): Pick<Handlers, 'signIn' | 'signOut' | 'me'> {
	const { storage, passphraseGuesses, now } = services;
	const { catalogue } = storage;

	return {
		signIn: async ({ request, reply, body }) => {
			const waitBeforeMs = passphraseGuesses.waitMs(request.ip);
			if (waitBeforeMs > 0) return refuse('tooManyGuesses', waitBeforeMs);
			const byLink = 'linkSecret' in body;
			// Counted before it is known to be wrong: of many sent at once each would cost a tenth of a second of work.
			passphraseGuesses.wrong(request.ip);
			const isRight = byLink
				? await useLinkSecret(catalogue, body.linkSecret, now())
				: await isPassphrase(body.passphrase, services.passphraseHash);
			if (!isRight) return refuse(byLink ? 'linkUsed' : 'wrongPassphrase');
			passphraseGuesses.forgive(request.ip);
			const staff: Participant = {
				id: newId(),
				workshopId: null,
				boardId: null,
				role: 'staff',
				profession: 'municipalOfficer',
				createdAt: now(),
				lastSeenAt: now(),
				revokedAt: null
			};
			if (!(await catalogue.addParticipant(staff))) return refuse('internal');
			rememberStaff(reply, services, staff.id);
			await catalogue.addAudit({
				at: now(),
				role: 'staff',
				participantId: staff.id,
				workshopId: null,
				boardId: null,
				what: byLink ? 'signed-in-by-link' : 'signed-in'
			});
			return answer<Me>({
				participant: staff.id,
				role: 'staff',
				profession: 'municipalOfficer',
				workshopId: null,
				table: null,
				boardId: null
			});
		},

		signOut: async ({ request, reply }) => {
			const [staffId] = services.signer.open(staffCookie, request.cookies[staffCookie]) ?? [];
			clearCookies(reply, services);
			if (staffId !== undefined) {
				await catalogue.updateParticipant(staffId, { revokedAt: now() });
				await services.tellRooms({
					participantId: staffId,
					workshopId: null,
					boardId: null,
					reason: 'revoked'
				});
			}
			return answer({ ok: true as const });
		},

		me: async ({ person }) => answer(describe(person))
	};
}

function describe(person: SignedInPerson): Me {
	return {
		participant: person.participantId,
		role: person.role,
		profession: person.profession,
		workshopId: person.workshopId,
		table: person.table,
		boardId: person.boardId
	};
}
