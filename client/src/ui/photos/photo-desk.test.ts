import type { Photo, PhotoList } from '@renkei/shared/protocol/photos-api.ts';
import { expect, test } from 'vitest';
import type { Asked, PhotoServer } from './ask-photos.ts';
import { PhotoDesk } from './photo-desk.svelte.ts';
import type { PhotoRefusal } from './prepare-photo.ts';

function photo(id: string): Photo {
	return {
		id,
		mediaType: 'image/jpeg',
		width: 400,
		height: 300,
		byteCount: 1000,
		addedAt: 0,
		role: 'participant',
		profession: 'visitingNurse',
		mayRemove: true
	};
}

/** A server with room for two photos, and a line that can be cut. */
function serverForTwo() {
	const photos: Photo[] = [];
	const line = { isCut: false };
	const offline: Asked<never> = { ok: false, sentence: 'つながっていません' };
	const list = (): PhotoList => ({ photos: [...photos], most: 2, mayAdd: photos.length < 2 });
	const server: PhotoServer = {
		list: async () => (line.isCut ? offline : { ok: true, value: list() }),
		add: async (body) => {
			if (line.isCut) return offline;
			if (photos.length === 2) return { ok: false, sentence: 'いっぱいです' };
			const added = photo(await body.text());
			photos.push(added);
			return { ok: true, value: added };
		},
		remove: async (id) => {
			photos.splice(
				photos.findIndex((one) => one.id === id),
				1
			);
			return { ok: true, value: null };
		},
		address: (id) => `/${id}`
	};
	return { server, line, photos };
}

/** Takes the bytes of a file as they are; files called refused are. */
async function prepare(
	file: File
): Promise<{ readonly photo: Blob } | { readonly refusal: PhotoRefusal }> {
	return file.name === 'refused.heic' ? { refusal: 'heic' } : { photo: file };
}

const file = (name: string): File => new File([name], name);

test('what can be sent is sent, the rest is told one sentence each', async () => {
	const { server } = serverForTwo();
	const desk = new PhotoDesk(server, prepare);
	await desk.refresh();
	expect([desk.isLoaded, desk.mayAdd, desk.current]).toEqual([true, true, null]);
	await desk.add([file('one'), file('refused.heic'), file('two'), file('three')]);
	expect(desk.photos.map(({ id }) => id)).toEqual(['one', 'two']);
	expect(desk.problems).toHaveLength(2);
	expect(desk.problems[0]).toContain('refused.heic');
	expect(desk.problems[1]).toContain('いっぱいです');
	expect([desk.news, desk.mayAdd, desk.share]).toEqual(['写真を2枚足しました。', false, null]);
	expect(desk.current?.id).toBe('two');
});

test('a photo that is taken away leaves another to look at', async () => {
	const { server } = serverForTwo();
	const desk = new PhotoDesk(server, prepare);
	await desk.add([file('one'), file('two')]);
	desk.choose('one');
	expect(desk.current?.id).toBe('one');
	await desk.remove(photo('one'));
	expect([desk.current?.id, desk.problems, desk.news]).toEqual([
		'two',
		[],
		'写真を取り下げました。'
	]);
});

test('without a line it says so once, and a quiet look changes nothing', async () => {
	const { server, line } = serverForTwo();
	const desk = new PhotoDesk(server, prepare);
	line.isCut = true;
	await desk.refresh();
	expect([desk.isLoaded, desk.problems]).toEqual([false, ['つながっていません']]);
	line.isCut = false;
	await desk.refresh(true);
	expect([desk.isLoaded, desk.problems]).toEqual([true, []]);
	line.isCut = true;
	await desk.refresh(true);
	expect(desk.problems).toEqual([]);
});
