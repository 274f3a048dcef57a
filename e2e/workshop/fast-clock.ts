import { readFileSync } from 'node:fs';

/**
 * Loaded into a server process before anything else (`node --import`): its clock runs ahead by the milliseconds that
 * stand in the file FAST_CLOCK, so that ninety minutes pass in as many jumps as a test likes. Every thread has its own.
 */
const file = process.env['FAST_CLOCK'];
const SlowDate = Date;
let aheadMs = 0;

function look(): void {
	if (file !== undefined) aheadMs = Number(readFileSync(file, 'utf8'));
}

class FastDate extends SlowDate {
	constructor(...parts: readonly unknown[]) {
		super(...((parts.length === 0 ? [FastDate.now()] : parts) as [number]));
	}

	static override now(): number {
		return SlowDate.now() + aheadMs;
	}
}

if (file !== undefined) {
	look();
	setInterval(look, 10).unref();
	globalThis.Date = FastDate as DateConstructor;
}
