import type { Box } from '../geometry/box.ts';
import type { Localised } from './localised.ts';
import type { Profession } from './professions.ts';
import { professionIds } from './professions.ts';
import type { RecordOf } from './records/index.ts';

/** A point of the drawing in bu. */
export type DrawnPoint = readonly [x: number, y: number];

/** What people can put a pin on, and what a theme made of it starts with. */
interface CarePathTarget {
	/** A place's own id, or `<from>.<to>` of a way; pins keep it. */
	readonly id: string;
	/** Where the tip of its pin stands. */
	readonly pinAt: DrawnPoint;
	/** Those who mostly work together here, offered before all others. */
	readonly parties: readonly string[];
	/** The theme in words; `{disease}` stands for the disease's phrase or for nothing. */
	readonly theme: Localised;
}

/** A box of the drawing: where people are cared for, or where the next place is prepared. */
export interface CarePathPlace extends CarePathTarget {
	readonly look: 'home' | 'ward' | 'support';
	readonly label: Localised;
	readonly detail: Localised | null;
	readonly box: Box;
}

/** An arrow of the drawing; its ends are places or areas. */
export interface CarePathWay extends CarePathTarget {
	readonly from: string;
	readonly to: string;
	/** A name of its own where from and to alone do not say it, and where it is written. */
	readonly name: { readonly label: Localised; readonly at: DrawnPoint } | null;
	/** The corners it runs through; with `bends`, start, two control points and end of one curve. */
	readonly points: readonly DrawnPoint[];
	readonly bends: boolean;
	/** Back to where it began. */
	readonly isReturn: boolean;
}

/** A field of the drawing that holds places; it takes no pins but ways may lead to it. */
export interface CarePathArea {
	readonly id: string;
	readonly label: Localised;
	readonly labelAt: DrawnPoint;
	/** Null where only the word is written. */
	readonly box: Box | null;
}

/** A disease or a party that people name; the id is kept in pins. */
export interface CarePathWord {
	readonly id: string;
	readonly label: Localised;
}

/** Everything a drawing like 図表4-3 consists of, in bu; a method pack may bring another. */
export interface CarePath {
	readonly title: Localised;
	readonly width: number;
	readonly height: number;
	readonly areas: readonly CarePathArea[];
	readonly places: readonly CarePathPlace[];
	readonly ways: readonly CarePathWay[];
	readonly diseases: readonly CarePathWord[];
	/** The disease that says: no disease in particular. */
	readonly noDisease: string;
	/** What `{disease}` becomes; `{word}` is the disease. */
	readonly diseasePhrase: Localised;
	readonly parties: readonly CarePathWord[];
	/** How many pins one person has. */
	readonly pinsEach: number;
}

export type Pin = RecordOf<'pin'>;

/** How often something was named. */
export interface Naming<Id> {
	readonly id: Id;
	readonly count: number;
}

/** What the pins on one target say together; counts, never people. */
export interface PinTally {
	readonly count: number;
	/** In the order of the join page, those of no profession last. */
	readonly professions: readonly Naming<Profession | null>[];
	/** Most named first, equals in the order of the table. */
	readonly diseases: readonly Naming<string>[];
	readonly parties: readonly Naming<string>[];
}

/** The place or way with this id, or null when this drawing has none. */
export function findTarget(path: CarePath, id: string): CarePathPlace | CarePathWay | null {
	return (
		path.places.find((place) => place.id === id) ?? path.ways.find((way) => way.id === id) ?? null
	);
}

/** What the pins say, by target; pins on targets of another drawing are left out. */
export function tallyPins(path: CarePath, pins: readonly Pin[]): ReadonlyMap<string, PinTally> {
	return new Map(
		[...path.places, ...path.ways].map(({ id }) => [
			id,
			tally(
				path,
				pins.filter((pin) => pin.place === id)
			)
		])
	);
}

