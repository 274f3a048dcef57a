/** The cookie of staff; sent by this site's own pages only (SameSite=Strict). */
export const staffCookie = 'renkei_staff';

/** The cookie of people who joined by code; it remembers their place in the last few workshops (SameSite=Lax). */
export const peopleCookie = 'renkei_people';

/** How long a cookie lets somebody in, in seconds. */
export const cookieSeconds = { staff: 7 * 24 * 3600, people: 60 * 24 * 3600 } as const;

/** In how many workshops one browser is remembered. */
export const maxPlaces = 8;
