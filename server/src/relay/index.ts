import { createLocalRelay } from './local.ts';

/** Every relay there is, by the name the configuration uses. */
export const relays = { local: createLocalRelay } as const;
