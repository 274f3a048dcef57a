import * as z from 'zod/mini';
import { cardIdSchema, idSchema } from '../method/card.ts';
import {
	boardSnapshotSchema,
	importedSchema,
	meSchema,
	newWorkshopSchema,
	packListSchema,
	staffSignInSchema,
	workshopChangeSchema,
	workshopListSchema,
	workshopSchema
} from './http-api.ts';
import {
	carryCausesSchema,
	caseCausesSchema,
	copiedChainSchema,
	libraryAnswerSchema,
	librarySearchSchema,
	madeBoardSchema,
	newCaseSchema,
	nextBoardSchema,
	putCausesSchema,
	releaseCausesSchema,
	renameCauseGroupSchema
} from './library-api.ts';
import {
	exportFormatSchema,
	exportQuerySchema,
	exportRecordSchema,
	tellExportRoute
} from './exports-api.ts';
import type { ApiRoute } from './api-route.ts';
import { doorRoutes } from './doors-api.ts';
import { historyRoutes } from './history-api.ts';
import { ideaRoutes } from './ideas-api.ts';
import { joinRoutes } from './join-routes.ts';
import { projectorRoutes } from './projector-api.ts';
import { wallRoutes } from './wall-api.ts';
import { workshopLifeRoutes } from './workshop-life-api.ts';
import { photoListSchema, photoSchema } from './photos-api.ts';
import { ofBoard, openBoardRoute, route } from './api-route.ts';

const ofWorkshop = z.object({ workshopId: idSchema });
const ofPhoto = z.object({ boardId: idSchema, photoId: idSchema });
const ofGroup = z.object({ groupId: idSchema });
const done = z.object({ ok: z.literal(true) });

