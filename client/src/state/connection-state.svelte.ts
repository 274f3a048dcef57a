import { closeCodes, mustRebuild } from '@renkei/shared/protocol/close-codes.ts';
import type { BoardAccess } from '@renkei/shared/protocol/board-access.ts';
import type { Hello } from '@renkei/shared/protocol/messages.ts';
import { mayWrite } from '@renkei/shared/method/roles.ts';
import type { Role } from '@renkei/shared/method/roles.ts';
import type { ConnectionReport } from '../sync/connection.ts';

/** What the save chip says. */
export const connectionKinds = [
	'loading',
	'saved',
	'saving',
	'offline',
	'readOnly',
	'newVersion',
	'storageDown',
	'refused',
	'left'
] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

/** 保存済み comes back at the earliest so long after a change, or the chip would blink at every word. */
const steadyMs = 400;

/** How this screen and the server stand: what is on the server's disk, and whether anything may be written. */
export class ConnectionState {
	#report = $state.raw<ConnectionReport>(beforeOpening);
	#role = $state.raw<Role>('viewer');
	#isClosed = $state.raw(false);
	#isFromNewerVersion = $state.raw(false);
	#hasCopy = $state.raw(false);
	#isGivenUp = $state.raw(false);
	#isSettling = $state.raw(false);
	#timer: ReturnType<typeof setTimeout> | null = null;

	get kind(): ConnectionKind {
		const { closeCode, isOpen, isSynced, isOtherVersion, unsent } = this.#report;
		if (this.#isGivenUp) return 'refused';
		if (closeCode !== null && isFinal(closeCode)) return 'left';
		if (isOtherVersion || this.#isFromNewerVersion) return 'newVersion';
		if (!this.#hasCopy) return 'loading';
		if (!isOpen) return closeCode === 4503 ? 'storageDown' : 'offline';
		if (!mayWrite(this.#role) || this.#isClosed) return 'readOnly';
		return isSynced && unsent === 0 && !this.#isSettling ? 'saved' : 'saving';
	}

	/** Changes of this browser that the server has not yet confirmed to be on its disk. */
	get unsentCount(): number {
		return this.#report.unsent;
	}

	/** Why the server closed for good (44xx), or null. */
	get reasonCode(): number | null {
		return this.kind === 'left' ? this.#report.closeCode : null;
	}

	/** Whether the document here is complete: the server's, or this device's whole copy. */
	get hasDocument(): boolean {
		return this.#hasCopy;
	}

	/** What the server said when this connection began. */
	get hello(): Hello | null {
		return this.#report.hello;
	}

	/** The role as the server last said it. */
	get role(): Role {
		return this.#role;
	}

	get canWrite(): boolean {
		if (!this.#hasCopy || !mayWrite(this.#role) || this.#isClosed) return false;
		const { kind } = this;
		return kind !== 'left' && kind !== 'newVersion' && kind !== 'refused';
	}

	/** Takes what the connection says of itself. */
	take(report: ConnectionReport): void {
		const isBusy = report.unsent > 0 && report.isOpen;
		this.#report = report;
		if (report.hello) this.#role = report.hello.role;
		if (report.isSynced) this.#hasCopy = true;
		if (!isBusy) return;
		this.#isSettling = true;
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = setTimeout(() => (this.#isSettling = false), steadyMs);
	}

	/** Tells who this person is and whether the workshop is over. */
	takeAccess(access: BoardAccess): void {
		this.#role = access.role;
		this.#isClosed = access.state === 'closed';
	}

	/** Tells that this device holds a whole copy of the board. */
	takeCopy(hasCopy: boolean): void {
		this.#hasCopy = hasCopy || this.#report.isSynced;
	}

	takeVersion(isFromNewerVersion: boolean): void {
		this.#isFromNewerVersion = isFromNewerVersion;
	}

	/** Tells that the server refused again and again what this screen holds. */
	giveUp(): void {
		this.#isGivenUp = true;
	}

	/** Begins again with an empty document, as before the first word of the server. */
	startAnew(): void {
		this.#report = beforeOpening;
		this.#hasCopy = false;
	}

	release(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
	}
}

/** Codes after which no other document takes this one's place: what is written then goes nowhere. */
function isFinal(code: number): boolean {
	return code >= 4400 && code < 4500 && !mustRebuild(code) && code !== closeCodes.epochReplaced;
}

const beforeOpening: ConnectionReport = {
	isOpen: false,
	isSynced: false,
	hello: null,
	isOtherVersion: false,
	unsent: 0,
	closeCode: null
};
