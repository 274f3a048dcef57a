import type { ImportPlan } from '@renkei/shared/imports/planned-change.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import type { ImportContent, ImportSource, ReadImport } from './read-import.ts';

/** What the page asks of the thread that reads and compares. */
export type ToThread = { readonly id: number } & (
	| { readonly kind: 'read'; readonly source: ImportSource; readonly method: Method }
	| {
			readonly kind: 'plan';
			readonly content: ImportContent;
			readonly board: Board;
			readonly method: Method;
	  }
);

/** What the thread answers, and before all answers that it runs. */
export type FromThread =
	| { readonly kind: 'started' }
	| { readonly id: number; readonly kind: 'done'; readonly value: ReadImport | ImportPlan }
	| { readonly id: number; readonly kind: 'failed' };
