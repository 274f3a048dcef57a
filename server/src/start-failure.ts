import type { Config } from './config.ts';
import { StorageError } from './storage/storage.ts';
import type { StorageFailure } from './storage/storage.ts';

/** One plain sentence about why the server could not start, in both languages, saying what to do. */
export function startFailure(reason: unknown, { port, host, dataDir }: Config): string {
	if (reason instanceof StorageError) return storageSentence(reason.reason, dataDir);
	const code = reason instanceof Error ? Reflect.get(reason, 'code') : undefined;
	switch (code) {
		case 'EADDRINUSE':
			return `ポート ${port} はほかのプログラムが使っています。PORT=${port === 65_535 ? port - 1 : port + 1} npm start のように別の番号で始めてください。 / Port ${port} is in use; start with another one, such as PORT=${port === 65_535 ? port - 1 : port + 1} npm start.`;
		case 'EACCES':
			return `ポート ${port} を使う権限がありません。1024 以上の番号を PORT に設定してください。 / Port ${port} may not be used; set PORT to 1024 or more.`;
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
			return `アドレス ${host} はこのPCにありません。HOST を確かめてください。 / This computer has no address ${host}; check HOST.`;
		default:
			return `始められませんでした（${typeof code === 'string' ? code : nameOf(reason)}）。 / The server could not start (${typeof code === 'string' ? code : nameOf(reason)}).${trace(reason)}`;
	}
}

function storageSentence(failure: StorageFailure, dataDir: string): string {
	switch (failure) {
		case 'in-use':
			return `データの場所 ${dataDir} は、動いている別の連携ボードが使っています。先にそちらを止めてください。 / The data folder ${dataDir} is in use by another running server; stop that one first.`;
		case 'newer-schema':
			return `データの場所 ${dataDir} は新しい版の連携ボードで作られています。新しい版で始めてください。 / The data in ${dataDir} was written by a newer version; start that version.`;
		case 'network-file-system':
			return `データの場所 ${dataDir} は共有フォルダーです。DATA_DIR をこのPCのディスクにしてください。 / The data folder ${dataDir} is on a network drive; set DATA_DIR to a disk of this computer.`;
		case 'disk-full':
			return `データの場所 ${dataDir} のディスクがいっぱいです。空きを作ってから始めてください。 / The disk of ${dataDir} is full; make room and start again.`;
		case 'input-output':
		case 'worker-died':
		case 'closed':
		case 'unusable':
			return `データの場所 ${dataDir} を読み書きできません（${failure}）。ディスクと権限を確かめてください。 / The data in ${dataDir} cannot be read or written (${failure}); check the disk and its permissions.`;
	}
}

function nameOf(reason: unknown): string {
	return reason instanceof Error ? reason.name : typeof reason;
}

/** A fault of ours needs its place to be mended. */
function trace(reason: unknown): string {
	return reason instanceof Error && reason.stack ? `\n${reason.stack}` : '';
}
