import type { Profession } from '@renkei/shared/method/professions.ts';
import { professionSchema } from '@renkei/shared/method/professions.ts';
import type { JoinTarget } from '@renkei/shared/protocol/http-api.ts';
import { joinText } from '../../i18n/messages/join.ts';
import { joinApi } from './ask-join.ts';

const professionKey = 'renkei.profession';

/** What stands under the code: what it leads to, what is wrong with it, or that it is being looked up. */
interface CodeAnswer {
	readonly kind: 'none' | 'waiting' | 'good' | 'bad';
	readonly words: string;
}

/** What a person has chosen on the join page so far, and what is still missing. */
export class JoinForm {
	code = $state('');
	target = $state.raw<JoinTarget | null>(null);
	profession = $state<Profession | null>(rememberedProfession());
	table = $state<number | null>(null);
	asRecorder = $state(false);
	isJoining = $state(false);
	problem = $state('');

	#lookup = $state.raw<'none' | 'waiting' | { readonly refusal: string }>('none');
	readonly #api: Pick<typeof joinApi, 'joinTarget' | 'join'>;

	constructor(table: number | null, server: Pick<typeof joinApi, 'joinTarget' | 'join'> = joinApi) {
		this.table = table;
		this.#api = server;
	}

	readonly isClosed = $derived(
		this.target?.state === 'closed' && this.target.role === 'participant'
	);
	readonly isCodeWrong = $derived(typeof this.#lookup === 'object' || this.isClosed);

	readonly codeAnswer = $derived.by((): CodeAnswer => {
		if (this.#lookup === 'waiting') return { kind: 'waiting', words: joinText.looking() };
		if (typeof this.#lookup === 'object') return { kind: 'bad', words: this.#lookup.refusal };
		if (this.isClosed) return { kind: 'bad', words: joinText.over() };
		if (this.target) return { kind: 'good', words: this.target.name };
		return { kind: 'none', words: '' };
	});

	readonly roleNotice = $derived.by(() => {
		switch (this.target?.role) {
			case 'facilitator':
				return joinText.asFacilitator();
			case 'viewer':
				return joinText.asViewer();
			default:
				return '';
		}
	});

	/** The first thing still to do, as a sentence; empty when everything is chosen. */
	readonly missing = $derived.by(() => {
		if (!this.target || this.isClosed) return joinText.missing.code();
		if (this.profession === null) return joinText.missing.profession();
		if (this.table === null || this.table > this.target.tables) return joinText.missing.table();
		return '';
	});

	/** Takes the digits typed so far and looks the code up once there are six. */
	async enterCode(code: string): Promise<void> {
		if (code === this.code) return;
		this.code = code;
		this.target = null;
		this.problem = '';
		this.#lookup = 'none';
		if (code.length < 6) return;
		this.#lookup = 'waiting';
		const answer = await this.#api.joinTarget(code);
		// Somebody typed on while the answer was under way: it belongs to another code.
		if (this.code !== code) return;
		if (answer.ok) {
			this.#lookup = 'none';
			this.target = answer.value;
			this.#takeHere(answer.value);
			if (answer.value.tables === 1) this.table = 1;
			else if (this.table !== null && this.table > answer.value.tables) this.table = null;
		} else this.#lookup = { refusal: sentenceOf(answer.refusal) };
	}

	/** Whoever is in it already, for example with a code that lets them lead, chooses nothing twice. */
	#takeHere({ here }: JoinTarget): void {
		if (!here) return;
		this.profession = here.profession ?? this.profession;
		this.table ??= here.table;
		this.asRecorder = here.role === 'recorder';
	}

	/** Joins with what is chosen; the board to open, or null with `problem` set. */
	async join(): Promise<string | null> {
		const { profession, table } = this;
		if (this.missing !== '' || profession === null || table === null || this.isJoining) return null;
		this.isJoining = true;
		const answer = await this.#api.join({
			code: this.code,
			profession,
			table,
			asRecorder: this.asRecorder && this.target?.role === 'participant'
		});
		this.isJoining = false;
		if (!answer.ok) {
			this.problem = sentenceOf(answer.refusal);
			return null;
		}
		rememberProfession(profession);
		return answer.value.boardId;
	}
}

function sentenceOf(refusal: { readonly code: string; readonly sentence: string }): string {
	if (refusal.code === 'codeUnknown') return joinText.bad();
	if (refusal.code === 'workshopClosed') return joinText.over();
	return refusal.sentence;
}

function rememberedProfession(): Profession | null {
	try {
		return professionSchema.safeParse(localStorage.getItem(professionKey)).data ?? null;
	} catch {
		return null;
	}
}

function rememberProfession(profession: Profession): void {
	try {
		localStorage.setItem(professionKey, profession);
	} catch {
		// Storage may be blocked by policy; the profession is then chosen again next time.
	}
}
