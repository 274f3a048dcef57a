import type { GivenRole } from '@renkei/shared/protocol/workshop-life-api.ts';
import { message } from '../message.ts';

/** Words about who is what at a table, and about rehearsals. */
export const crewText = {
	open: message('参加している人', 'Who is here'),
	title: message(
		(table: number) => `${table}卓にいる人`,
		(table: number) => `Who is at table ${table}`
	),
	hint: message(
		'職種を押すと、役割を渡せます。渡した役割は、いつでも戻せます。',
		'Press a profession to hand a role over. It can be taken back at any time.'
	),
	alone: message('ほかには、まだ誰もいません。', 'Nobody else is here yet.'),
	me: message(
		(name: string) => `${name}（自分）`,
		(name: string) => `${name} (you)`
	),
	oneOfSeveral: message(
		(name: string, count: number) => `${name} ${count}`,
		(name: string, count: number) => `${name} ${count}`
	),
	give: {
		facilitator: message('進行役にする', 'Make facilitator'),
		recorder: message('書記にする', 'Make recorder'),
		participant: message('参加者に戻す', 'Back to participant')
	} satisfies Record<GivenRole, () => string>,
	stepBack: message('進行役をやめる', 'Stop leading'),
	given: {
		facilitator: message(
			(name: string) => `${name}を進行役にしました。`,
			(name: string) => `${name} is a facilitator now.`
		),
		recorder: message(
			(name: string) => `${name}を書記にしました。`,
			(name: string) => `${name} is a recorder now.`
		),
		participant: message(
			(name: string) => `${name}を参加者に戻しました。`,
			(name: string) => `${name} is a participant again.`
		)
	} satisfies Record<GivenRole, (name: string) => string>,
	became: {
		facilitator: message(
			'進行役になりました。書いている途中のものは、そのまま続けられます。',
			'You are a facilitator now. What you are writing goes on as it is.'
		),
		recorder: message(
			'書記になりました。書いている途中のものは、そのまま続けられます。',
			'You are a recorder now. What you are writing goes on as it is.'
		),
		participant: message(
			'参加者に戻りました。書いたものは、そのまま残っています。',
			'You are a participant again. What you wrote is still there.'
		)
	} satisfies Record<GivenRole, () => string>,
	remove: message('席から外す', 'Remove from the table'),
	removeTitle: message('この人を席から外しますか', 'Remove this person?'),
	rehearsal: message('リハーサル', 'Rehearsal'),
	rehearsing: message('リハーサル中（終わると消えます）', 'Rehearsal (wiped at the end)'),
	rehearsalHint: message(
		'本番の前に、書く・投票する・書き出すまでを試せます。終えると、すべて始める前に戻ります。',
		'Try everything out before the day. At the end all is as it was before.'
	),
	startRehearsal: message('リハーサルを始める', 'Start a rehearsal'),
	endRehearsal: message('リハーサルを終える', 'End the rehearsal'),
	endRehearsalTitle: message('リハーサルを終えますか', 'End the rehearsal?'),
	endRehearsalWarning: message(
		'リハーサル中に書いたもの、足した写真やボード、参加した人は、すべて消えます。元には戻せません。ボードは始める前に戻ります。',
		'Whatever was written, added or exported in the rehearsal and whoever joined in it is wiped for good. The boards are as they were before it.'
	),
	rehearsalOver: message('リハーサルは終わりました', 'The rehearsal is over'),
	rehearsalOverHint: message(
		'リハーサル中に書いたものは消えました。本番では、もう一度参加コードを入れてください。',
		'What was written in it has been wiped. On the day, enter the join code again.'
	)
};
