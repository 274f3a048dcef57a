import type { Led, Moment } from './aid.ts';
import { secretAidWith } from './aid.ts';
import type { Writing } from './writing-card.ts';
import { nothingWritten, writingSchema } from './writing-card.ts';
import type { WritingCommand } from './writing-commands.ts';
import { mayAskForWriting, writingCommandSchema } from './writing-commands.ts';
import { putAside, putOut } from './writing-inbox.ts';
import { consent, edit, hold, order, withdraw } from './writing-own.ts';
import { reveal, takeBack } from './writing-reveal.ts';
import { send } from './writing-send.ts';
import type { OwnWriting, ShownWriting } from './writing-show.ts';
import {
	ownWritingSchema,
	showOwnWriting,
	showWriting,
	shownWritingSchema
} from './writing-show.ts';

/**
 * Everything written away from the board: ひとりで書く時間, and the inbox. One aid, because only the moment says
 * where a card goes. A form without a board (a phone over HTTP) needs two things of it:
 *
 * - `rooms.lead(boardId, asker, { aid: 'writing', command })` with `{ do: 'send', id, type, text, of }`, where `id`
 *   is made on the phone (`newId()`) and kept until null has come back, and `of` is `phases.running.since` while
 *   `phases.running.phase.visibility` is private, else null. Then `edit`, `withdraw`, `hold`, `consent`.
 * - `(await rooms.facilitationOf(boardId)).shownOwn(participantId)`: its `writing.cards` are the person's own, each
 *   with the `place` it is at: `private`, `inbox`, `aside` 届きました; `board` 出ました; `late` asks whether it is to
 *   be put out (`consent`, or `hold` for no).
 */
export const writing = secretAidWith<Writing, WritingCommand, ShownWriting, OwnWriting>(
	{
		schema: writingSchema,
		initial: nothingWritten,
		commandSchema: writingCommandSchema,
		mayAsk: mayAskForWriting,
		at: (state, now) =>
			state.lastShown && now >= state.lastShown.until ? { ...state, lastShown: null } : state,
		change
	},
	{
		shownSchema: shownWritingSchema,
		show: showWriting,
		ownSchema: ownWritingSchema,
		showOwn: showOwnWriting
	}
);

function change(state: Writing, command: WritingCommand, moment: Moment): Led<Writing> {
	switch (command.do) {
		case 'send':
			return send(state, command, moment);
		case 'edit':
			return edit(state, command, moment);
		case 'withdraw':
			return withdraw(state, command, moment);
		case 'hold':
			return hold(state, command, moment);
		case 'order':
			return order(state, command, moment);
		case 'consent':
			return consent(state, command, moment);
		case 'reveal':
			return reveal(state, command, moment);
		case 'takeBack':
			return takeBack(state, moment);
		case 'takeInbox':
			return { ok: true, state: { ...state, takesInbox: command.isOn } };
		case 'putOut':
			return putOut(state, command);
		case 'putAside':
			return putAside(state, command);
	}
}
