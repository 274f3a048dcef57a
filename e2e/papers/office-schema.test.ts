import validate from '@ooxml-tools/validate';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import { hostileBoard, mitoriBoard, testOptions } from '@renkei/shared/exports/test-boards.ts';
import { exportFormatIds, sheetKindIds } from '@renkei/shared/method/export-ids.ts';
import { boardOf } from '@renkei/shared/method/worksheet/test-board.ts';
import { describe, expect, test } from 'vitest';

// The validator is Microsoft's own Open XML SDK; what it passes opens in Office without a repair dialog.
const officeFormats = exportFormatIds.filter((id) => /^(?:xlsx|docx|pptx)$/.test(id));
const boards = {
	I市: mitoriBoard,
	'what must not break a file': hostileBoard,
	'an empty board': boardOf({
		municipality: '',
		scene: null,
		group: '',
		date: '',
		cards: [],
		links: []
	})
} as const;

describe.each(officeFormats)('%s', (id) => {
	const format = exportFormats[id];
	const sheets = sheetKindIds.filter(
		(sheet) => format.sheets?.includes(sheet) ?? sheet === 'worksheet'
	);

	test.each(sheets)(
		'%s keeps to the schema of Office',
		async (sheet) => {
			const problems: Record<string, readonly string[]> = {};
			for (const [name, board] of Object.entries(boards)) {
				const { bytes } = await format.write(board, { ...testOptions, sheet });
				const found = await validate(bytes, id as 'xlsx' | 'docx' | 'pptx', 'Office2019');
				problems[name] = [
					...new Set(found.map(({ path, description }) => `${path.partUri}: ${description}`))
				];
			}
			expect(problems).toEqual(Object.fromEntries(Object.keys(boards).map((name) => [name, []])));
		},
		60_000
	);
});

test('the validator finds what is wrong', async () => {
	const { bytes } = await exportFormats.xlsx.write(mitoriBoard, testOptions);
	await expect(validate(bytes.slice(0, 100), 'xlsx', 'Office2019')).rejects.toThrow(/./);
});
