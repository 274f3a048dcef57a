import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyBoardChanges } from '../document/commands/import-commands.ts';
import { readBoard } from '../document/read-board.ts';
import { encodeStart } from '../document/templates.ts';
import { writeDocx } from '../exports/docx.ts';
import { mitoriBoard, testOptions } from '../exports/test-boards.ts';
import { wordStyleNames } from '../exports/docx-marks.ts';
import { planOpinions } from './council-opinions-plan.ts';
import { splitOpinions } from './council-opinions-split.ts';
import { splitWho } from './council-opinions-who.ts';
import { readCouncilOpinions } from './council-opinions.ts';
import { chosenChanges } from './planned-change.ts';

const pack = (await writeDocx(mitoriBoard, { ...testOptions, sheet: 'council' })).bytes;

/** The pack with its main part changed. */
function edited(change: (xml: string) => string, more: Record<string, string> = {}): Uint8Array {
	const parts = unzipSync(pack);
	parts['word/document.xml'] = strToU8(change(strFromU8(parts['word/document.xml']!)));
	for (const [name, xml] of Object.entries(more)) parts[name] = strToU8(xml);
	return zipSync(parts);
}

const emptyFrame = '<w:p><w:pPr><w:pStyle w:val="Blank"/></w:pPr></w:p>';

function paragraph(text: string, properties = ''): string {
	const pieces = text
		.split('\n')
		.map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
		.join('<w:br/>');
	return `<w:p><w:pPr>${properties}</w:pPr><w:r>${pieces}</w:r></w:p>`;
}

/** Writes into a frame, one paragraph for each text. */
function fill(xml: string, name: string, ...paragraphs: readonly string[]): string {
	const at = xml.indexOf(`<w:tblCaption w:val="renkei-space:${name}"/>`);
	expect(at).toBeGreaterThan(0);
	const frame = xml.indexOf(emptyFrame, at);
	return xml.slice(0, frame) + paragraphs.join('') + xml.slice(frame + emptyFrame.length);
}

/** Writes into a row of the table of opinions: who is speaking, and what is said. */
function fillRow(xml: string, row: number, who: string, ...paragraphs: readonly string[]): string {
	const table = xml.indexOf('</w:tr>', xml.indexOf('委員の職種'));
	const cells = [...xml.slice(table).matchAll(/(<w:tc>.*?<\/w:tcPr>)(.*?)(<\/w:tc>)/gs)];
	const said = [written(who), paragraphs];
	return said.reduceRight((text, words, at) => {
		const cell = cells[row * 3 - 2 + at]!;
		const from = table + cell.index + cell[1]!.length;
		return text.slice(0, from) + words.join('') + text.slice(from + cell[2]!.length);
	}, xml);
}

function written(...texts: readonly string[]): readonly string[] {
	return texts.map((text) => paragraph(text, '<w:pStyle w:val="Blank"/>'));
}

function opinionsIn(bytes: Uint8Array): readonly (readonly [string | null, string])[] {
	const read = readCouncilOpinions(bytes);
	if ('refusal' in read) throw new Error(read.refusal);
	return read.opinions.map(({ profession, text }) => [profession, text]);
}

function refusalOf(bytes: Uint8Array): string {
	const read = readCouncilOpinions(bytes);
	return 'refusal' in read ? read.refusal : '';
}

