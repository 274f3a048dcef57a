import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { limits } from '@renkei/shared/protocol/limits.ts';
import { z } from 'zod';

/** How much is written to the log. */
const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** A whole number within bounds, as people write one in the environment. */
const wholeNumber = (least: number, most: number) =>
	z
		.string()
		.regex(/^[0-9]{1,12}$/)
		.transform(Number)
		.pipe(z.number().int().min(least).max(most));

/**
 * Who may speak for a client behind a proxy: nobody, the nearest one or n, or certain addresses. Never everybody:
 * what stands further left in the header is the client's own word, and a new address with every guess.
 */
const proxySchema = z.union([
	z.literal(['', 'no', 'false', '0']).transform(() => false as const),
	z.literal(['yes', 'true']).transform(() => 1),
	wholeNumber(1, 10),
	z.string().refine((list) => list.split(',').every((part) => isProxyAddress(part.trim())))
]);

function isProxyAddress(part: string): boolean {
	const [address = '', bits] = part.split('/');
	if (['loopback', 'linklocal', 'uniquelocal'].includes(part)) return true;
	const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
	const isMask = bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) <= most);
	return most > 0 && isMask;
}

/** The one table of settings: what they are called, what is allowed, what they mean. `--help` is printed from it. */
const settings = {
	HOST: setting(
		z.string().min(1),
		'0.0.0.0',
		'受け付けるネットワークのアドレス。このPCだけなら 127.0.0.1',
		'Address to listen on; 127.0.0.1 for this computer only'
	),
	PORT: setting(
		wholeNumber(0, 65_535),
		'3000',
		'受け付ける番号（ポート）。0 なら空いている番号',
		'Port to listen on; 0 takes a free one'
	),
	DATA_DIR: setting(
		z
			.string()
			.min(1)
			.transform((path) => resolve(path)),
		'./data',
		'データを置く場所（このPCのディスク）',
		'Folder of the data, on a disk of this computer'
	),
	PACKS_DIR: setting(
		z.string().transform((path) => (path === '' ? null : resolve(path))),
		'',
		'パック（場面・問い・言葉）のファイルを置く場所。なければ DATA_DIR の中の packs',
		'Folder of your method packs (*.json); packs inside DATA_DIR when absent'
	),
	PUBLIC_URL: setting(
		z.union([
			z.literal('').transform(() => null),
			z
				.url({ protocol: /^https?$/ })
				.transform((url) => new URL(url))
				// The screens live at the top of their host; below a path nobody would find them.
				.refine(({ href, origin }) => href === `${origin}/`)
		]),
		'',
		'参加者が開くアドレス（https://board.example.jp など、後ろに何もつけない）。QRコードに使います',
		'The address people open, such as https://board.example.jp and nothing behind it; used for the QR code'
	),
	STAFF_PASSPHRASE: setting(
		z.union([z.literal('').transform(() => null), z.string().min(8).max(200)]),
		'',
		'職員の合言葉（8文字以上）。なければ最初の起動で作り、一度だけ表示します',
		'Passphrase of staff, 8 characters or more; made up and shown once when absent'
	),
	LOG_LEVEL: setting(
		z.enum(logLevels),
		'warn',
		`記録のくわしさ（${logLevels.join(' ')}）`,
		`How much is logged (${logLevels.join(' ')})`
	),
	TRUST_PROXY: setting(
		proxySchema,
		'',
		'前に置いた中継サーバー：yes、段数、またはアドレス',
		'The proxy in front: yes, how many of them, or their addresses'
	),
	MAX_CONNECTIONS_PER_BOARD: setting(
		wholeNumber(1, 5000),
		String(limits.maxConnectionsPerBoard),
		'1つのボードを同時に開ける数',
		'How many may have one board open at once'
	),
	MAX_FRAME_BYTES: setting(
		wholeNumber(64 * 1024, 64 * 1024 * 1024),
		String(limits.maxFrameBytes),
		'1回に受け取る変更の大きさの上限（バイト）',
		'The largest change taken at once, in bytes'
	),
	MAX_IMPORT_BYTES: setting(
		wholeNumber(1024, 256 * 1024 * 1024),
		String(limits.maxImportBytes),
		'読み込むボードのファイルの大きさの上限（バイト）',
		'The largest board file read in, in bytes'
	),
	RETENTION_MONTHS: setting(
		wholeNumber(1, 1200),
		'36',
		'ワークショップを残す月数（開いた日か、つくった日の遅い方から）。過ぎるとボードを削除します',
		'Months to keep a workshop from its day, or the day it was made if later; then its boards are deleted'
	),
	CODE_GUESSES_PER_MINUTE: setting(
		wholeNumber(1, 1000),
		String(limits.codeGuessesPerMinute),
		'まちがった参加コードを1分間に試せる回数（アドレスごと）',
		'Wrong codes allowed per address and minute'
	)
} as const;

