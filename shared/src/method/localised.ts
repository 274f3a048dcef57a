/** A word or sentence in both languages of the product. */
export interface Localised {
	readonly ja: string;
	readonly en: string;
}
