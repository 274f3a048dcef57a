import { expect, test } from 'vitest';
import { paths, readRoute } from './routes.ts';

const at = (address: string) => {
	const { pathname, search } = new URL(address, 'http://board.test');
	return readRoute({ pathname, search });
};

test('every page has an address that leads back to it', () => {
	expect(at(paths.home)).toEqual({ page: 'home' });
	expect(at(paths.cases)).toEqual({ page: 'cases' });
	expect(at(paths.library)).toEqual({ page: 'library' });
	expect(at(paths.join('482913'))).toEqual({ page: 'join', code: '482913', table: null });
	expect(at(paths.projector('482913'))).toEqual({
		page: 'projector',
		code: '482913',
		table: null
	});
	expect(at(paths.projector('482913', 3))).toMatchObject({ page: 'projector', table: 3 });
	expect(at(paths.workshop('abc'))).toEqual({ page: 'workshop', id: 'abc' });
	expect(at(paths.board('abc'))).toEqual({ page: 'board', id: 'abc' });
	expect(at(paths.wall('abc'))).toEqual({ page: 'wall', id: 'abc' });
	expect(at(paths.idea('abc'))).toEqual({ page: 'idea', id: 'abc' });
	expect(at('/sign-in#secret')).toEqual({ page: 'signIn' });
});

test('a table on the QR code is chosen beforehand, a nonsensical one is not', () => {
	expect(at('/join/482913?table=3')).toMatchObject({ table: 3 });
	for (const table of ['0', '16', '2.5', 'x', ''])
		expect(at(`/join/482913?table=${table}`)).toMatchObject({ table: null });
});

test('a wrong code in the address leaves the boxes empty', () => {
	expect(at('/join/48291')).toMatchObject({ page: 'join', code: '' });
	expect(at('/join/abcdef')).toMatchObject({ page: 'join', code: '' });
});

test('anything else is a page that says so', () => {
	for (const address of [
		'/nothing',
		'/board',
		'/board/a b',
		'/board/a/b',
		'/cases/x',
		'/library/x',
		'/workshops/../x/y',
		'/p',
		'/p/48291',
		'/p/abcdef'
	])
		expect(at(address)).toEqual({ page: 'unknown' });
});
