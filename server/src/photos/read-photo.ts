import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import type { ReadPicture } from './picture.ts';

/** The longest side and the largest area, in pixels: a sheet at 300 dpi twice over, yet no bomb for an old screen. */
const maxPhotoSide = 12_000;
const maxPhotoPixels = 50_000_000;

/** A photo as it is kept: the picture itself, without a word of where, when or by what it was taken. */
export interface CleanPhoto {
	readonly mediaType: 'image/jpeg' | 'image/png';
	/** As it is seen, turned upright. */
	readonly width: number;
	readonly height: number;
	readonly bytes: Uint8Array;
}

/** Why bytes are not taken as a photo. */
export type PhotoRefusal = 'heicPhoto' | 'notAPhoto' | 'brokenPhoto' | 'photoTooWide';

/** Tells a photo by its bytes alone, whatever its name says, and cleans it. */
export async function readPhoto(
	bytes: Uint8Array
): Promise<{ readonly photo: CleanPhoto } | { readonly refusal: PhotoRefusal }> {
	const mediaType = mediaTypeOf(bytes);
	if (mediaType === null) return { refusal: isHeic(bytes) ? 'heicPhoto' : 'notAPhoto' };
	const picture = mediaType === 'image/jpeg' ? readJpeg(bytes) : await readPng(bytes, isTooWide);
	if (picture === 'tooWide') return { refusal: 'photoTooWide' };
	if (picture === null || picture.width === 0 || picture.height === 0)
		return { refusal: 'brokenPhoto' };
	if (isTooWide(picture)) return { refusal: 'photoTooWide' };
	const isOnItsSide = picture.orientation >= 5;
	return {
		photo: {
			mediaType,
			width: isOnItsSide ? picture.height : picture.width,
			height: isOnItsSide ? picture.width : picture.height,
			bytes: picture.bytes
		}
	};
}

function isTooWide({ width, height }: Pick<ReadPicture, 'width' | 'height'>): boolean {
	return Math.max(width, height) > maxPhotoSide || width * height > maxPhotoPixels;
}

function mediaTypeOf(bytes: Uint8Array): CleanPhoto['mediaType'] | null {
	const starts = (...start: readonly number[]): boolean =>
		start.every((byte, index) => bytes[index] === byte);
	if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
	if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
	return null;
}

/** What phones of one maker send unless told otherwise; no browser but theirs shows it. */
function isHeic(bytes: Uint8Array): boolean {
	const brand = Buffer.from(bytes.subarray(4, 12)).toString('latin1');
	return /^ftyp(hei[cxms]|hev[cxms]|mif1|msf1)/.test(brand);
}
