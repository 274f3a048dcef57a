import { SaxesParser } from 'saxes';

/** An element of a part, in the order of the file. */
export interface Element {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly parent: Element | null;
	text: string;
}

/** Every element of a part in its order; throws where it is not well-formed. */
export function elementsOf(xml: string): Element[] {
	const all: Element[] = [];
	const open: Element[] = [];
	const parser = new SaxesParser();
	parser.on('opentag', ({ name, attributes }) => {
		const element = { name, attributes: { ...attributes }, parent: open.at(-1) ?? null, text: '' };
		all.push(element);
		open.push(element);
	});
	parser.on('text', (text) => {
		const last = open.at(-1);
		if (last) last.text += text;
	});
	parser.on('closetag', () => void open.pop());
	parser.on('error', (error) => {
		throw error;
	});
	parser.write(xml).close();
	return all;
}
