import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { startFailure } from './start-failure.ts';
import { StorageError } from './storage/storage.ts';
import type { StorageFailure } from './storage/storage.ts';

const read = readConfig({ DATA_DIR: '/srv/data', PORT: '80' });
if (!read.ok) throw new Error(read.sentence);
const { config } = read;

test.each<[StorageFailure, string, string]>([
	['in-use', '動いている別の連携ボードが使っています', 'in use by another running server'],
	['newer-schema', '新しい版で始めてください', 'written by a newer version'],
	['network-file-system', 'このPCのディスクにしてください', 'on a network drive'],
	['disk-full', 'ディスクがいっぱいです', 'is full'],
	['unusable', 'ディスクと権限を確かめてください', 'check the disk and its permissions']
])('data that is %s', (reason, ja, en) => {
	const sentence = startFailure(new StorageError(reason), config);
	expect(sentence).toContain(ja);
	expect(sentence).toContain(en);
	expect(sentence).toContain('/srv/data');
	expect(sentence).not.toContain('\n');
});

test.each([
	['EADDRINUSE', 'PORT=81 npm start'],
	['EACCES', 'ポート 80 を使う権限がありません'],
	['EADDRNOTAVAIL', 'HOST を確かめてください']
])('an address that fails with %s', (code, words) => {
	const sentence = startFailure(Object.assign(new Error(), { code }), config);
	expect(sentence).toContain(words);
	expect(sentence).not.toContain('\n');
});

test('a fault of the program says where it happened', () => {
	expect(startFailure(new TypeError('x'), config)).toMatch(/TypeError[^]*start-failure[.]test/);
});
