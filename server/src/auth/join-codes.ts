import { randomInt } from 'node:crypto';

/** The three codes of a workshop. */
export interface JoinCodes {
	readonly joinCode: string;
	readonly facilitatorCode: string;
	readonly viewerCode: string;
}

/** Three different codes of six digits; whether another workshop has one of them is for the storage to say. */
export function newJoinCodes(): JoinCodes {
	const codes = new Set<string>();
	while (codes.size < 3) codes.add(String(randomInt(1_000_000)).padStart(6, '0'));
	const [joinCode = '', facilitatorCode = '', viewerCode = ''] = codes;
	return { joinCode, facilitatorCode, viewerCode };
}
