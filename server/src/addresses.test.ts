import type { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { readAddresses } from './addresses.ts';

type Interfaces = ReturnType<typeof networkInterfaces>;

function card(address: string, internal = false) {
	const family = 'IPv4' as const;
	return { address, family, internal, netmask: '', mac: '', cidr: null };
}

const office: Interfaces = {
	lo: [card('127.0.0.1', true)],
	docker0: [card('172.17.0.1')],
	wwan0: [card('100.64.1.2')],
	wlan0: [card('192.168.10.5')]
};

test.each([
	['0.0.0.0', null, 'http://127.0.0.1:3000', 'http://192.168.10.5:3000'],
	['127.0.0.1', null, 'http://127.0.0.1:3000', null],
	['localhost', null, 'http://127.0.0.1:3000', null],
	['::1', null, 'http://[::1]:3000', null],
	['192.168.10.5', null, 'http://192.168.10.5:3000', 'http://192.168.10.5:3000'],
	['0.0.0.0', 'https://board.example.jp/', 'http://127.0.0.1:3000', 'https://board.example.jp']
])('listening on %s with the public address %s', (host, publicUrl, local, shared) => {
	const config = { host, publicUrl: publicUrl === null ? null : new URL(publicUrl) };
	expect(readAddresses(config, 3000, office)).toEqual({ local, shared });
});

test('without a private network the next best address is shown, without any none', () => {
	const config = { host: '0.0.0.0', publicUrl: null };
	const { wlan0: _, ...mobile } = office;
	expect(readAddresses(config, 80, mobile).shared).toBe('http://100.64.1.2:80');
	expect(readAddresses(config, 80, {}).shared).toBe(null);
});
