import { lineField, wordsField } from '../card-types/define-card-type.ts';
import { defineRecordKind } from './define-record-kind.ts';

/** One question and its answer in an interview (図表4-5), with the cards that came of it; `answerer` is a profession's word. */
export const dialogueTurn = defineRecordKind({
	fields: {
		order: lineField('順番', 'Order', 60),
		step: lineField('Step', 'Step', 40),
		question: lineField('問い', 'Question', 500),
		asker: lineField('聞いた人（職種）', 'Asked by', 100),
		answerer: lineField('答えた人（職種）', 'Answered by', 100),
		answer: lineField('答え', 'Answer', 2000),
		cards: wordsField('できたカード', 'Cards')
	}
});
