/** Longer than this nobody needs to read a sheet of paper. */
const longestSidePx = 2400;
const largestBytes = 1.5 * 1024 * 1024;
/** What a browser is asked to decode at all. */
const largestFileBytes = 40 * 1024 * 1024;
const qualities = [0.86, 0.74, 0.6] as const;

/** Why a file does not become a photo. */
export type PhotoRefusal = 'notAPicture' | 'heic' | 'tooLarge';

/**
 * Any picture this browser can read as an upright JPEG that is small enough to send. It is painted anew, so that
 * nothing of what the camera wrote beside the picture is in it.
 */
export async function preparePhoto(
	file: File
): Promise<{ readonly photo: Blob } | { readonly refusal: PhotoRefusal }> {
	if (file.size > largestFileBytes) return { refusal: 'tooLarge' };
	const address = URL.createObjectURL(file);
	try {
		// An element and not createImageBitmap: on iPads of iOS 15 that forgets which way up the camera was held.
		const picture = new Image();
		picture.src = address;
		await picture.decode();
		const photo = await paint(picture);
		return photo ? { photo } : { refusal: 'notAPicture' };
	} catch {
		return { refusal: isHeic(file) ? 'heic' : 'notAPicture' };
	} finally {
		URL.revokeObjectURL(address);
	}
}

async function paint(picture: HTMLImageElement): Promise<Blob | null> {
	const { naturalWidth, naturalHeight } = picture;
	let scale = Math.min(1, longestSidePx / Math.max(naturalWidth, naturalHeight));
	for (let attempt = 0; attempt < 4; attempt += 1, scale *= 0.75) {
		const canvas = document.createElement('canvas');
		canvas.width = Math.max(1, Math.round(naturalWidth * scale));
		canvas.height = Math.max(1, Math.round(naturalHeight * scale));
		const context = canvas.getContext('2d');
		if (!context) return null;
		// What is transparent would become black.
		context.fillStyle = '#fff';
		context.fillRect(0, 0, canvas.width, canvas.height);
		context.imageSmoothingQuality = 'high';
		context.drawImage(picture, 0, 0, canvas.width, canvas.height);
		for (const quality of qualities) {
			const photo = await new Promise<Blob | null>((done) =>
				canvas.toBlob(done, 'image/jpeg', quality)
			);
			if (!photo) return null;
			if (photo.size <= largestBytes) return photo;
		}
	}
	return null;
}

function isHeic({ name, type }: File): boolean {
	return /^image\/hei[cf]/i.test(type) || /\.hei[cf]$/i.test(name);
}
