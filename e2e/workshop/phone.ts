import { setTimeout as pause } from 'node:timers/promises';
import type { AidCommands, AidId } from '@renkei/shared/facilitation/index.ts';
import type { BoardAccess } from '@renkei/shared/protocol/board-access.ts';
import type { Desk, SentIdea } from '@renkei/shared/protocol/ideas-api.ts';
import type { Visitor } from '../support/people.ts';

/** Somebody with a phone: the form without a board, over HTTP. */
export class Phone {
	readonly visitor: Visitor;
	readonly access: BoardAccess;

	constructor({ visitor, access }: { readonly visitor: Visitor; readonly access: BoardAccess }) {
		this.visitor = visitor;
		this.access = access;
	}

	get id(): string {
		return this.access.participant;
	}

	/** What the form shows. */
	async desk(): Promise<Desk> {
		return (await this.#surely('GET', 'desk')) as Desk;
	}

	/** Sends an idea until the server says that it has it, as the form does; null when it was taken. */
	async send(idea: SentIdea): Promise<unknown> {
		return this.#refused(await this.#surely('POST', 'ideas', idea));
	}

	/** Asks one thing of an aid until an answer comes. */
	async ask<Id extends AidId>(aid: Id, command: AidCommands[Id]): Promise<unknown> {
		return this.#refused(await this.#surely('POST', 'lead', { aid, command }));
	}

	#refused(answer: unknown): unknown {
		return (answer as { readonly refused: unknown }).refused;
	}

	async #surely(method: string, what: string, body?: unknown): Promise<unknown> {
		const path = `/api/boards/${this.access.id}/${what}`;
		for (let turn = 0; turn < 200; turn++) {
			// A server that is away refuses the connection, which fetch throws.
			const answer = await this.visitor.ask(method, path, body).catch(() => null);
			const value: unknown = await answer?.json().catch(() => null);
			if (answer?.ok && value !== null) return value;
			if (answer && answer.status < 500)
				throw new Error(`${method} ${what}: ${answer.status} ${JSON.stringify(value)}`);
			await pause(25);
		}
		throw new Error(`${method} ${what}: the server never answered`);
	}
}
