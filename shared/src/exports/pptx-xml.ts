const emuPerMm = 36_000;
// Finer than any printer; and round numbers pack to three quarters.
const emuStep = 1000;

/** A length or place in the unit of Office drawings. */
export function emu(mm: number): number {
	return Math.round((mm * emuPerMm) / emuStep) * emuStep;
}

/** A paint; none for null. */
export function fillXml(colour: string | null): string {
	if (colour === null) return '<a:noFill/>';
	return `<a:solidFill><a:srgbClr val="${colour.slice(1)}"/></a:solidFill>`;
}

/** A pen; `tail` is what stands at its end. A width of 0 draws nothing. */
export function lineXml(
	line: {
		readonly colour: string;
		readonly lineMm: number;
		readonly dash: readonly number[];
		readonly isRound?: boolean;
	},
	tail = ''
): string {
	if (line.lineMm <= 0) return '<a:ln><a:noFill/></a:ln>';
	const dash = line.dash.length === 0 ? '' : `<a:prstDash val="${dashOf(line)}"/>`;
	const cap = line.isRound ? ' cap="rnd"' : '';
	const join = line.isRound ? '<a:round/>' : '<a:miter lim="800000"/>';
	return `<a:ln w="${Math.round(line.lineMm * emuPerMm)}"${cap}>${fillXml(line.colour)}${dash}${join}${tail}</a:ln>`;
}

/** The place of a shape; `turn` holds attributes that mirror or rotate it. */
export function placeXml(
	box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
	turn = ''
): string {
	const { x, y, width, height } = box;
	return `<a:xfrm${turn}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;
}

/** Tells a screen reader to pass over a shape. */
export const decorativeXml =
	'<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** Office knows names for dashes, in widths of the line, not lengths. */
function dashOf({
	dash,
	lineMm
}: {
	readonly dash: readonly number[];
	readonly lineMm: number;
}): string {
	const widths = (dash[0] ?? 0) / lineMm;
	if (widths <= 1.5) return 'sysDot';
	if (widths <= 3.5) return 'sysDash';
	return widths <= 6 ? 'dash' : 'lgDash';
}
