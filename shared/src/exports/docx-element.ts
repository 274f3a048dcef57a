import type { XmlComponent } from 'docx';
import { BuilderElement, FileChild } from 'docx';

/** An element the library has no class for, with its attributes in the order given. */
export function wordElement(
	name: string,
	attributes: Readonly<Record<string, string | number>>,
	children: readonly XmlComponent[] = []
): XmlComponent {
	return new BuilderElement<Record<string, string | number>>({
		name,
		attributes: Object.fromEntries(
			Object.entries(attributes).map(([key, value]) => [key, { key, value }])
		),
		children
	});
}

/** The same where a paragraph or a table may stand. */
export class WordBlock extends FileChild {
	constructor(name: string, children: readonly XmlComponent[]) {
		super(name);
		this.root.push(...children);
	}
}
