import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { limits } from '@renkei/shared/protocol/limits.ts';
import type { PhotoList } from '@renkei/shared/protocol/photos-api.ts';
import { beforeEach, afterEach, expect, test } from 'vitest';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';
import { drawPhoto, insert, phoneExif, pixelsOf, segment } from '../photos/photos.driver.ts';

let driven: DrivenApp;
let staff: Visitor;
let workshop: Workshop;
let address: string;
beforeEach(async () => {
	driven = await driveApp();
	staff = await driven.staff();
	const response = await staff.send('POST', '/api/workshops', {
		key: 'key1',
		name: '研修',
		scene: 'daily',
		tables: 2,
		start: 'blank'
	});
	workshop = response.json();
	address = `/api/boards/${workshop.boards[0]!.id}/photos`;
});
afterEach(async () => await driven.close());

async function join(code: string, profession = 'visitingNurse', table = 1): Promise<Visitor> {
	const visitor = driven.visitor();
	await visitor.send('POST', '/api/join', { code, profession, table });
	return visitor;
}

function add(visitor: Visitor, bytes: Uint8Array, to = address) {
	const form = Buffer.concat([
		Buffer.from(
			'--cut\r\ncontent-disposition: form-data; name="file"; filename="紙.heic"\r\n' +
				'content-type: text/html\r\n\r\n'
		),
		bytes,
		Buffer.from('\r\n--cut--\r\n')
	]);
	return visitor.send('POST', to, form, { 'content-type': 'multipart/form-data; boundary=cut' });
}

const list = async (visitor: Visitor): Promise<PhotoList> =>
	(await visitor.send('GET', address)).json();

test('a photo comes back as a picture that can run nothing, without where it was taken', async () => {
	const nurse = await join(workshop.joinCode);
	const drawn = await drawPhoto('jpeg');
	const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), phoneExif(6)]));
	const added = await add(nurse, insert(drawn, 2, exif));
	expect(added.statusCode).toBe(201);
	expect(added.json()).toMatchObject({
		mediaType: 'image/jpeg',
		width: 80,
		height: 120,
		role: 'participant',
		profession: 'visitingNurse',
		mayRemove: true
	});
	const { id } = added.json();
	const shown = await nurse.send('GET', `${address}/${id}`);
	expect(shown.headers).toMatchObject({
		'content-type': 'image/jpeg',
		'content-disposition': 'inline',
		'x-content-type-options': 'nosniff',
		'cross-origin-resource-policy': 'same-origin',
		'cache-control': 'private, max-age=3600'
	});
	expect(shown.headers['content-security-policy']).toContain('sandbox');
	expect(shown.rawPayload.toString('latin1')).not.toContain('GPS');
	expect(await pixelsOf(shown.rawPayload)).toEqual(await pixelsOf(insert(drawn, 2, exif)));
	expect((await list(staff)).photos).toMatchObject([{ id, byteCount: shown.rawPayload.length }]);
	expect(driven.logged()).not.toMatch(/紙|heic/);
});

test('the same photo sent again is there once', async () => {
	const drawn = await drawPhoto('png');
	const [first, second] = [await add(staff, drawn), await add(staff, drawn)];
	expect(second.json()).toEqual(first.json());
	expect((await list(staff)).photos).toHaveLength(1);
});

