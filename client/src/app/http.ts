import { apiRoutes } from '@renkei/shared/protocol/api-routes.ts';
import type { ApiRoute } from '@renkei/shared/protocol/api-route.ts';
import type { ApiRouteName } from '@renkei/shared/protocol/api-routes.ts';
import type { WorkshopState } from '@renkei/shared/protocol/board-access.ts';
import type { NewWorkshop } from '@renkei/shared/protocol/http-api.ts';
import type {
	CarryCauses,
	LibrarySearch,
	NewCase,
	NextBoard,
	PutCauses
} from '@renkei/shared/protocol/library-api.ts';
import type * as z from 'zod/mini';
import type { Answer, Sending } from './ask.ts';
import { ask } from './ask.ts';

/** The routes that answer with data; files come by the address alone. */
type DataRouteName = {
	[Name in ApiRouteName]: (typeof apiRoutes)[Name]['answer'] extends z.ZodMiniType ? Name : never;
}[ApiRouteName];
type AnswerTo<Name extends DataRouteName> =
	(typeof apiRoutes)[Name]['answer'] extends z.ZodMiniType<infer Value> ? Value : never;

/** Asks the server for one of its routes, by name. */
export async function request<Name extends DataRouteName>(
	name: Name,
	sending: Sending = {}
): Promise<Answer<AnswerTo<Name>>> {
	// `DataRouteName` leaves out the routes whose answer is the word "file".
	const route = apiRoutes[name] as unknown as ApiRoute & {
		readonly answer: z.ZodMiniType<AnswerTo<Name>>;
	};
	return await ask(route, sending);
}

/** Every request this program makes of its server. */
export const api = {
	me: () => request('me'),
	signIn: (passphrase: string) => request('signIn', { body: { passphrase } }),
	signInByLink: (linkSecret: string) => request('signIn', { body: { linkSecret } }),
	signOut: () => request('signOut'),
	workshops: () => request('listWorkshops'),
	workshop: (workshopId: string) => request('readWorkshop', { params: { workshopId } }),
	packs: () => request('listPacks'),
	createWorkshop: (workshop: NewWorkshop) => request('createWorkshop', { body: workshop }),
	changeWorkshop: (
		workshopId: string,
		change: { readonly state: WorkshopState } | { readonly keptUntil: string | null }
	) => request('changeWorkshop', { params: { workshopId }, body: change }),
	deleteWorkshop: (workshopId: string) => request('deleteWorkshop', { params: { workshopId } }),
	importBoard: (workshopId: string, file: Blob) =>
		request('importBoard', { params: { workshopId }, body: file }),
	importWorkshop: (file: Blob) => request('importWorkshop', { body: file }),
	nextBoard: (boardId: string, next: NextBoard) =>
		request('nextBoard', { params: { boardId }, body: next }),
	createCase: (wanted: NewCase) => request('createCase', { body: wanted }),
	cases: () => request('listCases'),
	putCauses: (group: PutCauses) => request('putCauses', { body: group }),
	releaseCauses: (members: PutCauses['members']) => request('releaseCauses', { body: { members } }),
	renameCauseGroup: (groupId: string, title: string) =>
		request('renameCauseGroup', { params: { groupId }, body: { title } }),
	removeCauseGroup: (groupId: string) => request('removeCauseGroup', { params: { groupId } }),
	carryCauses: (groupId: string, wish: CarryCauses) =>
		request('carryCauses', { params: { groupId }, body: wish }),
	searchLibrary: (search: LibrarySearch) => request('searchLibrary', { body: search }),
	chain: (boardId: string, cardId: string) => request('readChain', { params: { boardId, cardId } })
};
