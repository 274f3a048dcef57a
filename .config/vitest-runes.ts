import type { Environment } from 'vitest/runtime';

/**
 * Plain Node, but Svelte compiled for the browser: compiled for the server, effects and derived
 * values stand still. Much faster to start than a whole DOM.
 */
const environment: Environment = {
	name: 'runes',
	viteEnvironment: 'client',
	setup: () => ({ teardown: () => {} })
};

// Vitest loads an environment by its default export.
export default environment;
