import type { Join, JoinTarget, Me } from '@renkei/shared/protocol/http-api.ts';
import { joinRoutes } from '@renkei/shared/protocol/join-routes.ts';
import type { Answer } from '../ask.ts';
import { ask } from '../ask.ts';

/** What the join page asks of the server. */
export const joinApi = {
	me: (): Promise<Answer<Me>> => ask(joinRoutes.me),
	joinTarget: (code: string): Promise<Answer<JoinTarget>> =>
		ask(joinRoutes.lookUpCode, { params: { code } }),
	join: (body: Join): Promise<Answer<{ readonly boardId: string }>> =>
		ask(joinRoutes.join, { body })
};
