import PptxGenJs from 'pptxgenjs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { notAtEnd, notAtStart } from '../method/worksheet/break-lines.ts';
import type { Slide } from './pptx-slide.ts';
import { slideXml } from './pptx-slide.ts';
import { slideFont } from './pptx-text.ts';
import { emu } from './pptx-xml.ts';
import { escapeXml } from './xml-text.ts';

/** A whole presentation; `date` is the only date in the file. */
export interface Presentation {
	readonly title: string;
	readonly date: string;
	readonly widthMm: number;
	readonly heightMm: number;
	readonly slides: readonly Slide[];
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
// Notes nobody wrote, and folders that are no parts.
const superfluous = /\/$|^ppt\/notes(?:Masters|Slides)\//;

/** The presentation as a file. The library gives theme, master and relations; every slide is our own XML in them. */
export async function packPresentation(presentation: Presentation): Promise<Uint8Array> {
	const { widthMm, heightMm, title, date, slides } = presentation;
	const library = new PptxGenJs();
	library.defineLayout({ name: 'sheet', width: widthMm / 25.4, height: heightMm / 25.4 });
	library.layout = 'sheet';
	library.theme = { headFontFace: slideFont, bodyFontFace: slideFont };
	for (let count = 0; count < slides.length; count += 1) library.addSlide();
	const made = await library.write({ outputType: 'uint8array' });
	if (!(made instanceof Uint8Array)) throw new Error('pptxgenjs gave no bytes');

	const parts = unzipSync(made, { filter: ({ name }) => !superfluous.test(name) });
	const rewrite = (name: string, change: (xml: string) => string): void => {
		const part = parts[name];
		if (!part) throw new Error(`pptxgenjs no longer writes ${name}`);
		parts[name] = strToU8(change(strFromU8(part).trim()));
	};
	for (const [index, slide] of slides.entries()) {
		const file = `slide${index + 1}.xml`;
		rewrite(`ppt/slides/${file}`, () => slideXml(slide, widthMm));
		rewrite(`ppt/slides/_rels/${file}.rels`, withoutNotes);
	}
	rewrite('[Content_Types].xml', (xml) =>
		changed(xml, /<Default Extension="(?!xml"|rels")[^>]*>/g, '')
			// The library also names notes, and one master per slide, that are not there.
			.replace(/<Override PartName="\/([^"]*)"[^>]*>/g, (element, name: string) =>
				name in parts ? element : ''
			)
	);
	rewrite('ppt/_rels/presentation.xml.rels', withoutNotes);
	rewrite('ppt/presentation.xml', (xml) =>
		changed(
			// Behind the slides, against the schema; and without notes it has nothing to name.
			changed(xml, /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/, ''),
			/(?=<p:defaultTextStyle>)/,
			`<p:kinsoku lang="ja-JP" invalStChars="${escapeXml(notAtStart)}" invalEndChars="${escapeXml(notAtEnd)}"/>`
		)
	);
	rewrite('ppt/theme/theme1.xml', (xml) =>
		changed(xml, /<a:ea typeface=""\/>/g, `<a:ea typeface="${slideFont}"/>`)
	);
	const titlePlace = placeholderXml(presentation);
	rewrite('ppt/slideMasters/slideMaster1.xml', (xml) =>
		changed(xml, /(?=<\/p:spTree>)/, titlePlace)
	);
	rewrite('ppt/slideLayouts/slideLayout1.xml', (xml) =>
		changed(
			changed(xml, /(?=<\/p:spTree>)/, titlePlace),
			/ preserve="1"/,
			' type="titleOnly" preserve="1"'
		)
	);
	rewrite('docProps/core.xml', () => coreXml(title, date));
	rewrite('docProps/app.xml', () => appXml(slides.length));

	// The time of every entry is fixed; zips know none before 1980.
	const mtime = new Date(`${date}T00:00:00`);
	const names = Object.keys(parts).sort();
	// The first entry tells what the file is.
	const ordered = [
		'[Content_Types].xml',
		...names.filter((name) => name !== '[Content_Types].xml')
	];
	return zipSync(
		Object.fromEntries(ordered.map((name) => [name, [parts[name] ?? new Uint8Array(), { mtime }]])),
		{ level: 6 }
	);
}

/** A change that must find what it changes: a newer library would otherwise go wrong in silence. */
function changed(xml: string, from: RegExp, to: string): string {
	if (xml.search(from) < 0) throw new Error(`pptxgenjs no longer writes ${from.source}`);
	return xml.replace(from, () => to);
}

function withoutNotes(xml: string): string {
	return changed(xml, /<Relationship [^>]*notes(?:Master|Slide)s\/[^>]*>/g, '');
}

/** Where a title goes when somebody adds a slide. */
function placeholderXml({ widthMm, heightMm }: Presentation): string {
	const place = `<a:off x="${emu(widthMm * 0.05)}" y="${emu(heightMm * 0.05)}"/><a:ext cx="${emu(widthMm * 0.9)}" cy="${emu(heightMm * 0.1)}"/>`;
	return (
		'<p:sp><p:nvSpPr><p:cNvPr id="2" name="題名"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>' +
		`<p:spPr><a:xfrm>${place}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
		'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="ja-JP"/></a:p></p:txBody></p:sp>'
	);
}

function coreXml(title: string, date: string): string {
	const day = (name: string): string =>
		`<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
	return (
		`${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>${escapeXml(title)}</dc:title><dc:creator>連携ボード</dc:creator><dc:language>ja-JP</dc:language>${day('created')}${day('modified')}</cp:coreProperties>`
	);
}

function appXml(slides: number): string {
	return `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>連携ボード</Application><Slides>${slides}</Slides></Properties>`;
}
