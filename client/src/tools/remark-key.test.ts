import { expect, test } from 'vitest';
import { boardDriver } from './board.driver.ts';

const press = { key: 'm', code: 'KeyM', altKey: true };

test('Alt+M opens what is said about the one selected card, also for who only looks', () => {
	for (const canWrite of [true, false]) {
		const { open, key, id } = boardDriver({ canWrite, isLeader: false });
		const { popups, selection } = open;
		key(press);
		expect(popups.current).toBeNull();
		selection.choose([id(0), id(1)]);
		key(press);
		expect(popups.current).toBeNull();
		selection.choose([id(1)]);
		key(press);
		expect(popups.current).toEqual({ kind: 'remarks', subject: id(1) });
	}
});

test('the key goes by its place where a layout types something else with it, and is the input method’s while it composes', () => {
	const { open, key, id } = boardDriver();
	open.selection.choose([id(0)]);
	key({ ...press, isComposing: true });
	key({ ...press, keyCode: 229 });
	expect(open.popups.current).toBeNull();
	key({ ...press, key: 'µ' });
	expect(open.popups.current?.kind).toBe('remarks');
});
