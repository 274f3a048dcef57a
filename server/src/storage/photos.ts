/** A photo kept beside a board: never in the shared document, which every screen would have to carry. */
export interface StoredPhoto {
	/** Unique on its board. */
	readonly id: string;
	readonly boardId: string;
	readonly mediaType: 'image/jpeg' | 'image/png';
	/** In pixels as the photo is seen, turned upright. */
	readonly width: number;
	readonly height: number;
	readonly byteCount: number;
	readonly addedAt: number;
	readonly addedBy: string;
	/** As what it was added, for lists that name no person. */
	readonly role: string;
	readonly profession: string | null;
}

/** `too-many` when the board has as many as it may. */
export type AddPhotoResult =
	| { readonly ok: true; readonly photo: StoredPhoto }
	| { readonly ok: false; readonly reason: 'no-board' | 'too-many' };

/** The photos of boards; they go with their board, and every write is durable when it resolves. */
export interface Photos {
	/** The same id again keeps the first one and answers it. */
	add(photo: StoredPhoto, bytes: Uint8Array, mostPerBoard: number): Promise<AddPhotoResult>;
	/** In the order they were added. */
	list(boardId: string): Promise<readonly StoredPhoto[]>;
	get(boardId: string, photoId: string): Promise<StoredPhoto | null>;
	/** What the photo looks like, null when there is none. */
	read(boardId: string, photoId: string): Promise<Uint8Array | null>;
	/** False when there was none. */
	remove(boardId: string, photoId: string): Promise<boolean>;
}
