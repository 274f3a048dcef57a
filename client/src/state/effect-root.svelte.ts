/** An effect outside any component, for whoever watches the state from plain code; returns how to stop. */
export function effectRoot(run: () => void): () => void {
	return $effect.root(() => {
		$effect(run);
	});
}
