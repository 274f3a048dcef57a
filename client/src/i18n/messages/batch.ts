import { message } from '../message.ts';

/** Words of taking several boards home at once, and of the record of who took what. */
export const batchText = {
	title: message('まとめて書き出す', 'Export together'),
	what: message(
		(boards: number) => `${boards}枚のボードを、ひとつの zip ファイルにします。`,
		(boards: number) => `${boards} board${boards === 1 ? '' : 's'}, in one zip file.`
	),
	monochrome: message('白黒にする', 'Black and white'),
	looking: message(
		(done: number, of: number) => `中身を確かめています（${done} / ${of}）`,
		(done: number, of: number) => `Looking through the boards (${done} of ${of})`
	),
	suspectsOn: message(
		(name: string, count: number) => `${name}：${count}か所`,
		(name: string, count: number) => `${name}: ${count}`
	),
	more: message(
		(count: number) => `ほか ${count}か所`,
		(count: number) => `and ${count} more`
	),
	notLooked: message(
		(name: string) => `${name}：中身を確かめられませんでした。ボードを開いて確かめてください。`,
		(name: string) => `${name}: could not be looked through; please open it and check.`
	),
	openBoard: message(
		(name: string) => `${name}をひらく`,
		(name: string) => `Open ${name}`
	),
	running: message(
		(name: string, done: number, of: number) => `${name}を書き出しています（${done} / ${of}）`,
		(name: string, done: number, of: number) => `Exporting ${name} (${done} of ${of})`
	),
	stop: message('やめる', 'Stop'),
	stopped: message('やめました。何も書き出していません。', 'Stopped. Nothing was exported.'),
	failedBoards: message('次のボードは書き出せませんでした', 'These boards could not be exported'),
	failedOne: message(
		(name: string, sentence: string) => `${name}：${sentence}`,
		(name: string, sentence: string) => `${name}: ${sentence}`
	),
	nothing: message('書き出せたボードがありません。', 'No board could be exported.'),
	record: {
		none: message('まだありません', 'None yet'),
		when: message('日時', 'When'),
		who: message('だれが', 'Who'),
		what: message('何を', 'What'),
		which: message('ボード', 'Board'),
		gone: message('削除したボード', 'Deleted board'),
		more: message('これより前の記録もあります。', 'There are earlier ones.')
	}
};
