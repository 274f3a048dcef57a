/** Hands a file to the person, under this name among their downloads. */
export function saveFile(bytes: Uint8Array, name: string, mediaType: string): void {
	const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: mediaType }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// Safari reads the address only after the click has been handled.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
