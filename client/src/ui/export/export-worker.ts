import type { FontFiles } from '@renkei/shared/exports/export-format.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import { sheetKinds } from '@renkei/shared/sheets/index.ts';
import { NoCanvasHere, openSheetCanvas } from './sheet-canvas.ts';
import type { FontWish, FromThread, ToThread } from './export-messages.ts';

// The page's own types know no worker; this is all we use of one.
const page = self as unknown as {
	postMessage: (message: FromThread, transfer?: readonly ArrayBuffer[]) => void;
	onmessage: (event: MessageEvent<ToThread>) => void;
};

const waiting = new Map<FontWish, (files: readonly Uint8Array[] | null) => void>();
const asked = new Map<FontWish, Promise<readonly Uint8Array[]>>();

/** The page fetches fonts, because it shows how far they have come; each is asked for once. */
function ask(wish: FontWish): Promise<readonly Uint8Array[]> {
	const known = asked.get(wish);
	if (known) return known;
	const coming = new Promise<readonly Uint8Array[]>((resolve, reject) => {
		waiting.set(wish, (files) => {
			if (files) resolve(files);
			else {
				asked.delete(wish);
				reject(new Error('The fonts did not arrive'));
			}
		});
		page.postMessage({ kind: 'fonts', wish });
	});
	asked.set(wish, coming);
	return coming;
}

async function fonts(): Promise<FontFiles> {
	const [regular, bold] = await ask('sheet');
	if (!regular || !bold) throw new Error('A font is missing');
	return {
		regular,
		bold,
		second: async (weight) => {
			const [bytes] = await ask(weight);
			if (!bytes) throw new Error('A font is missing');
			return bytes;
		}
	};
}

async function write({ id, format, board, options }: ToThread & { kind: 'write' }): Promise<void> {
	try {
		const file = await exportFormats[format].write(board, {
			...options,
			fonts,
			canvas: openSheetCanvas
		});
		page.postMessage({ kind: 'done', id, file });
	} catch (reason) {
		page.postMessage({ kind: 'failed', id, canTryOnPage: reason instanceof NoCanvasHere });
	}
}

page.onmessage = ({ data }) => {
	if (data.kind === 'write') void write(data);
	else {
		waiting.get(data.wish)?.(data.files);
		waiting.delete(data.wish);
	}
};

// Fetched while there is a line, so that a file can be written also when the line is cut.
void Promise.allSettled([
	import('@renkei/shared/exports/pdf.ts'),
	import('@renkei/shared/exports/xlsx.ts'),
	import('@renkei/shared/exports/docx.ts'),
	import('@renkei/shared/exports/pptx.ts'),
	import('@renkei/shared/exports/csv.ts'),
	import('@renkei/shared/exports/json.ts'),
	import('@renkei/shared/exports/png.ts'),
	import('@renkei/shared/exports/svg.ts'),
	...Object.values(sheetKinds).map(({ load }) => load())
]).then((fetched) => {
	if (fetched.every(({ status }) => status === 'fulfilled')) page.postMessage({ kind: 'ready' });
});