/** Every route under /api that the screens and other programs use. */
export const apiRoutes = {
	signIn: route({
		method: 'POST',
		path: '/api/staff/sign-in',
		summary: 'Sign in as staff, by passphrase or by a one-time link',
		access: 'anyone',
		body: staffSignInSchema,
		answer: meSchema,
		refusals: ['wrongPassphrase', 'linkUsed', 'tooManyGuesses']
	}),
	signOut: route({
		method: 'POST',
		path: '/api/sign-out',
		summary: 'Forget staff and joined workshops on this browser',
		access: 'anyone',
		answer: done
	}),
	listPacks: route({
		method: 'GET',
		path: '/api/packs',
		summary: 'The method packs of this server, and the pack files that are wrong',
		access: 'staff',
		answer: packListSchema
	}),
	readPack: route({
		method: 'GET',
		path: '/api/packs/:packId',
		summary: 'One method pack, in the form of its file',
		access: 'signedIn',
		params: z.object({ packId: idSchema }),
		// Judged by the whole schema of packs where it is used: that schema is too large for every page.
		answer: z.record(z.string(), z.unknown()),
		refusals: ['notFound']
	}),
	listWorkshops: route({
		method: 'GET',
		path: '/api/workshops',
		summary: 'All workshops with their boards, the newest first',
		access: 'staff',
		answer: workshopListSchema
	}),
	createWorkshop: route({
		method: 'POST',
		path: '/api/workshops',
		summary: 'Create a workshop with one board per table; the same key again creates nothing',
		access: 'staff',
		body: newWorkshopSchema,
		answer: workshopSchema,
		status: 201
	}),
	readWorkshop: route({
		method: 'GET',
		path: '/api/workshops/:workshopId',
		summary: 'One workshop with its boards and codes',
		access: 'workshopLead',
		params: ofWorkshop,
		answer: workshopSchema
	}),
	changeWorkshop: route({
		method: 'PATCH',
		path: '/api/workshops/:workshopId',
		summary:
			'Rename a workshop, open or close it, or keep it longer; closed boards can only be read',
		access: 'staff',
		params: ofWorkshop,
		body: workshopChangeSchema,
		answer: workshopSchema,
		refusals: ['rehearsing']
	}),
	deleteWorkshop: route({
		method: 'DELETE',
		path: '/api/workshops/:workshopId',
		summary: 'Delete a workshop and the content of its boards for good',
		access: 'staff',
		params: ofWorkshop,
		answer: done
	}),
	listExports: route({
		method: 'GET',
		path: '/api/workshops/:workshopId/exports',
		summary: 'What was taken home from the boards of a workshop: as whom, what and when',
		access: 'workshopLead',
		params: ofWorkshop,
		answer: exportRecordSchema
	}),
	importBoard: route({
		method: 'POST',
		path: '/api/workshops/:workshopId/boards/import',
		summary: 'Add a board from a board file (JSON) of this program as a new table',
		access: 'staff',
		params: ofWorkshop,
		body: 'file',
		answer: importedSchema,
		status: 201,
		refusals: ['notABoardFile', 'newerBoardFile', 'brokenBoardFile', 'tooLarge', 'tooManyTables']
	}),
	importWorkshop: route({
		method: 'POST',
		path: '/api/workshops/import',
		summary: 'Make a workshop of one table from a board file (JSON) of this program',
		access: 'staff',
		body: 'file',
		answer: importedSchema,
		status: 201,
		refusals: ['notABoardFile', 'newerBoardFile', 'brokenBoardFile', 'tooLarge']
	}),
	...joinRoutes,
	...doorRoutes,
	...projectorRoutes,
	...historyRoutes,
	...workshopLifeRoutes,
	...wallRoutes,
	...ideaRoutes,
	openBoard: openBoardRoute,
	readBoard: route({
		method: 'GET',
		path: '/api/boards/:boardId/snapshot',
		summary: 'The board as it is now, as plain data',
		access: 'boardReader',
		params: ofBoard,
		answer: boardSnapshotSchema
	}),
	exportBoard: route({
		method: 'GET',
		path: '/api/boards/:boardId/export/:format',
		summary: 'The board as a file to take home, as one of its sheets or whole',
		access: 'boardReader',
		params: z.object({ boardId: idSchema, format: exportFormatSchema }),
		query: exportQuerySchema,
		answer: 'file',
		refusals: ['sheetUnknown']
	}),
	tellExport: tellExportRoute,
	listPhotos: route({
		method: 'GET',
		path: '/api/boards/:boardId/photos',
		summary: 'The photos beside a board',
		access: 'boardReader',
		params: ofBoard,
		answer: photoListSchema
	}),
	addPhoto: route({
		method: 'POST',
		path: '/api/boards/:boardId/photos',
		summary: 'Add a JPEG or PNG of at most 3 MB; where and by what it was taken is not kept',
		access: 'boardReader',
		params: ofBoard,
		body: 'file',
		answer: photoSchema,
		status: 201,
		refusals: [
			'workshopClosed',
			'tooLarge',
			'notAPhoto',
			'heicPhoto',
			'brokenPhoto',
			'photoTooWide',
			'tooManyPhotos'
		]
	}),
	readPhoto: route({
		method: 'GET',
		path: '/api/boards/:boardId/photos/:photoId',
		summary: 'One photo, to be shown in a page',
		access: 'boardReader',
		params: ofPhoto,
		answer: 'picture',
		refusals: ['notFound']
	}),
	removePhoto: route({
		method: 'DELETE',
		path: '/api/boards/:boardId/photos/:photoId',
		summary: 'Take a photo away for good, for who added it or leads the table',
		access: 'boardReader',
		params: ofPhoto,
		answer: done,
		refusals: ['notFound', 'workshopClosed']
	}),
	nextBoard: route({
		method: 'POST',
		path: '/api/boards/:boardId/next',
		summary: 'Make the board that goes on from this one, for who leads the workshop or staff',
		access: 'boardReader',
		params: ofBoard,
		body: nextBoardSchema,
		answer: madeBoardSchema,
		status: 201,
		refusals: ['workshopClosed', 'tooManyTables']
	}),
	createCase: route({
		method: 'POST',
		path: '/api/cases',
		summary: 'Make a short board for one case, in the standing workshop of its municipality',
		access: 'staff',
		body: newCaseSchema,
		answer: madeBoardSchema,
		status: 201
	}),
	listCases: route({
		method: 'GET',
		path: '/api/cases',
		summary: 'The causes on all case boards and the groups people made of them',
		access: 'staff',
		answer: caseCausesSchema
	}),
	putCauses: route({
		method: 'POST',
		path: '/api/cause-groups',
		summary: 'Put causes of cases together, in a new group or one that is there',
		access: 'staff',
		body: putCausesSchema,
		answer: done,
		refusals: ['notFound']
	}),
	releaseCauses: route({
		method: 'POST',
		path: '/api/cause-groups/release',
		summary: 'Let causes of cases stand on their own again',
		access: 'staff',
		body: releaseCausesSchema,
		answer: done
	}),
	renameCauseGroup: route({
		method: 'PATCH',
		path: '/api/cause-groups/:groupId',
		summary: 'Give a group of causes another title',
		access: 'staff',
		params: ofGroup,
		body: renameCauseGroupSchema,
		answer: done
	}),
	removeCauseGroup: route({
		method: 'DELETE',
		path: '/api/cause-groups/:groupId',
		summary: 'Dissolve a group; its causes stay',
		access: 'staff',
		params: ofGroup,
		answer: done
	}),
	carryCauses: route({
		method: 'POST',
		path: '/api/cause-groups/:groupId/carry',
		summary: 'Write a group of causes onto a board as theme candidate and facts',
		access: 'staff',
		params: ofGroup,
		body: carryCausesSchema,
		answer: madeBoardSchema,
		status: 201,
		refusals: ['workshopClosed']
	}),
	searchLibrary: route({
		method: 'POST',
		path: '/api/library/search',
		summary: 'Search the cards of all boards by words in any spelling, scene, disease and category',
		access: 'staff',
		body: librarySearchSchema,
		answer: libraryAnswerSchema
	}),
	readChain: route({
		method: 'GET',
		path: '/api/boards/:boardId/cards/:cardId/chain',
		summary: 'What leads to a card and follows from it, as cards for another board',
		access: 'staff',
		params: z.object({ boardId: idSchema, cardId: cardIdSchema }),
		answer: copiedChainSchema,
		refusals: ['notFound']
	})
} as const satisfies Record<string, ApiRoute>;
export type ApiRouteName = keyof typeof apiRoutes;