test('who may write may add, who added it or leads may take it away, others of the table may look', async () => {
	const nurse = await join(workshop.joinCode);
	const doctor = await join(workshop.joinCode, 'physician');
	const viewer = await join(workshop.viewerCode);
	const facilitator = await join(workshop.facilitatorCode);
	const elsewhere = await join(workshop.joinCode, 'physician', 2);
	const nobody = driven.visitor();

	expect((await add(viewer, await drawPhoto('png'))).json()).toMatchObject({ code: 'forbidden' });
	expect((await add(elsewhere, await drawPhoto('png'))).json()).toMatchObject({
		code: 'forbidden'
	});
	expect((await add(nobody, await drawPhoto('png'))).json()).toMatchObject({ code: 'notSignedIn' });
	const { id } = (await add(nurse, await drawPhoto('png'))).json();
	const at = `${address}/${id}`;
	expect((await elsewhere.send('GET', at)).json()).toMatchObject({ code: 'forbidden' });
	expect((await nobody.send('GET', at)).json()).toMatchObject({ code: 'notSignedIn' });
	expect((await viewer.send('GET', at)).statusCode).toBe(200);
	// Not by way of another board either.
	const other = `/api/boards/${workshop.boards[1]!.id}/photos/${id}`;
	expect((await staff.send('GET', other)).json()).toMatchObject({ code: 'notFound' });

	expect(await list(viewer)).toMatchObject({ mayAdd: false, photos: [{ mayRemove: false }] });
	expect(await list(doctor)).toMatchObject({ mayAdd: true, photos: [{ mayRemove: false }] });
	expect(await list(facilitator)).toMatchObject({ photos: [{ mayRemove: true }] });
	for (const visitor of [viewer, doctor, elsewhere])
		expect((await visitor.send('DELETE', at)).json()).toMatchObject({ code: 'forbidden' });
	expect((await nurse.send('DELETE', at)).json()).toEqual({ ok: true });
	expect((await nurse.send('DELETE', at)).json()).toMatchObject({ code: 'notFound' });
	const second = (await add(nurse, await drawPhoto('jpeg'))).json().id;
	expect((await facilitator.send('DELETE', `${address}/${second}`)).statusCode).toBe(200);
	const audit = await driven.storage.catalogue.listAudit({ workshopId: workshop.id, limit: 4 });
	expect(audit.map(({ what, role }) => [what, role])).toEqual([
		['photo-removed', 'facilitator'],
		['photo-added', 'participant'],
		['photo-removed', 'participant'],
		['photo-added', 'participant']
	]);
});

test('another site can neither add nor take away', async () => {
	const { id } = (await add(staff, await drawPhoto('png'))).json();
	const foreign = await staff.send('DELETE', `${address}/${id}`, undefined, {
		origin: 'https://elsewhere.test'
	});
	expect(foreign.json()).toMatchObject({ code: 'otherSite' });
});

test.each([
	['HEIC', 415, 'heicPhoto', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')],
	['a page of the web', 415, 'notAPhoto', Buffer.from('<html><script>1</script></html>')],
	['half a photo', 422, 'brokenPhoto', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 9])],
	['nothing', 415, 'notAPhoto', Buffer.alloc(0)],
	['too many bytes', 413, 'tooLarge', Buffer.alloc(limits.maxPhotoBytes + 1, 0xff)]
])('%s is refused and nothing is kept', async (_name, status, code, bytes) => {
	expect((await add(staff, bytes)).json()).toMatchObject({ status, code });
	expect((await staff.send('POST', address, {})).json()).toMatchObject({ code: 'badRequest' });
	expect((await list(staff)).photos).toEqual([]);
});

test('a board has no more than so many photos', async () => {
	for (let width = 1; width <= limits.maxPhotosPerBoard; width += 1)
		expect((await add(staff, await drawPhoto('png', width, 1))).statusCode).toBe(201);
	expect(await list(staff)).toMatchObject({ mayAdd: false, most: limits.maxPhotosPerBoard });
	const tooMany = await add(staff, await drawPhoto('png', 100, 1));
	expect(tooMany.json()).toMatchObject({ status: 409, code: 'tooManyPhotos' });
});

test('a closed workshop takes no photo, and a deleted one keeps none', async () => {
	const nurse = await join(workshop.joinCode);
	const { id } = (await add(nurse, await drawPhoto('png'))).json();
	await staff.send('PATCH', `/api/workshops/${workshop.id}`, { state: 'closed' });
	const late = await add(nurse, await drawPhoto('jpeg'));
	expect(late.json()).toMatchObject({ code: 'workshopClosed' });
	const removed = await nurse.send('DELETE', `${address}/${id}`);
	expect(removed.json()).toMatchObject({ code: 'workshopClosed' });
	expect(await list(nurse)).toMatchObject({ mayAdd: false, photos: [{ id }] });
	await staff.send('DELETE', `/api/workshops/${workshop.id}`);
	expect((await staff.send('GET', `${address}/${id}`)).json()).toMatchObject({ code: 'notFound' });
	expect(await driven.storage.photos.list(workshop.boards[0]!.id)).toEqual([]);
});
