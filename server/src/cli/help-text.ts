import { exportFormats } from '@renkei/shared/exports/index.ts';
import { exportFormatIds, sheetKindIds } from '@renkei/shared/method/export-ids.ts';
import { zoneIds } from '@renkei/shared/method/ids.ts';
import { sheetKinds } from '@renkei/shared/sheets/index.ts';

/** What `renkei --help` prints, in both languages; formats and sheets come from their lists. */
export function helpText(): string {
	const formats = exportFormatIds.map((id) => {
		const { label, purpose } = exportFormats[id];
		return `      ${id.padEnd(6)} ${label.ja}（${purpose.ja}） / ${label.en}, ${purpose.en}`;
	});
	const sheets = sheetKindIds.map(
		(id) => `      ${id.padEnd(12)} ${sheetKinds[id].label.ja} / ${sheetKinds[id].label.en}`
	);
	return [
		'連携ボード / Renkei Board',
		'',
		'使い方 / Usage',
		'  renkei boards',
		'      ボードの一覧（ボードの id、ワークショップの id、卓、題）',
		'      Lists boards: id of the board, id of the workshop, table, title',
		'  renkei export <boardId> [--format pdf] [--out file.pdf]',
		'      動いているサーバーのボードを書き出す',
		'      Writes a board of a running server',
		'  renkei export <board.json> [--format pdf] [--out file.pdf]',
		'      引き継ぎファイル（JSON）から書き出す。サーバーは要りません',
		'      Writes a board file (JSON) in another format; needs no server',
		'  renkei export --workshop <workshopId> --out tables.zip',
		'      ワークショップの全部の卓をひとつの zip に',
		'      All tables of a workshop in one zip',
		'',
		'オプション / Options',
		'  -f, --format <format>    pdf',
		...formats,
		'      --sheet <sheet>      worksheet',
		...sheets,
		'      --paper A3|A4        用紙 / paper',
		'      --date YYYY-MM-DD    シートに入る日付。なければ今日 / the day on the sheet; today',
		'      --professions        書いた人の職種を入れる / print who wrote it (profession)',
		'      --votes              投票数を入れる / print votes',
		'      --no-notes           メモを入れない / leave notes out',
		'      --no-empty           空の欄を入れない / leave empty blocks out',
		'      --monochrome         白黒 / black and white',
		`      --zone <zone>        ${zoneIds.join('|')}`,
		'      --dpi 72|150|300     画像の細かさ / how fine a picture is',
		'      --meeting-name, --meeting-date, --meeting-place',
		'                           協議会資料の会議 / the meeting of a council pack',
		'  -o, --out <file>         保存先。- なら標準出力 / where to; - is the output',
		'',
		'環境変数 / Environment',
		'  RENKEI_URL=http://localhost:3000',
		'      サーバーのアドレス / address of the server',
		'  STAFF_PASSPHRASE',
		'      担当者の合言葉。なければ端末でたずねます（引数では渡せません）',
		'      Passphrase of staff; asked for on the terminal when missing, never an argument',
		'',
		'終了コード / Exit codes: 0 できた / done, 1 できなかった / not done, 2 使い方が違う / wrong usage'
	].join('\n');
}
