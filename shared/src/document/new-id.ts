import { uint32 } from 'lib0/random';

/** A fresh id of 14 letters and digits (64 random bits), safe as a key, in a URL and in a spreadsheet cell. */
export function newId(): string {
	return (uint32().toString(36).padStart(7, '0') + uint32().toString(36).padStart(7, '0')).slice(
		-14
	);
}
