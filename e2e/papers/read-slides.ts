import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** A shape of a slide; lengths in mm. */
export interface SlideShape {
	readonly id: string;
	readonly kind: 'sp' | 'cxnSp';
	readonly geometry: string;
	readonly isTitle: boolean;
	readonly isFilled: boolean;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** Its paragraphs; none for a shape without words. */
	readonly paragraphs: readonly string[];
	readonly fonts: ReadonlySet<string>;
	/** The shapes a connector holds on to, each with the place on it. */
	readonly glue: readonly { readonly shape: string; readonly site: string }[];
}

const emuPerMm = 36_000;

/** The shapes of every slide of a presentation in their order, which is the order they are drawn in. */
export function readSlides(file: Uint8Array): readonly (readonly SlideShape[])[] {
	const parts = unzipSync(file);
	const slides: SlideShape[][] = [];
	for (let number = 1; ; number += 1) {
		const part = parts[`ppt/slides/slide${number}.xml`];
		if (!part) return slides;
		slides.push(readSlide(strFromU8(part)));
	}
}

type Draft = { -readonly [Key in keyof SlideShape]: SlideShape[Key] } & {
	paragraphs: string[];
	fonts: Set<string>;
	glue: { shape: string; site: string }[];
};

function readSlide(xml: string): SlideShape[] {
	const shapes: SlideShape[] = [];
	const path: string[] = [];
	let shape: Draft | null = null;
	const parser = new SaxesParser();
	parser.on('opentag', ({ name, attributes }) => {
		const parent = path.at(-1);
		path.push(name);
		if (name === 'p:sp' || name === 'p:cxnSp')
			shape = {
				id: '',
				kind: name === 'p:sp' ? 'sp' : 'cxnSp',
				geometry: '',
				isTitle: false,
				isFilled: false,
				x: 0,
				y: 0,
				width: 0,
				height: 0,
				paragraphs: [],
				fonts: new Set(),
				glue: []
			};
		if (!shape) return;
		const mm = (key: string): number => Number(attributes[key]) / emuPerMm;
		if (name === 'p:cNvPr') shape.id = attributes['id'] ?? '';
		else if (name === 'p:ph') shape.isTitle = attributes['type'] === 'title';
		else if (name === 'a:off') [shape.x, shape.y] = [mm('x'), mm('y')];
		else if (name === 'a:ext' && parent === 'a:xfrm')
			[shape.width, shape.height] = [mm('cx'), mm('cy')];
		else if (name === 'a:prstGeom') shape.geometry = attributes['prst'] ?? '';
		else if (name === 'a:custGeom') shape.geometry = 'custom';
		else if (name === 'a:solidFill' && parent === 'p:spPr') shape.isFilled = true;
		else if (name === 'a:p') shape.paragraphs.push('');
		else if (name === 'a:latin' || name === 'a:ea') shape.fonts.add(attributes['typeface'] ?? '');
		else if (name === 'a:stCxn' || name === 'a:endCxn')
			shape.glue.push({ shape: attributes['id'] ?? '', site: attributes['idx'] ?? '' });
	});
	parser.on('text', (text) => {
		if (shape && path.at(-1) === 'a:t')
			shape.paragraphs.push(`${shape.paragraphs.pop() ?? ''}${text}`);
	});
	parser.on('closetag', ({ name }) => {
		path.pop();
		if (shape && (name === 'p:sp' || name === 'p:cxnSp')) {
			shapes.push(shape);
			shape = null;
		}
	});
	parser.on('error', (error) => {
		throw error;
	});
	parser.write(xml).close();
	return shapes;
}