describe('a council pack that comes back from Word', () => {
	test('gives each opinion with its profession', () => {
		const bytes = edited((xml) => {
			const one = fillRow(xml, 1, '医師会', ...written('訪問診療の件数を見てはどうか。'));
			const two = fillRow(one, 8, '', ...written('ケアマネジャー：研修は年2回がよい'));
			return fill(two, 'opinion-1', ...written('救急隊も呼びたい（救急隊）'));
		});
		expect(opinionsIn(bytes)).toEqual([
			['physician', '訪問診療の件数を見てはどうか。'],
			['careManager', '研修は年2回がよい'],
			['ambulanceCrew', '救急隊も呼びたい']
		]);
	});

	test('makes a card of each entry of a frame, and of each part behind an empty line', () => {
		const listed =
			'<w:pStyle w:val="Blank"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
		const bytes = edited((xml) =>
			fill(
				xml,
				'opinion-1',
				...written('・一つめは\n二行ある', '・2-3カ月に1回がよい', '', '空行のあと', '続き'),
				paragraph('番号つき', listed),
				paragraph('番号つき二', listed)
			)
		);
		expect(opinionsIn(bytes).map(([, text]) => text)).toEqual([
			'一つめは\n二行ある',
			'2-3カ月に1回がよい',
			'空行のあと\n続き',
			'番号つき',
			'番号つき二'
		]);
	});

	test('loses nothing that was written beside the frames, on the line of their words, or as a remark', () => {
		const bytes = edited(
			(xml) => {
				const body = xml.lastIndexOf('<w:sectPr');
				const below = `${xml.slice(0, body)}${paragraph('欄の外に書いた意見')}${xml.slice(body)}`;
				const label = below.lastIndexOf('<w:bookmarkEnd');
				const end = below.indexOf('</w:p>', label);
				return `${below.slice(0, end)}<w:r><w:t>：見出しの行に書いた意見</w:t></w:r>${below.slice(end)}`;
			},
			{
				'word/comments.xml': `<w:comments xmlns:w="w">
					<w:comment w:author="X">${paragraph('吹き出しの意見')}</w:comment>
					<w:comment w:author="Y">${paragraph('二つめの吹き出し')}</w:comment></w:comments>`
			}
		);
		expect(opinionsIn(bytes).map(([, text]) => text)).toEqual([
			'見出しの行に書いた意見',
			'欄の外に書いた意見',
			'吹き出しの意見',
			'二つめの吹き出し'
		]);
	});

	test('takes what was added under tracking, not what was taken out, and each drawing once', () => {
		const bytes = edited((xml) =>
			fill(
				xml,
				'opinion-1',
				`<w:p><w:r><w:t>残した</w:t></w:r><w:del><w:r><w:delText>消した</w:delText><w:t>消した</w:t></w:r></w:del><w:ins><w:r><w:t>足した</w:t></w:r></w:ins></w:p>`,
				`<w:p><w:r><mc:AlternateContent><mc:Choice>${paragraph('・箱の中')}</mc:Choice><mc:Fallback>${paragraph('・箱の中')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`
			)
		);
		expect(opinionsIn(bytes).map(([, text]) => text)).toEqual(['残した足した', '箱の中']);
	});

	test('is found again although the program that saved it dropped captions and renamed the styles', () => {
		const renamed = Object.keys(wordStyleNames).map((id, at) => [id, `Style${at + 8}`] as const);
		const plain = (xml: string): string => {
			let text = xml.replace(/<w:tbl(?:Caption|Description) [^>]*>/g, '');
			for (const [id, other] of renamed)
				text = text
					.replaceAll(`w:val="${id}"`, `w:val="${other}"`)
					.replaceAll(`w:styleId="${id}"`, `w:styleId="${other}"`);
			return text;
		};
		const filled = (xml: string): string => {
			const one = fillRow(xml, 2, '薬剤師', ...written('残薬も見てほしい', '', 'お薬手帳も'));
			return plain(fill(one, 'opinion-1', ...written('枠の中の意見')));
		};
		const parts = unzipSync(edited(filled));
		parts['word/styles.xml'] = strToU8(plain(strFromU8(parts['word/styles.xml']!)));
		const bytes = zipSync(parts);
		expect(strFromU8(parts['word/document.xml']!)).not.toContain('renkei-space');
		expect(opinionsIn(bytes)).toEqual([
			['pharmacist', '残薬も見てほしい'],
			['pharmacist', 'お薬手帳も'],
			[null, '枠の中の意見']
		]);
	});

	test('keeps the words of somebody who is no known profession', () => {
		const bytes = edited((xml) => {
			const one = fillRow(xml, 1, '座長', ...written('まとめをお願いしたい'));
			return fillRow(one, 2, '欄をまちがえて書いた長い意見です', ...written(''));
		});
		expect(opinionsIn(bytes)).toEqual([
			[null, 'まとめをお願いしたい（座長）'],
			[null, '欄をまちがえて書いた長い意見です']
		]);
	});

	test('has an opinion too long for a card on several', () => {
		const long = 'とても長い意見です。'.repeat(500);
		const texts = opinionsIn(edited((xml) => fill(xml, 'opinion-1', ...written(long))));
		expect(texts.length).toBe(3);
		expect(texts.map(([, text]) => text).join('')).toBe(long);
	});

	test('characters stay as they were written, half a pair and controls apart', () => {
		const text = '髙﨑①㈱～−ー𠮷㎡ﾊﾝｶｸ＜＞&amp;神';
		const [[, found] = []] = opinionsIn(edited((xml) => fill(xml, 'opinion-1', ...written(text))));
		expect(found).toBe(text.replace('&amp;', '&'));
	});
});

