import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

// The earliest day an archive can carry, the same for every file.
const entryDate = new Date('1980-01-01T00:00:00');

/** The archive again with the date of the sheet as its only date, so that the same board gives the same bytes. */
export function settlePackage(archive: Uint8Array, date: string): Uint8Array {
	const parts = unzipSync(archive);
	const properties = parts['docProps/core.xml'];
	if (properties)
		parts['docProps/core.xml'] = strToU8(
			strFromU8(properties).replace(
				/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
				`$1${date}T00:00:00Z`
			)
		);
	return zipSync(parts, { level: 6, mtime: entryDate });
}
