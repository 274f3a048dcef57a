import { WebSocketServer } from 'ws';

/**
 * The reference of the sync bench: a process that hands every frame to everybody else and does nothing more.
 * It keeps nothing, checks nothing and knows no rights; it is the least a WebSocket server can do.
 */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', (socket) => {
	socket.on('message', (frame) => {
		for (const other of server.clients)
			if (other !== socket) other.send(frame, { binary: true, compress: false });
	});
});
server.on('listening', () => {
	const address = server.address();
	if (typeof address === 'object' && address) process.send?.({ port: address.port });
});
process.on('disconnect', () => process.exit(0));
