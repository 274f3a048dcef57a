import { professions } from '@renkei/shared/method/professions.ts';
import type { Photo } from '@renkei/shared/protocol/photos-api.ts';
import { locale } from '../../i18n/locale.svelte.ts';
import { say } from '../../i18n/message.ts';
import { photoText } from '../../i18n/messages/photos.ts';

/** When a photo was added: the time, and the day where it was not today. */
export function takenAt({ addedAt }: Pick<Photo, 'addedAt'>, now = new Date()): string {
	const then = new Date(addedAt);
	const language = locale.current === 'en' ? 'en' : 'ja-JP';
	const time = then.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
	if (then.toDateString() === now.toDateString()) return time;
	return `${then.toLocaleDateString(language, { month: 'numeric', day: 'numeric' })} ${time}`;
}

/** As what somebody added a photo, never who. */
export function takenBy({ profession, role }: Pick<Photo, 'profession' | 'role'>): string {
	if (profession) return say(professions[profession].label);
	if (role === 'staff') return photoText.staff();
	return role === 'facilitator' ? photoText.facilitator() : photoText.someone();
}
