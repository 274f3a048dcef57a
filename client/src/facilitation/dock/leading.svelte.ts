import {
	nextPart,
	partOf,
	placeInProgramme,
	usualProgramme
} from '@renkei/shared/facilitation/part-kinds.ts';
import type { PartKind } from '@renkei/shared/facilitation/part-kinds.ts';
import type { Phase } from '@renkei/shared/facilitation/phase.ts';
import { programmeLimits } from '@renkei/shared/facilitation/phase.ts';
import type { StepId } from '@renkei/shared/method/ids.ts';
import { say } from '../../i18n/message.ts';
import { leadingText } from '../../i18n/messages/leading.ts';
import type { FacilitationState, LeadFailure } from '../../state/facilitation.svelte.ts';
import type { OpenBoard } from '../../state/open-board.ts';

const minuteMs = 60_000;

/** The programme of a table as whoever leads it sees it, and the presses that move it on. */
export class ProgrammeLead {
	/** Why the last press did nothing; null when it did what was asked. */
	failure = $state.raw<LeadFailure | null>(null);
	readonly #led: FacilitationState;
	readonly #open: OpenBoard;
	#isAsking = false;

	constructor(led: FacilitationState, open: OpenBoard) {
		this.#led = led;
		this.#open = open;
	}

	/** Whether the table has a programme of its own. */
	get isPlanned(): boolean {
		return (this.#led.known?.phases.programme.length ?? 0) > 0;
	}

	/** The table's programme, or the usual one. */
	get programme(): readonly Phase[] {
		const own = this.#led.known?.phases.programme ?? [];
		return own.length > 0 ? own : usualProgramme(this.#open.board.meta.kind, this.titleOf);
	}

	/** What comes after the part that runs; where none of the programme runs, the first part of the step looked at. */
	nextFrom(step: StepId): Phase | null {
		const { programme } = this;
		const running = this.#led.running?.phase ?? null;
		if (running && placeInProgramme(programme, running) >= 0) return nextPart(programme, running);
		return programme.find((part) => part.step === step) ?? programme[0] ?? null;
	}

	readonly titleOf = (kind: PartKind, step: StepId): string => {
		const label = say(this.#open.method.steps[step].label);
		const title =
			kind === 'together'
				? label
				: kind === 'alone'
					? leadingText.aloneAt(label)
					: `${label}・${leadingText.kinds[kind]()}`;
		return title.slice(0, programmeLimits.titleLength);
	};

	/** A part made on the spot, for the step looked at. */
	partNow(kind: PartKind, step: StepId, minutes: number | null): Phase {
		const id = `now-${kind}-${step}`;
		return partOf(kind, step, { id, title: this.titleOf(kind, step), minutes });
	}

	/** Begins a part for everybody; with a timer its time begins anew. True once that is so. */
	begin(phase: Phase, withTimer: boolean): Promise<boolean> {
		return this.#ask(async () => {
			const since = this.#led.running?.since ?? null;
			const failure = await this.#led.lead('phases', { do: 'begin', phase, since });
			if (failure !== null || !withTimer || phase.minutes === null) return failure;
			const { status } = this.#led.known?.timer ?? { status: 'idle' };
			if (status !== 'idle') await this.#led.lead('timer', { do: 'stop' });
			const durationMs = phase.minutes * minuteMs;
			return this.#led.lead('timer', { do: 'start', durationMs, label: phase.title });
		});
	}

	/** 全部できる again. */
	end(): Promise<boolean> {
		return this.#ask(async () => {
			const { running } = this.#led;
			return running ? this.#led.lead('phases', { do: 'end', since: running.since }) : null;
		});
	}

	/** みんなに公開: shows what was written unseen in the part that runs. */
	reveal(): Promise<boolean> {
		return this.#ask(() =>
			this.#led.lead('writing', {
				do: 'reveal',
				of: this.#led.running?.since ?? null,
				handle: null,
				order: 'random'
			})
		);
	}

	/** Gives everybody a minute more before moving on. */
	waitAMinute(): Promise<boolean> {
		return this.#ask(() => {
			const { status } = this.#led.known?.timer ?? { status: 'idle' };
			return status === 'idle'
				? this.#led.lead('timer', { do: 'start', durationMs: minuteMs, label: '' })
				: this.#led.lead('timer', { do: 'addMinute' });
		});
	}

	plan(programme: readonly Phase[]): Promise<boolean> {
		return this.#ask(() => this.#led.lead('phases', { do: 'plan', programme: [...programme] }));
	}

	async #ask(work: () => Promise<LeadFailure | null>): Promise<boolean> {
		// A second press before the answer would be judged as a second command.
		if (this.#isAsking) return false;
		this.#isAsking = true;
		this.failure = await work().finally(() => (this.#isAsking = false));
		return this.failure === null;
	}
}
