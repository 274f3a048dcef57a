import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId } from '../method/card.ts';
import { CardStory } from './card-story.ts';
import { addCard, editCardText } from './commands/card-commands.ts';
import {
	addComment,
	editComment,
	settleComment,
	withdrawComment
} from './commands/comment-commands.ts';
import { toggleStamp } from './commands/stamp-commands.ts';
import type { Author } from './origins.ts';
import { ChangeWatch } from './row-changes.ts';

const anna: Author = { participant: 'anna', profession: 'physician', now: 10 };
const ben: Author = { ...anna, participant: 'ben' };

/** A board whose every change is a row of the log, a minute and more after the one before. */
function logDriver(minutesApart = 2) {
	const doc = new Y.Doc();
	const watch = new ChangeWatch(doc);
	const card = addCard(doc, { type: 'cause', text: '原因' }, anna);
	const other = addCard(doc, { type: 'cause', text: '別' }, anna);
	watch.take();
	const story = new CardStory(card);
	let seq = 2;
	return {
		doc,
		card,
		other,
		story,
		row(writer: string, change: () => void) {
			change();
			seq += 1;
			story.note({ seq, at: seq * minutesApart * 60_000, writer }, watch.take());
		}
	};
}

test('the story of a card tells its comments with their words, and no other card’s', () => {
	const { doc, card, other, story, row } = logDriver();
	let id = '' as never;
	row('ben', () => (id = addComment(doc, card, 'いつ', ben) as never));
	row('ben', () => void addComment(doc, other, 'よそ', ben));
	row('ben', () => void editComment(doc, id, 'いつから', ben));
	row('anna', () => void settleComment(doc, id, true));
	row('ben', () => void withdrawComment(doc, id, ben));
	expect(story.entries.map(({ what, writer, text }) => [what, writer, text])).toEqual([
		['commented', 'ben', { before: '', after: 'いつ' }],
		['commented', 'ben', { before: 'いつ', after: 'いつから' }],
		['settled', 'anna', null],
		['commented', 'ben', { before: 'いつから', after: '' }]
	]);
});

test('that a stamp was given is told, and never by whom; several at once are one line', () => {
	const { doc, card, story, row } = logDriver(0.1);
	row('ben', () => void toggleStamp(doc, card, 'agree', ben));
	row('anna', () => void toggleStamp(doc, card, 'agree', anna));
	row('ben', () => void toggleStamp(doc, card, 'agree', ben));
	row('ben', () => void toggleStamp(doc, card, 'agree', ben));
	expect(story.entries).toMatchObject([{ what: 'stamped', writer: null, text: null, fields: [] }]);
	expect(JSON.stringify(story.entries)).not.toMatch(/anna|ben|agree/);
});

test('what was done without a line comes as one row: the card, its comments and its stamps', () => {
	const { doc, card, story, row } = logDriver();
	row('ben', () =>
		doc.transact(() => {
			editCardText(doc, card as CardId, { index: 0, remove: 0, insert: '真の' });
			addComment(doc, card, '一つ', ben);
			addComment(doc, card, '二つ', ben);
			toggleStamp(doc, card, 'thanks', ben);
		})
	);
	expect(story.entries.map(({ what, text }) => [what, text?.after])).toEqual([
		['changed', '真の原因'],
		['commented', '一つ\n二つ'],
		['stamped', undefined]
	]);
});
