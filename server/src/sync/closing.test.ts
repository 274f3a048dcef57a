import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { driveApp } from '../app-driver.ts';

test('a line that is asked for while the server stops does not keep it from stopping', async () => {
	const driven = await driveApp();
	await driven.app.listen({ host: '127.0.0.1', port: 0 });
	const { port } = driven.app.server.address() as AddressInfo;
	const sockets = Array.from({ length: 3 }, () => connect(port, '127.0.0.1'));
	await Promise.all(sockets.map((socket) => once(socket, 'connect')));
	// What the server ends without a word is no fault here.
	for (const socket of sockets) socket.on('error', () => {});
	const ask = (socket: (typeof sockets)[number]): void =>
		void socket.write(
			'GET /sync/abc.1 HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
				'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'
		);
	// One asks just before, one in the same moment and goes away at once, one a moment later.
	ask(sockets[0]!);
	const closing = driven.close();
	ask(sockets[1]!);
	sockets[1]!.end();
	setImmediate(() => ask(sockets[2]!));
	await closing;
	expect(driven.app.server.listening).toBe(false);
	for (const socket of sockets) socket.destroy();
});
