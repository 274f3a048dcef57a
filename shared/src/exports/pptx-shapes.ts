import type {
	BoxItem,
	ConnectorItem,
	LineItem,
	PathItem,
	RectItem
} from '../method/worksheet/sheet-items.ts';
import { readPath } from './pptx-path.ts';
import { decorativeXml, emu, fillXml, lineXml, placeXml } from './pptx-xml.ts';

type Point = readonly [x: number, y: number];

/** Office has connectors of so many points at right angles. */
const mostCorners = 6;
const rightAngle = 1e-3;

/** A frame of the page: nothing to read, nothing to hold on to. */
export function rectXml(id: number, rect: RectItem): string {
	const pen = lineXml({ ...rect, dash: [] });
	return shapeXml(id, `枠 ${id}`, geometryXml('rect'), { ...rect, fill: null, pen });
}

/** A frame connectors hold on to; a corner as round as drawn. */
export function boxXml(id: number, box: BoxItem): string {
	const least = Math.min(box.width, box.height);
	const round = Math.min(50_000, Math.round((box.radiusMm / least) * 100_000));
	const geometry =
		round > 0
			? geometryXml('roundRect', `<a:gd name="adj" fmla="val ${round}"/>`)
			: geometryXml('rect');
	return shapeXml(id, `箱 ${id}`, geometry, { ...box, pen: lineXml(box) });
}

/** A line that belongs to nothing. */
export function lineShapeXml(id: number, { x1, y1, x2, y2, ...line }: LineItem): string {
	const place = straightPlace([x1, y1], [x2, y2]);
	return connectorXml(id, `線 ${id}`, '', decorativeXml, place, geometryXml('line'), lineXml(line));
}

/** An outline of curves as a shape of its own, in hundredths of its units. */
export function pathXml(id: number, path: PathItem): string {
	const pieces = readPath(path.path);
	const points = pieces.flatMap((piece): readonly Point[] =>
		piece.kind === 'close' ? [] : piece.kind === 'curve' ? [...piece.via, piece.to] : [piece.to]
	);
	const [left, top] = [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))];
	const width = Math.max(...points.map(([x]) => x)) - left;
	const height = Math.max(...points.map(([, y]) => y)) - top;
	const at = ([x, y]: Point): string =>
		`<a:pt x="${Math.round((x - left) * 100)}" y="${Math.round((y - top) * 100)}"/>`;
	const drawn = pieces.map((piece) => {
		switch (piece.kind) {
			case 'move':
				return `<a:moveTo>${at(piece.to)}</a:moveTo>`;
			case 'line':
				return `<a:lnTo>${at(piece.to)}</a:lnTo>`;
			case 'curve':
				return `<a:cubicBezTo>${[...piece.via, piece.to].map(at).join('')}</a:cubicBezTo>`;
			case 'close':
				return '<a:close/>';
		}
	});
	const size = `w="${Math.max(1, Math.round(width * 100))}" h="${Math.max(1, Math.round(height * 100))}"`;
	const geometry = outlineXml(size, drawn.join(''), path.fill === null);
	const pen =
		path.stroke === null
			? '<a:ln><a:noFill/></a:ln>'
			: lineXml({
					colour: path.stroke,
					lineMm: path.lineUnits * path.scale,
					dash: [],
					isRound: path.isRound ?? false
				});
	return shapeXml(id, `記号 ${id}`, geometry, {
		x: path.x + left * path.scale,
		y: path.y + top * path.scale,
		width: width * path.scale,
		height: height * path.scale,
		fill: path.fill,
		pen
	});
}

/** A box of the page with the id its shape has on the slide. */
export interface PlacedBox {
	readonly shape: number;
	readonly box: BoxItem;
}

/** A connector that goes along when one of its boxes is moved. */
export function glueXml(
	id: number,
	line: ConnectorItem,
	from: PlacedBox | undefined,
	to: PlacedBox | undefined
): string {
	const points = line.points;
	const [first, last] = [points[0], points.at(-1)];
	if (!first || !last) return '';
	const glue =
		(from ? `<a:stCxn id="${from.shape}" idx="${siteOf(from.box, first)}"/>` : '') +
		(to ? `<a:endCxn id="${to.shape}" idx="${siteOf(to.box, last)}"/>` : '');
	const pen = lineXml(line, line.hasHead ? '<a:tailEnd type="triangle" w="med" len="med"/>' : '');
	const [place, geometry] = routeOf(points);
	return connectorXml(id, `矢印 ${id}`, glue, '', place, geometry, pen);
}

/** The places where a connector can hold a rectangle, in the order Office counts them. */
function siteOf({ x, y, width, height }: BoxItem, end: Point): number {
	const sites: readonly Point[] = [
		[x + width / 2, y],
		[x, y + height / 2],
		[x + width / 2, y + height],
		[x + width, y + height / 2]
	];
	const distances = sites.map(([sx, sy]) => Math.hypot(sx - end[0], sy - end[1]));
	return distances.indexOf(Math.min(...distances));
}

