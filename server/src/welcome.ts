import { toString as drawQrCode } from 'qrcode';
import type { Addresses } from './addresses.ts';

/** What the server says once it is ready; readable on a terminal and in a file. */
export async function welcome({
	addresses,
	linkSecret,
	passphrase
}: {
	readonly addresses: Addresses;
	readonly linkSecret: string;
	readonly passphrase: string | null;
}): Promise<string> {
	const { local, shared } = addresses;
	const lines = ['', '連携ボードを開始しました / Renkei Board is running', ''];
	lines.push(`  このPC / This computer:   ${local}`);
	if (shared !== null) {
		lines.push(`  ほかの端末 / Other devices: ${shared}`, '');
		lines.push(await drawQrCode(`${shared}/join`, { type: 'utf8', errorCorrectionLevel: 'L' }));
	}
	lines.push(
		'',
		'  職員の入口（1回だけ・1時間以内） / Staff sign-in, once, within one hour:',
		`  ${shared !== null && shared.startsWith('https:') ? shared : local}/sign-in#${linkSecret}`,
		''
	);
	if (passphrase !== null) {
		lines.push(
			'  職員の合言葉（今だけ表示します。書きとめてください） / Staff passphrase, shown only now; write it down:',
			`  ${passphrase}`,
			''
		);
	}
	lines.push('  止めるには Ctrl+C / Stop with Ctrl+C', '');
	return lines.join('\n');
}
