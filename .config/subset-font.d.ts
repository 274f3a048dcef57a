declare module 'subset-font' {
	/** The font with only the glyphs of `text`, in another file format if asked. */
	export default function subsetFont(
		font: Buffer,
		text: string,
		options: { readonly targetFormat: 'woff2' }
	): Promise<Buffer>;
}
