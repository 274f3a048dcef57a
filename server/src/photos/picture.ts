/** What a reader of one kind of picture found; null when it is not whole. */
export interface ReadPicture {
	/** As the pixels lie in the file. */
	readonly width: number;
	readonly height: number;
	/** 1 to 8 as EXIF counts; from 5 on the picture lies on its side. */
	readonly orientation: number;
	readonly bytes: Uint8Array;
}
