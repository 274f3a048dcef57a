import { networkInterfaces } from 'node:os';
import type { Config } from './config.ts';

/** Where people find the server. */
export interface Addresses {
	/** From this computer. */
	readonly local: string;
	/** From other devices: the public address, else the one in the local network; null when only this computer is served. */
	readonly shared: string | null;
}

/** The addresses to print for a server that listens on this port. */
export function readAddresses(
	{ host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>,
	port: number,
	interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces()
): Addresses {
	const isOpen = host === '0.0.0.0' || host === '::';
	const isLoopback = host === 'localhost' || host === '::1' || host.startsWith('127.');
	const shown = host.includes(':') ? `[${host}]` : host;
	const local = `http://${isOpen || isLoopback ? '127.0.0.1' : shown}:${port}`;
	if (publicUrl) return { local, shared: publicUrl.origin };
	if (isLoopback) return { local: host === '::1' ? `http://[::1]:${port}` : local, shared: null };
	if (!isOpen) return { local, shared: local };
	const lan = lanAddress(interfaces);
	return { local, shared: lan === null ? null : `http://${lan}:${port}` };
}

/** The address other devices in the room most likely reach: a private one before any other. */
function lanAddress(interfaces: ReturnType<typeof networkInterfaces>): string | null {
	const found = Object.entries(interfaces)
		// Bridges of containers and virtual machines lead nowhere from outside.
		.filter(([name]) => !/^(docker|br-|veth|virbr|vmnet|vboxnet)/.test(name))
		.flatMap(([, list]) => list ?? [])
		.filter(({ family, internal }) => family === 'IPv4' && !internal)
		.map(({ address }) => address);
	const isPrivate = (address: string): boolean =>
		/^(192[.]168|10|172[.](1[6-9]|2\d|3[01]))[.]/.test(address);
	return found.find(isPrivate) ?? found[0] ?? null;
}
