import { message } from '../message.ts';

/** Words of the panel with the manual's worked cases. */
export const exampleText = {
	cities: message('どの市の例を見るか', 'Which city’s example'),
	city: {
		'a-city-fracture': message('A市', 'A City'),
		'c-city-discharge': message('C市', 'C City'),
		'g-city-evaluation': message('G市', 'G City'),
		'i-city-mitori': message('I市', 'I City')
	},
	asCards: message('カードにすると', 'As cards'),
	none: message(
		'この市の例には、この Step の内容がありません。ほかの市を見てください。',
		'This city’s example says nothing about this step. Look at another one.'
	)
};
