import type { LeadRefusal } from '@renkei/shared/facilitation/aid.ts';
import type { WritingCommand } from '@renkei/shared/facilitation/writing-commands.ts';
import { mayWrite } from '@renkei/shared/method/roles.ts';
import { deskClockHeader, ideaLimits } from '@renkei/shared/protocol/ideas-api.ts';
import type { SignedInPerson } from '../auth/signed-in.ts';
import { answer, refuse } from './api.ts';
import type { Handlers, Outcome } from './api.ts';
import { createDeskKeeper } from './desk-keeper.ts';
import { deskOf } from './desk.ts';
import { createPace } from './idea-pace.ts';
import type { Services } from './services.ts';

/** What else one person asks for in a minute with two thumbs; each is a write to disk. */
const asksAMinute = 120;

/** The form without a board: for phones, which load no canvas and keep no line open. */
export function ideaRoutes(
	services: Pick<Services, 'storage' | 'readBoardNow' | 'leadAt' | 'packs' | 'now'>
): Pick<Handlers, 'readDesk' | 'sendIdea' | 'changeIdea' | 'withdrawIdea' | 'askAid'> {
	const { storage, leadAt, packs, now } = services;
	const { catalogue } = storage;
	const read = createDeskKeeper(services);
	const ideas = createPace(ideaLimits.perMinute, now);
	const asks = createPace(asksAMinute, now);

	async function ask(
		boardId: string,
		{ participantId, role, profession }: SignedInPerson,
		request: { readonly aid: string; readonly command: unknown }
	): Promise<Outcome<{ refused: LeadRefusal | null }>> {
		if (!mayWrite(role)) return answer({ refused: 'notAllowed' });
		const waitMs = asks.take(participantId);
		if (waitMs > 0) return refuse('tooFast', waitMs);
		return answer({ refused: await leadAt(boardId, { participantId, role, profession }, request) });
	}
	const write = (boardId: string, person: SignedInPerson, command: WritingCommand) =>
		ask(boardId, person, { aid: 'writing', command });

	return {
		readDesk: async ({ params, person, reply }) => {
			const entry = await catalogue.getBoard(params.boardId);
			const workshop = entry && (await catalogue.getWorkshop(entry.workshopId));
			const source = await read(params.boardId);
			if (!entry || !workshop || !source) return refuse('notFound');
			void reply.header(deskClockHeader, now());
			return answer(
				deskOf(person, source.board, source.led, {
					table: entry.table,
					state: workshop.state,
					method: packs.methodOf(source.board.pack)
				})
			);
		},

		sendIdea: async ({ params, body, person }) => {
			const waitMs = ideas.take(person.participantId);
			if (waitMs > 0) return refuse('tooFast', waitMs);
			const { key, type, text, of } = body;
			return await write(params.boardId, person, { do: 'send', id: key, type, text, of });
		},

		changeIdea: async ({ params, body: { type, text }, person }) =>
			await write(params.boardId, person, { do: 'edit', id: params.ideaId, type, text }),

		withdrawIdea: async ({ params, person }) =>
			await write(params.boardId, person, { do: 'withdraw', id: params.ideaId }),

		askAid: async ({ params, body: { aid, command }, person }) =>
			await ask(params.boardId, person, { aid, command })
	};
}
