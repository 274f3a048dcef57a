import boldUrl from '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf?url';
import regularUrl from '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf?url';
import secondBoldUrl from '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf?url';
import secondRegularUrl from '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf?url';
import type { FontFiles } from '@renkei/shared/exports/export-format.ts';

/** Both files together, for a server that does not say how long they are. */
const usualBytes = 9_100_000;

/** One download for all who ask; the same arrays every time, because parsed fonts are kept by them. */
let loading: Promise<FontFiles> | null = null;
let share = 0;
const listeners = new Set<(share: number) => void>();

/** The fonts that exports embed, from this program's own server; `onShare` hears how far (0 to 1) they have come. */
export async function loadSheetFonts(onShare: (share: number) => void): Promise<FontFiles> {
	listeners.add(onShare);
	onShare(share);
	try {
		loading ??= download();
		return await loading;
	} catch (reason) {
		loading = null;
		throw reason;
	} finally {
		listeners.delete(onShare);
	}
}

/** Fetches while there is a line what a sheet with these words will need: the second font only for rare kanji. */
export async function loadFontsAhead(words: string): Promise<void> {
	const { second } = await loadSheetFonts(() => {});
	if (rareKanji.test(words)) await Promise.all([second('regular'), second('bold')]);
}

// The planes of kanji beyond the first; the sheet's own font has hardly any of them.
const rareKanji = /[\u{20000}-\u{3ffff}]/u;

async function download(): Promise<FontFiles> {
	let received = 0;
	share = 0;
	const count = (bytes: number): void => {
		received += bytes;
		share = Math.min(1, received / usualBytes);
		for (const listener of listeners) listener(share);
	};
	const [regular, bold] = await Promise.all([
		downloadOne(regularUrl, count),
		downloadOne(boldUrl, count)
	]);
	return { regular, bold, second };
}

const seconds = new Map<string, Promise<Uint8Array>>();

/** Only boards with rare characters need it, so it is not counted. */
function second(weight: 'regular' | 'bold'): Promise<Uint8Array> {
	const url = weight === 'bold' ? secondBoldUrl : secondRegularUrl;
	const known = seconds.get(url);
	if (known) return known;
	const bytes = downloadOne(url, () => {});
	seconds.set(url, bytes);
	// Another try next time: the line may be back.
	bytes.catch(() => seconds.delete(url));
	return bytes;
}

async function downloadOne(url: string, count: (bytes: number) => void): Promise<Uint8Array> {
	const response = await fetch(url);
	if (!response.ok || !response.body) throw new Error(`A font did not arrive: ${response.status}`);
	const chunks: Uint8Array[] = [];
	const reader = response.body.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		chunks.push(value);
		count(value.length);
	}
	const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}