/** How many pins this person may still place. */
export function pinsLeft(path: CarePath, pins: readonly Pin[], participant: string): number {
	const used = pins.filter(
		({ createdBy, place }) => createdBy === participant && findTarget(path, place) !== null
	).length;
	// Two devices of one person that were apart may have placed more than the limit between them.
	return Math.max(0, path.pinsEach - used);
}

/** Everybody who has a pin on this drawing. */
export function pinPlacers(path: CarePath, pins: readonly Pin[]): ReadonlySet<string> {
	return new Set(
		pins.filter(({ place }) => findTarget(path, place)).map(({ createdBy }) => createdBy)
	);
}

/** How much a target with pins stands out: 1 few, 2 some, 3 most of all. */
export type Heat = 1 | 2 | 3;

/** How much a target stands out beside the one with most pins; 0 where there is none. */
export function heatOf(count: number, most: number): 0 | Heat {
	if (count === 0) return 0;
	if (count === most && most >= 3) return 3;
	return count * 3 >= most ? 2 : 1;
}

/** The ends of a way, or the place itself, in words: 退院支援 → 在宅療養. */
export function targetWords(path: CarePath, id: string): Localised {
	const way = path.ways.find((other) => other.id === id);
	if (!way) return endWords(path, id);
	const [from, to] = [endWords(path, way.from), endWords(path, way.to)];
	return { ja: `${from.ja} → ${to.ja}`, en: `${from.en} → ${to.en}` };
}

/** The word of a disease or party; what this table does not know is its own word. */
export function wordOf(words: readonly CarePathWord[], id: string): Localised {
	return words.find((word) => word.id === id)?.label ?? { ja: id, en: id };
}

/** A theme for a target in words that people go on from; disease is '' when none was named. */
export function suggestTheme(path: CarePath, target: string, disease: string): Localised {
	const { ja, en } = findTarget(path, target)?.theme ?? { ja: '', en: '' };
	const isNamed = disease !== '' && disease !== path.noDisease;
	const word = wordOf(path.diseases, disease);
	const inSentence = { ja: word.ja, en: word.en.charAt(0).toLowerCase() + word.en.slice(1) };
	const phrase = (lang: 'ja' | 'en'): string =>
		isNamed ? path.diseasePhrase[lang].replace('{word}', () => inSentence[lang]) : '';
	return {
		ja: ja.replace('{disease}', () => phrase('ja')),
		en: en.replace('{disease}', () => phrase('en'))
	};
}

function endWords({ places, areas }: CarePath, id: string): Localised {
	const end = [...places, ...areas].find((other) => other.id === id);
	return end?.label ?? { ja: id, en: id };
}

function tally(path: CarePath, pins: readonly Pin[]): PinTally {
	const idsOf = (words: readonly CarePathWord[]): readonly string[] => words.map(({ id }) => id);
	return {
		count: pins.length,
		professions: countAll<Profession | null>(
			pins.map(({ profession }) => profession),
			[...professionIds, null]
		),
		diseases: byCount(
			countAll(
				pins.map(({ disease }) => disease).filter((disease) => disease !== ''),
				idsOf(path.diseases)
			)
		),
		parties: byCount(
			countAll(
				pins.flatMap(({ parties }) => [...new Set(parties)]),
				idsOf(path.parties)
			)
		)
	};
}

/** Counts in the order of `known`; what is not known follows by its own order, never by that of arrival. */
function countAll<Id extends string | null>(
	named: readonly Id[],
	known: readonly Id[]
): readonly Naming<Id>[] {
	const counts = new Map<Id, number>();
	for (const id of named) counts.set(id, (counts.get(id) ?? 0) + 1);
	const unknown = [...counts.keys()]
		.filter((id) => !known.includes(id))
		.sort((a, b) => (String(a) < String(b) ? -1 : 1));
	return [...known, ...unknown]
		.map((id) => ({ id, count: counts.get(id) ?? 0 }))
		.filter(({ count }) => count > 0);
}

function byCount<Id>(namings: readonly Naming<Id>[]): readonly Naming<Id>[] {
	return [...namings].sort((a, b) => b.count - a.count);
}