describe('what is refused', () => {
	test('is nothing written, and a file without a place for opinions', async () => {
		expect(refusalOf(pack)).toBe('noOpinionWritten');
		const other = await writeDocx(mitoriBoard, testOptions);
		expect(refusalOf(other.bytes)).toBe('noOpinionPlace');
		const survey = await writeDocx(mitoriBoard, { ...testOptions, sheet: 'survey' });
		expect(refusalOf(survey.bytes)).toBe('noOpinionPlace');
	});

	test('is no file of Office, or a damaged one', () => {
		expect(refusalOf(new Uint8Array())).toBe('empty');
		expect(refusalOf(strToU8('ただの文章'))).toBe('otherKind');
		expect(refusalOf(pack.subarray(0, pack.length - 100))).toBe('damaged');
		expect(refusalOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('otherKind');
		expect(refusalOf(edited((xml) => xml.slice(0, -40)))).toBe('damaged');
		expect(refusalOf(edited((xml) => xml.replace('<w:body>', '<w:body>&unknown;')))).toBe(
			'damaged'
		);
	});

	test('is a document type, whatever it declares', () => {
		const declared =
			'<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>';
		const bytes = edited((xml) => xml.replace('<w:document', `${declared}<w:document`));
		expect(refusalOf(bytes)).toBe('declaredEntities');
		const styles = unzipSync(pack);
		styles['word/styles.xml'] = strToU8(`${declared}<w:styles/>`);
		expect(refusalOf(zipSync(styles))).toBe('declaredEntities');
	});

	test('is a document that swells', () => {
		const bytes = edited((xml) => xml.replace('<w:body>', `<w:body>${' '.repeat(30_000_000)}`));
		expect(refusalOf(bytes)).toBe('swollen');
		const many = edited((xml) => xml.replace('<w:body>', `<w:body>${'<w:p/>'.repeat(60_000)}`));
		expect(refusalOf(many)).toBe('swollen');
	});

	test('are macros, quietly: the words are read and nothing else', () => {
		const bytes = edited((xml) => fill(xml, 'opinion-1', ...written('意見')), {
			'word/vbaProject.bin': 'macro'
		});
		expect(readCouncilOpinions(bytes)).toMatchObject({
			notes: [{ code: 'cleaned' }],
			opinions: [{ text: '意見' }]
		});
		expect(
			readCouncilOpinions(edited((xml) => fill(xml, 'opinion-1', ...written('意見'))))
		).toMatchObject({
			notes: []
		});
	});
});

describe('a workbook that comes back', () => {
	const workbook = (rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
		writeXlsx({
			sheets: [
				{
					name: '委員意見',
					rows: [
						['委員意見（お名前は書かず、職種だけをお書きください）'],
						['番号', '職種', 'ご意見', '関係するカードのNo.'],
						...rows.map((row) => [...row])
					]
				},
				{
					name: 'カード一覧',
					rows: [
						['No.', '種類', '内容', 'ID'],
						['3', '原因', 'x', [...mitoriBoard.cards.keys()][2]!]
					]
				}
			]
		});

	test('gives its opinions with the cards they are about, by the numbers of that file', async () => {
		const read = readCouncilOpinions(
			await workbook([
				['1', '看護師', '家族に資料を', ''],
				['2', '歯科医師', '口腔ケアも', 'No.３'],
				['3', '', '', ''],
				['4', '', '', '救急隊にも聞く'],
				['番号の欄に書いた', '', '', '']
			])
		);
		if ('refusal' in read) throw new Error(read.refusal);
		const plan = planOpinions(mitoriBoard, read);
		expect(plan.changes.map(({ after }) => after?.text)).toEqual([
			'家族に資料を（看護師）',
			'口腔ケアも',
			'（関係するカードのNo.：救急隊にも聞く）',
			'番号の欄に書いた'
		]);
		expect(plan.changes[1]!.changes).toMatchObject([
			{ kind: 'addCard', type: 'note', profession: 'dentist', fields: { kind: 'opinion' } },
			{ kind: 'addLink', to: { card: [...mitoriBoard.cards.keys()][2] } }
		]);
	});

	test('is refused without the sheet, or with nothing in it', async () => {
		expect(refusalOf(await workbook([['1', '', '', '']]))).toBe('noOpinionWritten');
		const other = await writeXlsx({ sheets: [{ name: '別の表', rows: [['a', 'b']] }] });
		expect(refusalOf(other)).toBe('noOpinionPlace');
	});
});

test('whatever lines are written, their words come back', () => {
	const lines = fc.array(
		fc.record({
			text: fc.string({
				unit: fc.constantFrom('・', '①', '１', '.', ' ', '　', '\n', '看', '取', '-', '。', '𠮷'),
				maxLength: 40
			}),
			isListed: fc.boolean()
		}),
		{ maxLength: 12 }
	);
	const packed = (text: string): string => text.replace(/[^看取。𠮷]/gu, '');
	fc.assert(
		fc.property(lines, (list) => {
			const opinions = splitOpinions(list);
			expect(packed(opinions.join(''))).toBe(packed(list.map(({ text }) => text).join('')));
			expect(opinions.every((text) => text.trim() === text && text !== '')).toBe(true);
		})
	);
});

test.each([
	['医師：賛成', 'physician', '賛成'],
	['（ケアマネ）研修を', 'careManager', '研修を'],
	['【訪問看護師】：毎月', 'visitingNurse', '毎月'],
	['口腔ケアも（歯科医師会）', 'dentist', '口腔ケアも'],
	['薬剤師委員：残薬', 'pharmacist', '残薬'],
	['看護師：二つありうる', null, '看護師：二つありうる'],
	['医師が来ると安心', null, '医師が来ると安心'],
	['時間：毎週月曜', null, '時間：毎週月曜'],
	['場所を（市役所ではなく）変える', null, '場所を（市役所ではなく）変える']
])('%s is of %s', (text, profession, rest) => {
	expect(splitWho(text)).toEqual({ profession, text: rest });
});

test('opinions become notes of their professions, and do not come a second time', () => {
	const doc = new Y.Doc();
	const author = {
		participant: 'p1',
		profession: 'municipalOfficer',
		now: 1_800_000_000_000
	} as const;
	Y.applyUpdate(doc, encodeStart('i-city-mitori', { title: '見本', scene: 'endOfLife' }, author));
	const bytes = edited((xml) => {
		const one = fillRow(xml, 1, '医師', ...written('賛成です'));
		return fill(one, 'opinion-1', ...written('誰でもない'));
	});
	const read = readCouncilOpinions(bytes);
	if ('refusal' in read) throw new Error(read.refusal);
	const plan = planOpinions(readBoard(doc), read);
	expect(plan.counts).toMatchObject({ add: 2, same: 0 });
	const all = new Set(plan.changes.map(({ id }) => id));
	expect(applyBoardChanges(doc, chosenChanges(plan, all), author).left).toEqual([]);
	const notes = [...readBoard(doc).cards.values()].filter(({ text }) => /賛成|誰でも/.test(text));
	expect(notes.map((card) => [card.type, card.profession, 'kind' in card && card.kind])).toEqual([
		['note', 'physician', 'opinion'],
		['note', null, 'opinion']
	]);
	expect(planOpinions(readBoard(doc), read).counts).toMatchObject({ add: 0, same: 2 });
});
