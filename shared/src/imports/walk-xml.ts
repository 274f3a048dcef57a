import { strFromU8 } from 'fflate';
import { SaxesParser } from 'saxes';
import type { ImportRefusal } from './refusals.ts';

/** What is told while a part of an Office file is read; names come without their prefix. */
export interface XmlListener {
	readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
	readonly close?: (name: string) => void;
	readonly text?: (text: string) => void;
}

/** Thrown by a listener that has seen enough, or too much. */
export class StopReading extends Error {
	readonly refusal: ImportRefusal | null;

	constructor(refusal: ImportRefusal | null) {
		super(refusal ?? 'enough');
		this.refusal = refusal;
	}
}

const stepLength = 64 * 1024;
/** No document that people made is nested so deep; what is costs a hundred times its size in memory. */
const deepest = 1000;

/** Reads one part from beginning to end; a document type is refused, for entities are declared in one. */
export function walkXml(
	part: Uint8Array,
	{ open, close, text }: XmlListener
): ImportRefusal | null {
	const parser = new SaxesParser({ position: false });
	parser.on('doctype', () => {
		throw new StopReading('declaredEntities');
	});
	parser.on('error', () => {
		throw new StopReading('damaged');
	});
	let depth = 0;
	parser.on('opentag', ({ name, attributes }) => {
		depth += 1;
		if (depth > deepest) throw new StopReading('damaged');
		// Without the namespace option every attribute is its text.
		open?.(localName(name), attributes as Readonly<Record<string, string>>);
	});
	parser.on('closetag', ({ name }) => {
		depth -= 1;
		close?.(localName(name));
	});
	if (text) {
		parser.on('text', text);
		parser.on('cdata', text);
	}
	try {
		const document = strFromU8(part).replace(/^\ufeff/, '');
		for (let at = 0; at < document.length; at += stepLength)
			parser.write(document.slice(at, at + stepLength));
		parser.close();
	} catch (error) {
		if (error instanceof StopReading) return error.refusal;
		throw error;
	}
	return null;
}

function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}
