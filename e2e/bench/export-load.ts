import { parentPort, workerData } from 'node:worker_threads';

/** Asks for many files at the same moment, in a thread of its own so that reading them delays no measurement. */
const { urls, cookie } = workerData as {
	readonly urls: readonly string[];
	readonly cookie: string;
};
const sizes = await Promise.all(
	urls.map(async (url) => {
		const answer = await fetch(url, { headers: { cookie } });
		const { byteLength } = await answer.arrayBuffer();
		if (!answer.ok) throw new Error(`${answer.status} ${url}`);
		return byteLength;
	})
);
parentPort?.postMessage(sizes);
