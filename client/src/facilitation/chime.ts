/** Two soft notes, a fifth apart, fading by themselves. */
const notes = [
	{ hertz: 523.25, afterSeconds: 0 },
	{ hertz: 783.99, afterSeconds: 0.35 }
] as const;
const fadeSeconds = 1.6;
const loudest = 0.18;

/** The sound at the end of a time. Browsers keep silent until a finger or a key has touched the page. */
export class Chime {
	#context: AudioContext | null = null;

	/** To be called while a press is being handled. */
	unlock(): void {
		this.#context ??= new AudioContext();
		void this.#context.resume();
	}

	ring(): void {
		const context = this.#context;
		if (context?.state !== 'running') return;
		for (const { hertz, afterSeconds } of notes) {
			const from = context.currentTime + afterSeconds;
			const tone = context.createOscillator();
			const volume = context.createGain();
			tone.frequency.value = hertz;
			volume.gain.setValueAtTime(0, from);
			volume.gain.linearRampToValueAtTime(loudest, from + 0.02);
			volume.gain.exponentialRampToValueAtTime(0.0001, from + fadeSeconds);
			tone.connect(volume).connect(context.destination);
			tone.start(from);
			tone.stop(from + fadeSeconds);
		}
	}

	release(): void {
		void this.#context?.close();
		this.#context = null;
	}
}
