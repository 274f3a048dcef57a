import type { Hint, PresenceNotice, Relay, RevokeNotice, StopListening } from './relay.ts';

/** A relay for one process (or several rooms registries in it, in tests): what is said is heard by all. */
export function createLocalRelay(): Relay {
	const hints = createChannel<Hint>();
	const presences = createChannel<PresenceNotice>();
	const revocations = createChannel<RevokeNotice>();

	return {
		engine: 'local',
		hint: hints.say,
		presence: presences.say,
		async revoke(notice) {
			revocations.say(notice);
		},
		onHint: hints.listen,
		onPresence: presences.listen,
		onRevoke: revocations.listen,
		async close() {
			for (const channel of [hints, presences, revocations]) channel.close();
		}
	};
}

interface Channel<Notice> {
	readonly say: (notice: Notice) => void;
	readonly listen: (listener: (notice: Notice) => void) => StopListening;
	readonly close: () => void;
}

function createChannel<Notice>(): Channel<Notice> {
	const listeners = new Set<(notice: Notice) => void>();
	let isClosed = false;

	return {
		say(notice: Notice): void {
			if (isClosed || listeners.size === 0) return;
			// Never inside the speaker's call: over a network nobody is heard before returning either.
			queueMicrotask(() => {
				if (isClosed) return;
				for (const listener of listeners) {
					try {
						listener(notice);
					} catch (cause) {
						// One room that stumbles must not keep the others from hearing. The name only: a
						// message may quote a card.
						const detail = cause instanceof Error ? cause.name : typeof cause;
						process.emitWarning('a relay listener failed', { detail });
					}
				}
			});
		},
		listen(listener: (notice: Notice) => void): StopListening {
			// A wrapper per call, so that the same function may listen twice and stop once.
			const own = (notice: Notice) => listener(notice);
			listeners.add(own);
			return () => void listeners.delete(own);
		},
		close(): void {
			isClosed = true;
			listeners.clear();
		}
	};
}
