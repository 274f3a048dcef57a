import type { TidiedGroup, TidyGroup } from './tidy-layers.ts';

/** Work in a thread of its own, which can be called off. */
export interface TidyWork {
	readonly done: Promise<readonly TidiedGroup[]>;
	readonly stop: () => void;
}

/** Places groups of cards in layers in a thread, so that nobody's typing waits; where there can be no thread, on the page itself. */
export function layOutGroups(groups: readonly TidyGroup[]): TidyWork {
	if (groups.length === 0) return { done: Promise.resolve([]), stop: () => {} };
	let worker: Worker;
	try {
		worker = new Worker(new URL('./tidy-worker.ts', import.meta.url), { type: 'module' });
	} catch {
		return { done: onThisPage(groups), stop: () => {} };
	}
	const done = new Promise<readonly TidiedGroup[]>((resolve) => {
		worker.onmessage = ({ data }: MessageEvent<readonly TidiedGroup[]>) => resolve(data);
		// Some browsers tell only now that a worker may not start.
		worker.onerror = () => resolve(onThisPage(groups));
		worker.postMessage(groups);
	}).finally(() => worker.terminate());
	return { done, stop: () => worker.terminate() };
}

async function onThisPage(groups: readonly TidyGroup[]): Promise<readonly TidiedGroup[]> {
	const { layOutInLayers } = await import('./tidy-layers.ts');
	return groups.map(layOutInLayers);
}
