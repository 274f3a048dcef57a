import type { Problem, ProblemCode } from '@renkei/shared/protocol/problem.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.ts';

/** A refusal: its status, its name for programs, and one sentence in each language that says what to do. */
interface ProblemDefinition {
	readonly status: number;
	readonly title: string;
	readonly ja: string;
	readonly en: string;
}

/** Every refusal the server gives over HTTP. */
export const problems: Readonly<Record<ProblemCode, ProblemDefinition>> = {
	badRequest: {
		status: 400,
		title: 'Bad request',
		ja: '送られた内容を読み取れませんでした。入力を確かめて、もう一度お試しください。',
		en: 'What was sent could not be read; check what you entered and try again.'
	},
	notSignedIn: {
		status: 401,
		title: 'Not signed in',
		ja: '参加の記録がありません。参加コードを入れて、もう一度参加してください。',
		en: 'You have not joined yet; enter your join code to join again.'
	},
	forbidden: {
		status: 403,
		title: 'Forbidden',
		ja: 'この操作はできません。担当の人に確認してください。',
		en: 'You may not do this; ask the person in charge.'
	},
	otherSite: {
		status: 403,
		title: 'Request of another site',
		ja: 'ほかのサイトからの操作は受け付けません。連携ボードの画面を開き直してお試しください。',
		en: 'Requests of other sites are not accepted; open the board’s own page and try again.'
	},
	notFound: {
		status: 404,
		title: 'Not found',
		ja: '見つかりませんでした。アドレスを確かめるか、最初の画面に戻ってください。',
		en: 'This was not found; check the address or go back to the first page.'
	},
	wrongPassphrase: {
		status: 401,
		title: 'Wrong passphrase',
		ja: '合言葉が違うようです。もう一度入力してください。',
		en: 'That passphrase is not right; please enter it again.'
	},
	linkUsed: {
		status: 401,
		title: 'Link used or expired',
		ja: 'このリンクは使い終わったか、期限が切れています。合言葉を入力してください。',
		en: 'This link has been used or has expired; enter the passphrase instead.'
	},
	codeUnknown: {
		status: 404,
		title: 'Unknown join code',
		ja: '番号が違うようです。担当の人に確認してください。',
		en: 'That code was not found; ask the person in charge.'
	},
	transferUnknown: {
		status: 404,
		title: 'Unknown transfer code',
		ja: '4けたの番号が違うか、期限が切れています。前の端末で、もう一度番号を出してください。',
		en: 'Those four digits are wrong or no longer good; show new ones on your other device.'
	},
	tooManyGuesses: {
		status: 429,
		title: 'Too many guesses',
		ja: '入力の間違いが続いたため、少しの間受け付けません。1分ほど待ってからお試しください。',
		en: 'Too many wrong entries; wait about a minute and try again.'
	},
	tooFast: {
		status: 429,
		title: 'Too many requests',
		ja: '短い間に操作が集中しました。少し待ってからお試しください。',
		en: 'Too many requests at once; wait a moment and try again.'
	},
	workshopClosed: {
		status: 410,
		title: 'Workshop closed',
		ja: 'このワークショップは終わりました。担当の人に確認してください。',
		en: 'This workshop has ended; ask the person in charge.'
	},
	rehearsing: {
		status: 409,
		title: 'Being rehearsed',
		ja: 'リハーサル中です。先にリハーサルを終えてください。',
		en: 'This workshop is being rehearsed; end the rehearsal first.'
	},
	rehearsalNotNow: {
		status: 409,
		title: 'Not before the workshop',
		ja: 'リハーサルは、準備中のワークショップだけで始められます。',
		en: 'Only a workshop that is still being prepared can be rehearsed.'
	},
	lastFacilitator: {
		status: 409,
		title: 'The last facilitator',
		ja: '進行役がいなくなります。先に、ほかの人を進行役にしてください。',
		en: 'Nobody would lead any more; make somebody else a facilitator first.'
	},
	tableUnknown: {
		status: 404,
		title: 'No such table',
		ja: 'その卓はありません。卓の番号を確かめてください。',
		en: 'There is no such table; check the table number.'
	},
	tooManyTables: {
		status: 409,
		title: 'Too many tables',
		ja: 'このワークショップには、これ以上ボードを足せません。新しいワークショップをつくってください。',
		en: 'No more boards fit into this workshop; create a new one.'
	},
	tooLarge: {
		status: 413,
		title: 'Too large',
		ja: '送られたものが大きすぎます。ファイルを確かめてください。',
		en: 'What was sent is too large; check the file.'
	},
	notABoardFile: {
		status: 422,
		title: 'Not a board file',
		ja: 'これは連携ボードのファイルではありません。書き出した JSON のファイルを選んでください。',
		en: 'This is not a board file; choose a JSON file exported by this program.'
	},
	newerBoardFile: {
		status: 422,
		title: 'File of a newer version',
		ja: 'これは新しい版の連携ボードで作られたファイルです。こちらを新しい版にしてから読み込んでください。',
		en: 'This file was made by a newer version; update this program first.'
	},
	brokenBoardFile: {
		status: 422,
		title: 'Broken board file',
		ja: 'ファイルの中身が壊れているため、読み込みませんでした。もう一度書き出したものを選んでください。',
		en: 'The file is damaged and nothing was read in; choose a freshly exported one.'
	},
	notAPhoto: {
		status: 415,
		title: 'Not a JPEG or PNG',
		ja: '写真として読み取れるのは JPEG と PNG だけです。どちらかの形式で選び直してください。',
		en: 'Only JPEG and PNG pictures can be added; choose the photo in one of these formats.'
	},
	heicPhoto: {
		status: 415,
		title: 'HEIC photo',
		ja: 'この写真の形式（HEIC）は読み取れません。カメラの設定を「互換性優先」にして撮り直すか、JPEG にして選び直してください。',
		en: 'Photos in the HEIC format cannot be read; set the camera to “Most Compatible” or choose a JPEG.'
	},
	brokenPhoto: {
		status: 422,
		title: 'Broken picture',
		ja: '写真が途中で切れているか壊れているため、追加しませんでした。撮り直すか、選び直してください。',
		en: 'The picture is cut off or damaged and was not added; take or choose it again.'
	},
	photoTooWide: {
		status: 422,
		title: 'Picture of too many pixels',
		ja: '写真の縦横の大きさが限度を超えています。小さくしてから選び直してください。',
		en: 'The picture has too many pixels; make it smaller and choose it again.'
	},
	tooManyPhotos: {
		status: 409,
		title: 'Too many photos',
		ja: 'このボードには、これ以上写真を追加できません。要らない写真を消してからお試しください。',
		en: 'No more photos fit beside this board; remove one you no longer need.'
	},
	sheetUnknown: {
		status: 422,
		title: 'Format without this sheet',
		ja: 'この形式では、そのシートを書き出せません。別の形式かシートを選んでください。',
		en: 'This format cannot hold that sheet; choose another format or sheet.'
	},
	storageDown: {
		status: 503,
		title: 'Storage does not answer',
		ja: '今は保存できません。担当の人に知らせて、しばらくしてからお試しください。',
		en: 'Nothing can be saved right now; tell the person in charge and try again later.'
	},
	internal: {
		status: 500,
		title: 'Internal failure',
		ja: 'うまく処理できませんでした。もう一度お試しください。',
		en: 'Something went wrong; please try again.'
	}
};

/** Whether a word is one of the codes this program knows. */
export function isProblemCode(code: string): code is ProblemCode {
	return Object.hasOwn(problems, code);
}

/** Answers with problem details (RFC 9457) in the person's language. */
export function sendProblem(
	request: FastifyRequest,
	reply: FastifyReply,
	code: ProblemCode
): FastifyReply {
	const { status, title, ...detail } = problems[code];
	const language = languageOf(request.headers['accept-language']);
	const problem: Problem = {
		type: `urn:renkei:problem:${code}`,
		title,
		status,
		code,
		detail: detail[language]
	};
	return reply
		.code(status)
		.header('content-language', language)
		.header('vary', 'accept-language')
		.header('cache-control', 'no-store')
		.type('application/problem+json; charset=utf-8')
		.send(JSON.stringify(problem));
}
