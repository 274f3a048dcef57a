import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { helpText, readConfig } from './config.ts';

function read(env: Record<string, string>) {
	const result = readConfig(env);
	if (!result.ok) throw new Error(result.sentence);
	return result.config;
}

test('an empty environment gives a server that works', () => {
	expect(read({})).toEqual({
		host: '0.0.0.0',
		port: 3000,
		dataDir: resolve('data'),
		packsDir: resolve('data/packs'),
		publicUrl: null,
		retentionMonths: 36,
		staffPassphrase: null,
		logLevel: 'warn',
		trustProxy: false,
		maxConnectionsPerBoard: 400,
		maxFrameBytes: 4 * 1024 * 1024,
		maxImportBytes: 8 * 1024 * 1024,
		codeGuessesPerMinute: 10
	});
});

test('spaces around a value and empty values do not matter', () => {
	expect(read({ PORT: ' 8080 ', HOST: '' })).toMatchObject({ port: 8080, host: '0.0.0.0' });
});

test.each([
	['no', false],
	['true', 1],
	['yes', 1],
	['2', 2],
	['loopback, 10.0.0.0/8', 'loopback, 10.0.0.0/8']
])('TRUST_PROXY=%s', (given, expected) => {
	expect(read({ TRUST_PROXY: given }).trustProxy).toBe(expected);
});

test.each([
	['PORT', '70000'],
	['PORT', 'http'],
	['PUBLIC_URL', 'board.example.jp'],
	['PUBLIC_URL', 'ftp://board.example.jp'],
	['STAFF_PASSPHRASE', 'short'],
	['LOG_LEVEL', 'loud'],
	['TRUST_PROXY', 'maybe'],
	['TRUST_PROXY', '10.0.0.0/99'],
	['PUBLIC_URL', 'https://board.example.jp/renkei/'],
	['MAX_FRAME_BYTES', '-1']
])('%s=%s is refused in one sentence that names the setting', (name, value) => {
	const result = readConfig({ [name]: value });
	const sentence = result.ok ? '' : result.sentence;
	expect(sentence).toContain(`設定 ${name} の値が正しくありません`);
	expect(sentence).not.toContain('\n');
	// The value may be a passphrase.
	expect(sentence).not.toContain(`"${value}"`);
});

test('--help lists every setting in both languages', () => {
	const help = helpText();
	for (const name of ['HOST', 'PORT', 'DATA_DIR', 'PUBLIC_URL', 'STAFF_PASSPHRASE', 'TRUST_PROXY'])
		expect(help).toMatch(new RegExp(`^  ${name}`, 'm'));
	expect(help).toContain('PORT=3000');
	expect(help).toContain('職員の合言葉');
	expect(help).toContain('Passphrase of staff');
});
