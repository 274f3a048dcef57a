import { createMemoryStorage } from './memory.ts';
import { openSqliteStorage } from './sqlite.ts';

/** Every engine there is, by the name the configuration uses. */
export const storages = { sqlite: openSqliteStorage, memory: createMemoryStorage } as const;
