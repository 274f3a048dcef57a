import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FontFiles } from '@renkei/shared/exports/export-format.ts';

const read = new Map<string, Promise<Uint8Array>>();

function font(name: string): Promise<Uint8Array> {
	const bytes =
		read.get(name) ??
		readFile(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}.ttf`)));
	read.set(name, bytes);
	return bytes;
}

/** The fonts of sheets, each read once. */
export async function sheetFonts(): Promise<FontFiles> {
	return {
		regular: await font('biz-udpgothic/400Regular/BIZUDPGothic_400Regular'),
		bold: await font('biz-udpgothic/700Bold/BIZUDPGothic_700Bold'),
		second: (weight) =>
			font(
				weight === 'bold'
					? 'noto-sans-jp/700Bold/NotoSansJP_700Bold'
					: 'noto-sans-jp/400Regular/NotoSansJP_400Regular'
			)
	};
}
