import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieSeconds, maxPlaces, peopleCookie, staffCookie } from '../auth/cookies.ts';
import type { Config } from '../config.ts';
import type { Signer } from '../auth/token.ts';

interface Jar {
	readonly config: Config;
	readonly signer: Signer;
}

/** Lets this browser in as staff. */
export function rememberStaff(reply: FastifyReply, { config, signer }: Jar, id: string): void {
	void reply.setCookie(staffCookie, signer.sign(staffCookie, [id]), {
		...options(reply.request, config),
		sameSite: 'strict',
		maxAge: cookieSeconds.staff
	});
}

/** The participants this browser is in its workshops, the last joined first. */
export function placesOf(request: FastifyRequest, signer: Signer): readonly string[] {
	return signer.open(peopleCookie, request.cookies[peopleCookie]) ?? [];
}

/** Remembers a place in a workshop before the older ones; the oldest are forgotten. */
export function rememberPlace(reply: FastifyReply, { config, signer }: Jar, id: string): void {
	const others = placesOf(reply.request, signer).filter((other) => other !== id);
	const places = [id, ...others].slice(0, maxPlaces);
	void reply.setCookie(peopleCookie, signer.sign(peopleCookie, places), {
		...options(reply.request, config),
		sameSite: 'lax',
		maxAge: cookieSeconds.people
	});
}

/** Makes this browser forget everything. */
export function clearCookies(reply: FastifyReply, { config }: Jar): void {
	for (const name of [staffCookie, peopleCookie])
		void reply.clearCookie(name, options(reply.request, config));
}

function options(request: FastifyRequest, config: Config) {
	// Over plain HTTP a secure cookie would be dropped, and most of these servers stand in one room's network.
	const secure = request.protocol === 'https' || config.publicUrl?.protocol === 'https:';
	return { path: '/', httpOnly: true, secure } as const;
}
