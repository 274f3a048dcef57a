import boldUrl from '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf?url';
import regularUrl from '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf?url';
import type { FontFiles } from '@renkei/shared/exports/export-format.ts';

/** Both files together, for a server that does not say how long they are. */
const usualBytes = 9_100_000;

let loaded: FontFiles | null = null;

/** The fonts that exports embed, from this program's own server; `onShare` hears how far (0 to 1) they have come. */
export async function loadSheetFonts(
	onShare: (share: number) => void,
	signal: AbortSignal
): Promise<FontFiles> {
	if (loaded) return loaded;
	let received = 0;
	const count = (bytes: number): void => {
		received += bytes;
		onShare(Math.min(1, received / usualBytes));
	};
	const [regular, bold] = await Promise.all(
		[regularUrl, boldUrl].map((url) => download(url, count, signal))
	);
	if (!regular || !bold) throw new Error('A font did not arrive');
	// The same arrays every time: the parsed fonts are kept by them.
	loaded = { regular, bold };
	return loaded;
}

async function download(
	url: string,
	count: (bytes: number) => void,
	signal: AbortSignal
): Promise<Uint8Array> {
	const response = await fetch(url, { signal });
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
