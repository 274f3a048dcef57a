import type { Naming } from '@renkei/shared/method/care-path.ts';
import type { Profession } from '@renkei/shared/method/professions.ts';
import { professions } from '@renkei/shared/method/professions.ts';
import { locale } from '../../../i18n/locale.svelte.ts';
import { say } from '../../../i18n/message.ts';
import { carePathText } from '../../../i18n/messages/care-path.ts';

/** A profession in words, also for those who have none. */
export function professionWord(profession: Profession | null): string {
	return profession ? say(professions[profession].label) : carePathText.noProfession();
}

/** 医1 看2, as the badges have it; in English, where the marks say nothing, in words. */
export function professionMarks(namings: readonly Naming<Profession | null>[]): string {
	if (locale.current !== 'ja') return professionCounts(namings);
	return namings.map(({ id, count }) => `${id ? professions[id].mark : '－'}${count}`).join(' ');
}

/** 医師1、訪問看護師2, to be read aloud. */
export function professionCounts(namings: readonly Naming<Profession | null>[]): string {
	const isJapanese = locale.current === 'ja';
	return namings
		.map(({ id, count }) => professionWord(id) + (isJapanese ? count : ` ${count}`))
		.join(isJapanese ? '、' : ', ');
}
