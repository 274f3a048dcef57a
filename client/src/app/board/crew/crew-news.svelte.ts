import type { BoardAccess } from '@renkei/shared/protocol/board-access.ts';
import type { GivenRole } from '@renkei/shared/protocol/workshop-life-api.ts';
import { givenRoleSchema } from '@renkei/shared/protocol/workshop-life-api.ts';
import { untrack } from 'svelte';
import type { ConnectionState } from '../../../state/connection-state.svelte.ts';
import type { Answer } from '../../ask.ts';

/** How long the sentence about a new role stays. */
const sayMs = 12_000;

/** What changed about this person and this workshop since the board was opened. */
export class CrewNews {
	/** The latest word of the server on the board. */
	access = $state.raw<BoardAccess>() as BoardAccess;
	/** The role just given to or taken from this person; null again after a while. */
	became = $state.raw<GivenRole | null>(null);
	#timer: ReturnType<typeof setTimeout> | null = null;

	/** Watches until the component that makes it goes; `ask` brings the server's word on the board. */
	constructor(
		first: BoardAccess,
		connection: Pick<ConnectionState, 'hello' | 'role'>,
		ask: () => Promise<Answer<BoardAccess>>
	) {
		this.access = first;
		let heard = untrack(() => connection.hello);
		$effect(() => {
			const { hello } = connection;
			if (!hello || hello === heard) return;
			heard = hello;
			// Every greeting may mean that something else about the workshop is new.
			void ask().then((answer) => {
				if (answer.ok && hello === heard) this.access = answer.value;
			});
		});
		let role = givenRoleSchema.safeParse(first.role).data;
		$effect(() => {
			// While a workshop is closed everybody looks only; what they are stays.
			const now = givenRoleSchema.safeParse(connection.role).data;
			if (!now || !role || now === role) return;
			role = now;
			untrack(() => this.#say(now));
		});
		$effect(() => () => this.#stop());
	}

	dismiss(): void {
		this.#stop();
		this.became = null;
	}

	#say(role: GivenRole): void {
		this.#stop();
		this.became = role;
		this.#timer = setTimeout(() => (this.became = null), sayMs);
	}

	#stop(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
	}
}
