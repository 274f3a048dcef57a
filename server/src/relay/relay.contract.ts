import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Hint, Relay, RevokeNotice } from './relay.ts';

const hint: Hint = { boardId: 'board', epoch: 1, seq: 7, nodeId: 'node' };
const revocation: RevokeNotice = {
	participantId: 'participant',
	workshopId: null,
	boardId: null,
	reason: 'revoked'
};

/** What every relay must do, whatever carries it. */
export function relayContract(engine: string, open: () => Promise<Relay>): void {
	describe(`relay ${engine}`, () => {
		let relay: Relay;
		beforeEach(async () => {
			relay = await open();
		});
		afterEach(() => relay.close());

		test('everyone hears a hint, the speaker too, but not before the call returned', async () => {
			const heard: Hint[] = [];
			relay.onHint((each) => heard.push(each));
			relay.onHint((each) => heard.push(each));
			relay.hint(hint);
			expect(heard).toEqual([]);
			await vi.waitFor(() => expect(heard).toEqual([hint, hint]));
		});

		test('presence arrives byte for byte, in order', async () => {
			const heard: number[][] = [];
			relay.onPresence((notice) => heard.push([...notice.bytes]));
			for (const byte of [0, 128, 255]) {
				relay.presence({ boardId: 'board', nodeId: 'node', bytes: Uint8Array.of(byte, 9) });
			}
			await vi.waitFor(() =>
				expect(heard).toEqual([
					[0, 9],
					[128, 9],
					[255, 9]
				])
			);
		});

		test('a listener that throws keeps nobody else from hearing', async () => {
			const warning = new Promise((resolve) => process.once('warning', resolve));
			const heard: RevokeNotice[] = [];
			relay.onRevoke(() => {
				throw new Error('stumbled');
			});
			relay.onRevoke((notice) => heard.push(notice));
			await relay.revoke(revocation);
			await vi.waitFor(() => expect(heard).toEqual([revocation]));
			expect(String(await warning)).toContain('a relay listener failed');
		});

		test('who stopped listening hears nothing, the same function elsewhere still does', async () => {
			let count = 0;
			const listener = () => void count++;
			const stop = relay.onHint(listener);
			relay.onHint(listener);
			stop();
			stop();
			relay.hint(hint);
			await vi.waitFor(() => expect(count).toBe(1));
		});

		test('after closing nothing is carried', async () => {
			let count = 0;
			relay.onHint(() => void count++);
			relay.hint(hint);
			await relay.close();
			relay.hint(hint);
			await new Promise((resolve) => setImmediate(resolve));
			expect(count).toBe(0);
		});
	});
}
