import { message } from '../message.ts';

/** What every shortcut of the board does, as a help page lists them. */
export const shortcutText = {
	select: message('選ぶ', 'Select'),
	pan: message('動かす', 'Pan'),
	link: message('つなぐ', 'Link'),
	pen: message('描く', 'Draw'),
	eraser: message('描いた線を消す', 'Erase drawn lines'),
	laser: message('指し示す（押している間だけにもできます）', 'Point (also while held)'),
	newCard: message('新しいカード（前と同じ種類）', 'New card of the last type'),
	newCardOf: message(
		(type: string) => `新しいカード：${type}`,
		(type: string) => `New card: ${type}`
	),
	edit: message('カードを直す', 'Edit the card'),
	sibling: message('同じ種類のカードを下に足す', 'Add a card of the same type below'),
	nextCard: message('次のカードへ', 'Next card'),
	previousCard: message('前のカードへ', 'Previous card'),
	nearest: message('近くのカードへ', 'Nearest card'),
	nudge: message('カードを少し動かす', 'Move the card a little'),
	nudgeFar: message('カードを大きく動かす', 'Move the card further'),
	remarks: message('コメント・スタンプ', 'Comments and stamps'),
	reorder: message('列の上へ・下へ移す', 'Up or down in its lane'),
	withdraw: message('取り下げる', 'Withdraw'),
	duplicate: message('複製する', 'Duplicate'),
	cluster: message('島にする・見出しを書く', 'Make a cluster, write its title'),
	uncluster: message('島から出す', 'Take out of the cluster'),
	merge: message('1枚にまとめる', 'Merge into one card'),
	linkSet: message('まとめてつなぐ', 'Link as one set'),
	nextLink: message('カードのつながりを順に選ぶ', 'Select the card’s links in turn'),
	lock: message('固定する・固定をはずす', 'Pin or free'),
	selectAll: message('すべて選ぶ', 'Select all'),
	tidy: message('手で置いたカードを整える', 'Tidy up cards put down by hand'),
	undo: message('元に戻す', 'Undo'),
	redo: message('やり直す', 'Redo'),
	zoomIn: message('大きく見る', 'Zoom in'),
	zoomOut: message('小さく見る', 'Zoom out'),
	zoomFull: message('100% で見る', 'Show at 100 %'),
	showAll: message('全体を見る', 'Show all'),
	showSelection: message('選んだカードを見る', 'Show the selection'),
	showZone: message(
		(zone: string) => `「${zone}」を見る`,
		(zone: string) => `Show “${zone}”`
	),
	escape: message('やめる・選択を外す', 'Leave, clear the selection'),
	help: message('使い方を見る', 'How to use'),
	find: message('カードを探す', 'Find cards'),
	menu: message('できることの一覧を開く', 'Open the menu'),
	bare: message('まわりの道具を隠す・出す', 'Hide or show the bars'),
	save: message('保存の確認', 'Is it saved?')
};