type SettingName = keyof typeof settings;
type Values = { readonly [Name in SettingName]: z.output<(typeof settings)[Name]['schema']> };

/** What the server was told to be. */
export interface Config {
	readonly host: string;
	readonly port: number;
	readonly dataDir: string;
	/** The folder of the packs people wrote themselves. */
	readonly packsDir: string;
	readonly publicUrl: URL | null;
	readonly staffPassphrase: string | null;
	readonly logLevel: (typeof logLevels)[number];
	readonly trustProxy: Values['TRUST_PROXY'];
	readonly maxConnectionsPerBoard: number;
	readonly maxFrameBytes: number;
	readonly maxImportBytes: number;
	/** How long a workshop is kept unless staff choose a day. */
	readonly retentionMonths: number;
	readonly codeGuessesPerMinute: number;
}

/** The environment as a configuration, or one sentence about the first value that cannot be. */
export function readConfig(
	env: Readonly<Record<string, string | undefined>>
):
	| { readonly ok: true; readonly config: Config }
	| { readonly ok: false; readonly sentence: string } {
	const values: Record<string, unknown> = {};
	for (const [name, { schema, fallback, ja, en }] of Object.entries(settings)) {
		const given = env[name]?.trim() ?? '';
		const parsed = schema.safeParse(given === '' ? fallback : given);
		if (!parsed.success) {
			return {
				ok: false,
				sentence: `設定 ${name} の値が正しくありません（${ja}）。 / The setting ${name} has a wrong value (${en}).`
			};
		}
		values[name] = parsed.data;
	}
	// Filled from the table above, name by name.
	const all = values as Values;
	return {
		ok: true,
		config: {
			host: all.HOST,
			port: all.PORT,
			dataDir: all.DATA_DIR,
			packsDir: all.PACKS_DIR ?? join(all.DATA_DIR, 'packs'),
			publicUrl: all.PUBLIC_URL,
			staffPassphrase: all.STAFF_PASSPHRASE,
			logLevel: all.LOG_LEVEL,
			trustProxy: all.TRUST_PROXY,
			maxConnectionsPerBoard: all.MAX_CONNECTIONS_PER_BOARD,
			maxFrameBytes: all.MAX_FRAME_BYTES,
			maxImportBytes: all.MAX_IMPORT_BYTES,
			retentionMonths: all.RETENTION_MONTHS,
			codeGuessesPerMinute: all.CODE_GUESSES_PER_MINUTE
		}
	};
}

/** What `--help` prints: every setting with its default, in both languages. */
export function helpText(): string {
	const lines = Object.entries(settings).flatMap(([name, { fallback, ja, en }]) => [
		`  ${name}${fallback === '' ? '' : `=${fallback}`}`,
		`      ${ja}`,
		`      ${en}`
	]);
	return [
		'連携ボード / Renkei Board',
		'',
		'使い方: npm start',
		'Usage:  npm start',
		'',
		'設定（環境変数） / Settings (environment variables)',
		...lines,
		'',
		'例 / Example:  PORT=8080 DATA_DIR=/var/lib/renkei npm start',
		''
	].join('\n');
}

function setting<Schema extends z.ZodType>(
	schema: Schema,
	fallback: string,
	ja: string,
	en: string
): {
	readonly schema: Schema;
	readonly fallback: string;
	readonly ja: string;
	readonly en: string;
} {
	return { schema, fallback, ja, en };
}
