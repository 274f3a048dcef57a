import * as board from '@renkei/shared/document/commands/board-commands.ts';
import * as card from '@renkei/shared/document/commands/card-commands.ts';
import * as cluster from '@renkei/shared/document/commands/cluster-commands.ts';
import * as link from '@renkei/shared/document/commands/link-commands.ts';
import * as part from '@renkei/shared/document/commands/part-commands.ts';
import * as record from '@renkei/shared/document/commands/record-commands.ts';
import * as set from '@renkei/shared/document/commands/set-commands.ts';
import * as stroke from '@renkei/shared/document/commands/stroke-commands.ts';
import * as why from '@renkei/shared/document/commands/why-commands.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import type * as Y from 'yjs';

const commands = {
	...card,
	...part,
	...link,
	...board,
	...cluster,
	...record,
	...set,
	...stroke,
	...why
};
type Commands = typeof commands;
type WithoutDoc<Args extends unknown[]> = Args extends [Y.Doc, ...infer Rest]
	? Rest extends [...infer Middle, Author]
		? Middle
		: Rest
	: never;

/** What a command gives when this screen may not write: nothing happened. */
type Refused<T> = T extends void ? void : T extends boolean ? boolean : T | null;

/** Every everyday command of the document with doc and author already given. Where this screen may not write, nothing happens and null (false for yes/no answers) comes back. */
export type BoardCommands = {
	readonly [Name in keyof Commands]: (
		...args: WithoutDoc<Parameters<Commands[Name]>>
	) => Refused<ReturnType<Commands[Name]>>;
};

/** What the commands need to know at the moment they are called. */
export interface CommandBinding {
	readonly doc: Y.Doc;
	readonly author: Author;
	readonly canWrite: boolean;
	/** Whether what runs at the table allows this command now; says so to the person where not. */
	readonly allows?: (name: keyof Commands, args: readonly unknown[]) => boolean;
	/** The same of any change, which is tried on a copy of the document. */
	readonly permits?: (change: (copy: Y.Doc) => void) => boolean;
}

/** Commands whose last argument is the author; a list, because a function's length cannot tell. */
const authored = new Set<keyof Commands>([
	'addCard',
	'addLinkedCard',
	'insertCards',
	'withdrawCards',
	'duplicateCards',
	'addLink',
	'removeLinks',
	'addRecord',
	'removeRecords',
	'linkSets',
	'addStrokes',
	'eraseStrokes',
	'makeCluster',
	'dissolveCluster',
	'setWhyParent'
] satisfies AuthoredName[]);

type AuthoredName = {
	[Name in keyof Commands]: Parameters<Commands[Name]> extends [...unknown[], Author]
		? Name
		: never;
}[keyof Commands];

/** Yes/no commands say false where others say null. */
const yesNo = new Set<keyof Commands>([
	'editCardText',
	'setCardField',
	'setCardFields',
	'setCardVotes',
	'setLinkKind',
	'setBoardMeta',
	'setRecordField',
	'joinCluster',
	'arrangeCluster',
	'renameCluster',
	'setWhyParent'
]);

/** Binds every command to the document and person of the moment of the call. */
export function bindCommands(binding: () => CommandBinding): BoardCommands {
	const bound: Record<string, unknown> = {};
	for (const name of Object.keys(commands) as (keyof Commands)[]) {
		const command = commands[name] as (...args: unknown[]) => unknown;
		bound[name] = (...args: unknown[]): unknown => {
			const { doc, author, canWrite, allows } = binding();
			if (!(canWrite && (allows?.(name, args) ?? true))) return yesNo.has(name) ? false : null;
			return command(doc, ...args, ...(authored.has(name) ? [author] : []));
		};
	}
	// Built name by name from `commands`, which is what the type is made of.
	return bound as BoardCommands;
}

/** Runs commands that only some views need and bring along; null where this screen may not write. */
export interface CommandRunner {
	run: <Args extends unknown[], T>(
		command: (doc: Y.Doc, ...args: Args) => T,
		...args: Args
	) => T | null;
	/** For commands that end with the author. */
	runAs: <Args extends unknown[], T>(
		command: (doc: Y.Doc, ...args: [...Args, Author]) => T,
		...args: Args
	) => T | null;
}

/** Runs any command in the name of the document and person of the moment of the call. */
export function commandRunner(binding: () => CommandBinding): CommandRunner {
	return {
		run: (command, ...args) => {
			const { doc, canWrite, permits } = binding();
			const mayRun = canWrite && (permits?.((copy) => command(copy, ...args)) ?? true);
			return mayRun ? command(doc, ...args) : null;
		},
		runAs: (command, ...args) => {
			const { doc, author, canWrite, permits } = binding();
			const mayRun = canWrite && (permits?.((copy) => command(copy, ...args, author)) ?? true);
			return mayRun ? command(doc, ...args, author) : null;
		}
	};
}
