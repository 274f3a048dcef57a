/** The languages every sentence of the product exists in. */
export type Language = 'ja' | 'en';

/** The person's language by what the browser prefers; Japanese unless English comes first. */
export function languageOf(acceptLanguage: string | undefined): Language {
	const wishes = (acceptLanguage ?? '')
		.slice(0, 200)
		.split(',')
		.map((part) => {
			const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
			const quality = parameters.map((text) => /^\s*q=([0-9.]+)$/.exec(text)?.[1]).find(Boolean);
			return { language: tag.split('-')[0], weight: Number(quality ?? 1) };
		})
		.filter(({ language, weight }) => (language === 'ja' || language === 'en') && weight > 0)
		.sort((a, b) => b.weight - a.weight);
	return wishes[0]?.language === 'en' ? 'en' : 'ja';
}
