import type { TidiedGroup, TidyGroup } from './tidy-layers.ts';
import { layOutInLayers } from './tidy-layers.ts';

// The page's own types know no worker; this is all we use of one.
const page = self as unknown as {
	postMessage: (message: readonly TidiedGroup[]) => void;
	onmessage: (event: MessageEvent<readonly TidyGroup[]>) => void;
};

page.onmessage = ({ data }) => page.postMessage(data.map(layOutInLayers));
