import { createHash } from 'node:crypto';
import { limits } from '@renkei/shared/protocol/limits.ts';
import { mayLead, mayWrite } from '@renkei/shared/method/roles.ts';
import * as z from 'zod/mini';
import { photoSchema } from '@renkei/shared/protocol/photos-api.ts';
import type { Photo } from '@renkei/shared/protocol/photos-api.ts';
import type { SignedInPerson } from '../auth/signed-in.ts';
import { readPhoto } from '../photos/read-photo.ts';
import type { StoredPhoto } from '../storage/photos.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import type { Services } from './services.ts';
import { readUpload } from './upload.ts';

/** Photos of paper, kept beside a board and seen only by who may open it. */
export function photoRoutes({
	storage,
	now
}: Pick<Services, 'storage' | 'now'>): Pick<
	Handlers,
	'listPhotos' | 'addPhoto' | 'readPhoto' | 'removePhoto'
> {
	const { catalogue, photos } = storage;
	const workshopOf = async (boardId: string) => {
		const board = await catalogue.getBoard(boardId);
		return board && (await catalogue.getWorkshop(board.workshopId));
	};
	const note = async (
		what: 'photo-added' | 'photo-removed',
		{ role, participantId }: SignedInPerson,
		workshopId: string,
		boardId: string
	): Promise<void> =>
		await catalogue.addAudit({ at: now(), role, participantId, workshopId, boardId, what });

	return {
		listPhotos: async ({ params, person }) => {
			const workshop = await workshopOf(params.boardId);
			const found = await photos.list(params.boardId);
			return answer({
				photos: found.map((photo) => shown(photo, person)),
				most: limits.maxPhotosPerBoard,
				mayAdd:
					mayWrite(person.role) &&
					workshop?.state !== 'closed' &&
					found.length < limits.maxPhotosPerBoard
			});
		},

		addPhoto: async ({ request, params, person }) => {
			if (!mayWrite(person.role)) return refuse('forbidden');
			const workshop = await workshopOf(params.boardId);
			if (!workshop) return refuse('notFound');
			if (workshop.state === 'closed') return refuse('workshopClosed');
			const epochOf = async () => (await catalogue.getBoard(params.boardId))?.epoch;
			const epoch = await epochOf();
			const file = await readUpload(request, limits.maxPhotoBytes);
			if (typeof file === 'string') return refuse(file);
			const read = await readPhoto(file);
			if ('refusal' in read) return refuse(read.refusal);
			const { bytes, ...picture } = read.photo;
			// While it came over the line the rehearsal it was meant for has been wiped away.
			if ((await epochOf()) !== epoch) return refuse('notFound');
			const added = await photos.add(
				{
					// By its content: a request repeated after a broken line adds nothing twice.
					id: createHash('sha256').update(bytes).digest('base64url').slice(0, 32),
					boardId: params.boardId,
					...picture,
					byteCount: bytes.length,
					addedAt: now(),
					addedBy: person.participantId,
					role: person.role,
					profession: person.profession
				},
				bytes,
				limits.maxPhotosPerBoard
			);
			if (!added.ok) return refuse(added.reason === 'too-many' ? 'tooManyPhotos' : 'notFound');
			await note('photo-added', person, workshop.id, params.boardId);
			return answer(shown(added.photo, person));
		},

		readPhoto: async ({ params }) => {
			const photo = await photos.get(params.boardId, params.photoId);
			const bytes = photo && (await photos.read(params.boardId, params.photoId));
			return bytes ? answer({ bytes, mediaType: photo.mediaType }) : refuse('notFound');
		},

		removePhoto: async ({ params, person }) => {
			const photo = await photos.get(params.boardId, params.photoId);
			const workshop = await workshopOf(params.boardId);
			if (!photo || !workshop) return refuse('notFound');
			if (!mayRemove(photo, person)) return refuse('forbidden');
			if (workshop.state === 'closed' && !mayLead(person.role)) return refuse('workshopClosed');
			if (!(await photos.remove(params.boardId, params.photoId))) return refuse('notFound');
			await note('photo-removed', person, workshop.id, params.boardId);
			return answer({ ok: true });
		}
	};
}

function mayRemove(photo: StoredPhoto, { role, participantId }: SignedInPerson): boolean {
	return mayLead(role) || (mayWrite(role) && photo.addedBy === participantId);
}

/** As people see it: without who added it. */
function shown(photo: StoredPhoto, person: SignedInPerson): Photo {
	const { addedBy: _by, boardId: _board, ...rest } = photo;
	return {
		...rest,
		role: photoSchema.shape.role.parse(photo.role),
		profession: z.catch(photoSchema.shape.profession, null).parse(photo.profession),
		mayRemove: mayRemove(photo, person)
	};
}