/** The connector of Office that runs as drawn: straight or at right angles; else an outline of its own. */
function routeOf(points: readonly Point[]): readonly [place: string, geometry: string] {
	const [first = [0, 0], second = first] = points;
	const last = points.at(-1) ?? first;
	if (points.length <= 2) return [straightPlace(first, last), geometryXml('straightConnector1')];
	const isLevel = Math.abs(second[0] - first[0]) >= Math.abs(second[1] - first[1]);
	const bends = points.length > mostCorners ? null : bendsOf(points, isLevel);
	if (bends === null) return freeRoute(points);
	const values = bends.map((share, index) => `<a:gd name="adj${index + 1}" fmla="val ${share}"/>`);
	return [
		bentPlace(first, last, isLevel),
		geometryXml(`bentConnector${points.length - 1}`, values.join(''))
	];
}

/** Where a route of right angles turns, in shares of its whole size; null where it has other angles. */
function bendsOf(points: readonly Point[], isLevel: boolean): readonly number[] | null {
	const [first = [0, 0]] = points;
	const last = points.at(-1) ?? first;
	const bends: number[] = [];
	for (const [index, [x, y]] of points.slice(1).entries()) {
		const [fromX, fromY] = points[index] ?? first;
		// Pieces run along one axis and the other by turns.
		const along = isLevel === (index % 2 === 0) ? 0 : 1;
		if (Math.abs(along === 0 ? y - fromY : x - fromX) > rightAngle) return null;
		const whole = last[along] - first[along];
		if (index >= points.length - 3) continue;
		if (Math.abs(whole) < rightAngle) return null;
		bends.push(Math.round((((along === 0 ? x : y) - first[along]) / whole) * 100_000));
	}
	return bends;
}

function straightPlace(from: Point, to: Point): string {
	return bentPlace(from, to, true);
}

/** Bent connectors leave to the right in their own frame; mirrored and turned they leave as drawn. */
function bentPlace(from: Point, to: Point, isLevel: boolean): string {
	const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
	const [width, height] = [Math.abs(dx), Math.abs(dy)];
	const [x, y] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
	if (isLevel) {
		const turn = `${dx < 0 ? ' flipH="1"' : ''}${dy < 0 ? ' flipV="1"' : ''}`;
		return placeXml({ x, y, width, height }, turn);
	}
	const turn = ` rot="5400000"${dy < 0 ? ' flipH="1"' : ''}${dx > 0 ? ' flipV="1"' : ''}`;
	const box = {
		x: x + width / 2 - height / 2,
		y: y + height / 2 - width / 2,
		width: height,
		height: width
	};
	return placeXml(box, turn);
}

function freeRoute(points: readonly Point[]): readonly [place: string, geometry: string] {
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	const box = {
		x: Math.min(...xs),
		y: Math.min(...ys),
		width: Math.max(...xs) - Math.min(...xs),
		height: Math.max(...ys) - Math.min(...ys)
	};
	const drawn = points.map(([x, y], index) => {
		const point = `<a:pt x="${emu(x - box.x)}" y="${emu(y - box.y)}"/>`;
		return index === 0 ? `<a:moveTo>${point}</a:moveTo>` : `<a:lnTo>${point}</a:lnTo>`;
	});
	const size = `w="${Math.max(1, emu(box.width))}" h="${Math.max(1, emu(box.height))}"`;
	return [placeXml(box), outlineXml(size, drawn.join(''), true)];
}

function geometryXml(name: string, values = ''): string {
	return values === ''
		? `<a:prstGeom prst="${name}"/>`
		: `<a:prstGeom prst="${name}"><a:avLst>${values}</a:avLst></a:prstGeom>`;
}

function outlineXml(size: string, drawn: string, isOpen: boolean): string {
	const path = `<a:path ${size}${isOpen ? ' fill="none"' : ''}>${drawn}</a:path>`;
	return `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>${path}</a:pathLst></a:custGeom>`;
}

function shapeXml(
	id: number,
	name: string,
	geometry: string,
	shape: {
		readonly x: number;
		readonly y: number;
		readonly width: number;
		readonly height: number;
		readonly fill: string | null;
		readonly pen: string;
	}
): string {
	const properties = `<p:spPr>${placeXml(shape)}${geometry}${fillXml(shape.fill)}${shape.pen}</p:spPr>`;
	return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}">${decorativeXml}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>${properties}</p:sp>`;
}

function connectorXml(
	id: number,
	name: string,
	glue: string,
	extension: string,
	place: string,
	geometry: string,
	pen: string
): string {
	return (
		`<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="${name}">${extension}</p:cNvPr><p:cNvCxnSpPr>${glue}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>` +
		`<p:spPr>${place}${geometry}${pen}</p:spPr></p:cxnSp>`
	);
}
