import type { FacilitationState } from './facilitation.svelte.ts';

/** Holds what is led at a board once its part of the page has come; null until then. */
export class Leading {
	state = $state.raw<FacilitationState | null>(null);
}
