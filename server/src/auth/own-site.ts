/** As much of a request as the question "does it come from our own pages" needs. */
export interface RequestOfSite {
	readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
	/** Host and port the browser asked for (behind a trusted proxy: the outer ones). */
	readonly host: string;
}

/**
 * Whether a request comes from our own pages, or from no page at all. Asked before everything that changes
 * something and before a WebSocket opens: browsers attach cookies to requests of foreign pages too.
 */
export function isFromOwnSite(request: RequestOfSite, publicUrl: URL | null): boolean {
	const site = request.headers['sec-fetch-site'];
	const origin = request.headers['origin'];
	// Programs other than browsers send neither, and carry no cookies they did not choose to.
	if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
	if (typeof origin !== 'string' || !URL.canParse(origin)) return false;
	const { host } = new URL(origin);
	return host !== '' && (host === request.host || host === publicUrl?.host);
}
