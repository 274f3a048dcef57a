import type * as z from 'zod/mini';
import type { Localised } from '../localised.ts';
import type { JsonFault } from './json-places.ts';
import type { PackRule } from './pack.ts';
import { maxPackBytes, packRules } from './pack.ts';

/** What can be wrong with a pack beside its form. */
export const packWords = {
	tooLarge: {
		ja: `ファイルが大きすぎます（${maxPackBytes / 1024} KB まで）。`,
		en: `The file is too large (${maxPackBytes / 1024} KB at most).`
	},
	unreadable: { ja: 'ファイルを読めません。', en: 'The file cannot be read.' },
	notUtf8: {
		ja: '文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。',
		en: 'The text is not UTF-8; save it again as UTF-8.'
	},
	notAPack: { ja: 'パックの形ではありません。', en: 'This is no pack.' },
	isDefault: {
		ja: 'この id は標準のパックのものです。別の id にしてください。',
		en: 'This id belongs to the default pack; choose another.'
	},
	idTaken: (id: string): Localised => ({
		ja: `id「${id}」のパックがもう1つあります。別の id にしてください。`,
		en: `Another pack has the id ${id}; choose another.`
	})
} as const;

const ruleWords = {
	oneLine: { ja: '1行で書いてください。', en: 'Write it on one line.' },
	noMarkup: {
		ja: '「<…>」の印（タグ）は使えません。',
		en: 'Markup such as <b> is not allowed.'
	},
	oneCharacter: { ja: '印は1文字にしてください。', en: 'A mark is one character.' },
	sceneTwice: { ja: '同じ id の場面が2つあります。', en: 'Two scenes have the same id.' }
} satisfies Record<PackRule, Localised>;

const kindWords: Readonly<Record<string, Localised>> = {
	string: { ja: '"…" で囲んだ言葉', en: 'words in quotation marks' },
	array: { ja: '[ … ] で囲んだ並び', en: 'a list in [ … ]' },
	object: { ja: '{ … } で囲んだ項目', en: 'entries in { … }' }
};

/** What is wrong where the text is no JSON. */
export function faultWords(fault: JsonFault): Localised {
	switch (fault.kind) {
		case 'expected':
			return {
				ja: `ここには${signs(fault.expected)}が必要です。`,
				en: `Here should be ${fault.expected.split(' ').join(' or ')}`
			};
		case 'notJson':
			return {
				ja: 'ここがJSONとして読めません（カンマや " の書き忘れ、余分なカンマをご確認ください）。',
				en: 'This cannot be read as JSON (a missing comma or quotation mark, or a comma too many).'
			};
		case 'tooDeep':
			return { ja: '入れ子が深すぎます。', en: 'This is nested too deeply.' };
		case 'keyTwice':
			return {
				ja: `「${short(fault.key)}」が2回書かれています。`,
				en: `“${short(fault.key)}” is written twice.`
			};
		case 'forbiddenKey':
			return {
				ja: `「${short(fault.key)}」という項目は使えません。`,
				en: `An entry may not be called “${short(fault.key)}”.`
			};
	}
}

/** What an issue of the schema says; `isMissing` when nothing stands where something must. */
export function issueWords(issue: z.core.$ZodIssue, isMissing: boolean): Localised {
	const name = String(issue.path[issue.path.length - 1] ?? '');
	if (isMissing) return { ja: `「${name}」がありません。`, en: `“${name}” is missing.` };
	switch (issue.code) {
		case 'unrecognized_keys': {
			const key = short(issue.keys[0] ?? '');
			return {
				ja: `「${key}」という項目はありません。書きまちがいではありませんか。`,
				en: `There is no entry called “${key}”; is it misspelt?`
			};
		}
		case 'invalid_type': {
			const kind = kindWords[issue.expected] ?? { ja: issue.expected, en: issue.expected };
			return { ja: `ここには${kind.ja}を書いてください。`, en: `Write ${kind.en} here.` };
		}
		case 'invalid_value': {
			const values = issue.values.map((value) => JSON.stringify(value)).join(' / ');
			return { ja: `ここには ${values} と書いてください。`, en: `Write ${values} here.` };
		}
		case 'invalid_format':
			return {
				ja: 'id は英字で始め、英字・数字・ハイフンだけで40文字までにしてください（パックの id は小文字）。',
				en: 'An id begins with a letter and has letters, digits and hyphens, 40 at most (the id of a pack in lower case).'
			};
		case 'too_small':
			return issue.origin === 'array'
				? { ja: '1つ以上書いてください。', en: 'Write at least one.' }
				: { ja: '言葉が空です。', en: 'The words are empty.' };
		case 'too_big':
			return issue.origin === 'array'
				? { ja: `${issue.maximum} 個までです。`, en: `There may be ${issue.maximum} at most.` }
				: {
						ja: `言葉が長すぎます（${issue.maximum} 文字まで）。`,
						en: `The words are too long (${issue.maximum} characters at most).`
					};
		default: {
			const rule = packRules.find((known) => known === issue.message);
			return rule ? ruleWords[rule] : packWords.notAPack;
		}
	}
}

function signs(expected: string): string {
	return expected
		.split(' ')
		.map((sign) => `「${sign}」`)
		.join('か');
}

function short(key: string): string {
	return Array.from(key.replace(/[\u0000-\u001f\u007f]/g, ' '))
		.slice(0, 40)
		.join('');
}
