import { message } from '../message.ts';

/** Words around the glossary. */
export const glossaryText = {
	search: message('ことばをさがす', 'Look for a word'),
	none: message('見つかりません', 'Nothing found'),
	what: message('とは？', 'What is it?'),
	groups: {
		method: message('考え方のことば', 'Words of the method'),
		care: message('医療と介護のことば', 'Words of care'),
		work: message('事業と会議のことば', 'Words of programmes and meetings')
	}
};
