import type { insertCards } from '@renkei/shared/document/commands/card-commands.ts';
import type { Asker, LeadRefusal } from '@renkei/shared/facilitation/aid.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { GuessLimit } from '../auth/guess-limit.ts';
import type { WhoIs } from '../auth/signed-in.ts';
import type { Signer } from '../auth/token.ts';
import type { Config } from '../config.ts';
import type { Packs } from '../packs/load-packs.ts';
import type { BoardPast } from '../history/board-past.ts';
import type { NewPoint } from '../history/mark-point.ts';
import type { PointMark } from '../storage/history.ts';
import type { Storage } from '../storage/storage.ts';
import type { BoardFiles } from './board-files.ts';

/** Somebody's right to be at a board changed; open connections are closed or looked at again. */
export interface RightsNotice {
	readonly participantId: string | null;
	readonly workshopId: string | null;
	readonly boardId: string | null;
	readonly reason: 'revoked' | 'changed' | 'deleted';
}

/** What the routes work with. */
export interface Services {
	readonly config: Config;
	readonly storage: Storage;
	readonly whoIs: WhoIs;
	readonly signer: Signer;
	/** The kept hash of the staff passphrase. */
	readonly passphraseHash: string;
	/** Wrong join codes and wrong passphrases are counted apart. */
	readonly codeGuesses: GuessLimit;
	readonly passphraseGuesses: GuessLimit;
	/** The board as it is now, open or not; null when there is none. Rejects when it cannot be read. */
	readonly readBoardNow: (boardId: string) => Promise<Board | null>;
	/** Writes on a board in the server's own name; true once that is on disk. `point` names the state before it. */
	readonly changeBoard: (
		boardId: string,
		change: (doc: Parameters<typeof insertCards>[0]) => void,
		point?: PointMark
	) => Promise<boolean>;
	/** Names the state a board is in now; false when there is no such board. */
	readonly markPoint: (boardId: string, point: NewPoint) => Promise<boolean>;
	/** What boards were like at any time. */
	readonly past: BoardPast;
	readonly tellRooms: (notice: RightsNotice) => Promise<void>;
	/** The participants who have a board open at this moment, each once. */
	readonly presentAt: (boardId: string) => ReadonlySet<string>;
	/** When each participant was last at a board; only the last minutes are remembered. */
	readonly departedFrom: (boardId: string) => ReadonlyMap<string, number>;
	/** Does one command of leading at a board; null once it is done and on disk, else why not. */
	readonly leadAt: (
		boardId: string,
		asker: Asker,
		request: { readonly aid: string; readonly command: unknown }
	) => Promise<LeadRefusal | null>;
	readonly files: BoardFiles;
	readonly packs: Packs;
	/** The server's clock in ms since 1970. */
	readonly now: () => number;
}
