import type { CarePath, Naming, Pin, PinTally } from '@renkei/shared/method/care-path.ts';
import { pinPlacers, pinsLeft, tallyPins } from '@renkei/shared/method/care-path.ts';
import { homeCarePath } from '@renkei/shared/method/care-path-table.ts';
import type { Profession } from '@renkei/shared/method/professions.ts';
import { recordsOf } from '@renkei/shared/method/records/index.ts';
import { mayLead, mayWrite } from '@renkei/shared/method/roles.ts';
import type { OpenBoard } from '../../../state/open-board.ts';

/** What somebody says beside where: the disease, and who works together. */
export interface PinWords {
	readonly disease: string;
	readonly parties: readonly string[];
}

/** What came of a press, to be said in one sentence. */
export type PinNews = 'placed' | 'taken' | 'full' | 'readOnly';

const noWords: PinWords = { disease: '', parties: [] };
const noPins: PinTally = { count: 0, professions: [], diseases: [], parties: [] };

/** The pins of the board as this person sees them, and what this person is about to say. */
export class CarePathPins {
	readonly path: CarePath = homeCarePath;
	readonly #open: OpenBoard;
	/** What is pressed by somebody who has no pin there (yet), by target. */
	#drafts = $state.raw<ReadonlyMap<string, PinWords>>(new Map());
	#target = $state.raw<string | null>(null);
	#news = $state.raw<{ readonly kind: PinNews; readonly target: string } | null>(null);
	/** Whether pressing a target places a pin at once. */
	placesOnPress = $state(false);
	readonly #pinsNow = $derived.by(() => recordsOf(this.#open.board, 'pin'));
	readonly #tallies = $derived.by(() => tallyPins(this.path, this.#pinsNow));

	constructor(open: OpenBoard) {
		this.#open = open;
		this.placesOnPress = !mayLead(open.access.role) && mayWrite(open.access.role);
	}

	get canWrite(): boolean {
		return this.#open.canWrite;
	}

	/** May take away what others placed. */
	get leads(): boolean {
		return mayLead(this.#open.access.role);
	}

	/** The chosen place or way, null before any choice. */
	get target(): string | null {
		return this.#target;
	}

	get news(): { readonly kind: PinNews; readonly target: string } | null {
		return this.#news;
	}

	get left(): number {
		return pinsLeft(this.path, this.#pinsNow, this.#open.access.participant);
	}

	/** How many have placed a pin, of all who are here or have. */
	get turnout(): { readonly placed: number; readonly people: number } {
		const { access, participants } = this.#open;
		const placers = pinPlacers(this.path, this.#pinsNow);
		const people = new Set(placers);
		const here = [access, ...participants.people.map(({ identity }) => identity)];
		for (const { role, participant } of here) if (mayWrite(role)) people.add(participant);
		return { placed: placers.size, people: people.size };
	}

	tally(target: string): PinTally {
		return this.#tallies.get(target) ?? noPins;
	}

	/** The most pins that any target has. */
	get most(): number {
		return Math.max(0, ...[...this.#tallies.values()].map(({ count }) => count));
	}

	/** The targets with most pins first, those without left out. */
	get ranking(): readonly Naming<string>[] {
		return [...this.#tallies]
			.map(([id, { count }]) => ({ id, count }))
			.filter(({ count }) => count > 0)
			.sort((a, b) => b.count - a.count);
	}

	/** This person's own pins on a target, oldest first. */
	own(target: string): readonly Pin[] {
		return this.#on(target).filter(({ createdBy }) => createdBy === this.#open.access.participant);
	}

	/** The pins of others on a target, by profession. */
	others(target: string): readonly Naming<Profession | null>[] {
		const own = new Set(this.own(target));
		const rest = this.#on(target).filter((pin) => !own.has(pin));
		return tallyPins(this.path, rest).get(target)?.professions ?? [];
	}

	/** What stands pressed for a target: this person's own pin, else what they chose, else what most named. */
	words(target: string): PinWords {
		return this.own(target).at(-1) ?? this.#drafts.get(target) ?? this.#leading(target);
	}

	/** What a theme made of a target is about: what stands pressed, and what most named where nothing does. */
	themeWords(target: string): PinWords {
		const { disease, parties } = this.words(target);
		const leading = this.#leading(target);
		return {
			disease: disease || leading.disease,
			parties: parties.length > 0 ? parties : leading.parties
		};
	}

	/** Chooses a target without placing anything. */
	look(target: string | null): void {
		this.#target = target;
		this.#news = null;
	}

	/** What a press on the drawing does: a first pin where pins are being placed, else only a look. */
	press(target: string): void {
		if (this.placesOnPress && this.own(target).length === 0) this.place(target);
		else this.look(target);
	}

	/** Puts one of this person's pins on a target, and chooses it unless that would hide where they are. */
	place(target: string, chooses = true): void {
		if (chooses) this.#target = target;
		if (!this.canWrite) this.#tell('readOnly', target);
		else if (this.left === 0) this.#tell('full', target);
		else {
			const words = this.own(target).at(-1) ?? this.#drafts.get(target) ?? noWords;
			const { disease, parties } = words;
			const id = this.#open.commands.addRecord({ kind: 'pin', place: target, disease, parties });
			if (id !== null) this.#tell('placed', target);
		}
	}

	/** Takes this person's newest pin away from a target. */
	takeOwn(target: string): void {
		this.#take(this.own(target).at(-1), target);
	}

	/** Takes the newest pin of a profession away, for those who lead. */
	takeOthers(target: string, profession: Profession | null): void {
		const own = new Set(this.own(target));
		const those = this.#on(target).filter((pin) => !own.has(pin) && pin.profession === profession);
		if (this.leads) this.#take(those.at(-1), target);
	}

	/** Presses or releases a disease; a pin has at most one. */
	toggleDisease(target: string, id: string): void {
		const words = this.words(target);
		this.#say(target, { ...words, disease: words.disease === id ? '' : id });
	}

	toggleParty(target: string, id: string): void {
		const { disease, parties } = this.words(target);
		const without = parties.filter((other) => other !== id);
		this.#say(target, {
			disease,
			parties: without.length < parties.length ? without : [...parties, id]
		});
	}

	#say(target: string, { disease, parties }: PinWords): void {
		const pin = this.own(target).at(-1);
		if (!pin) {
			this.#drafts = new Map([...this.#drafts, [target, { disease, parties }]]);
			return;
		}
		const { commands } = this.#open;
		if (pin.disease !== disease) commands.setRecordField(pin.id, 'disease', disease);
		if (pin.parties !== parties) commands.setRecordField(pin.id, 'parties', parties);
	}

	#take(pin: Pin | undefined, target: string): void {
		if (!pin || !this.canWrite) return;
		this.#open.commands.removeRecords([pin.id]);
		this.#tell('taken', target);
	}

	#tell(kind: PinNews, target: string): void {
		this.#news = { kind, target };
	}

	#on(target: string): readonly Pin[] {
		return this.#pinsNow.filter(({ place }) => place === target);
	}

	/** どことどこ: two parties at most. */
	#leading(target: string): PinWords {
		const { diseases, parties } = this.tally(target);
		return { disease: diseases[0]?.id ?? '', parties: parties.slice(0, 2).map(({ id }) => id) };
	}
}
