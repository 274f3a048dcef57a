import { expect, test } from 'vitest';
import { leavesOrigin } from './outside-requests.ts';

const app = 'http://127.0.0.1:4321';

test.each([
	'http://127.0.0.1:4321/assets/app.js',
	'ws://127.0.0.1:4321/sync/b1',
	'data:image/png;base64,AA==',
	'blob:http://127.0.0.1:4321/5c5c',
	'about:blank'
])('%s stays at home', (address) => {
	expect(leavesOrigin(address, app)).toBe(false);
});

test.each([
	'https://fonts.googleapis.com/css',
	'http://127.0.0.1:9999/',
	'https://127.0.0.1:4321/',
	'ws://sync.example/b1'
])('%s leaves', (address) => {
	expect(leavesOrigin(address, app)).toBe(true);
});
