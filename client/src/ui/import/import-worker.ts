import type { FromThread, ToThread } from './import-messages.ts';
import { planHere, readHere } from './read-import.ts';

// The page's own types know no worker; this is all we use of one.
const page = self as unknown as {
	postMessage: (message: FromThread) => void;
	onmessage: (event: MessageEvent<ToThread>) => void;
};

async function answer(message: ToThread): Promise<void> {
	try {
		const value =
			message.kind === 'read'
				? await readHere(message.source, message.method)
				: await planHere(message.content, message.board, message.method);
		page.postMessage({ id: message.id, kind: 'done', value });
	} catch {
		page.postMessage({ id: message.id, kind: 'failed' });
	}
}

page.onmessage = ({ data }) => void answer(data);
page.postMessage({ kind: 'started' });
