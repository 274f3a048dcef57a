import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The test files that take longest, the longest first. Vitest knows durations only from a run before,
 * and a fresh clone has none: started last, any of these would be waited for by an idle machine.
 */
export const longFiles: readonly string[] = [
	// Waits 70 seconds in real time and costs nothing beside the others.
	'server/src/sync/idle.test.ts',
	'e2e/papers/office.test.ts',
	'e2e/workshop/workshop.test.ts',
	'e2e/papers/painted-sheets.test.ts',
	'e2e/papers/kinsoku.test.ts',
	'e2e/papers/office-schema.test.ts',
	'e2e/faults/durability.test.ts',
	'server/src/storage/sqlite.test.ts',
	'server/src/cli/cli.test.ts',
	'server/src/main.test.ts',
	'server/src/http/exports.test.ts',
	'server/src/sync/sync.test.ts',
	'e2e/faults/signals.test.ts',
	'server/src/sync/rights.test.ts',
	'e2e/papers/sheet-pictures.test.ts',

	'e2e/offline.e2e.ts',
	'e2e/accessibility.e2e.ts',
	'e2e/import.e2e.ts',
	'e2e/dialogue.e2e.ts',
	'e2e/ime.e2e.ts',
	'e2e/care-path.e2e.ts',
	'e2e/table.e2e.ts',
	'e2e/card-fields.e2e.ts',
	'e2e/journey.e2e.ts',
	'e2e/projector.e2e.ts',
	'e2e/pages.e2e.ts',
	'e2e/power-cut.e2e.ts',
	'e2e/photos.e2e.ts',
	'e2e/doors.e2e.ts',
	'e2e/clusters.e2e.ts',
	'e2e/wall.e2e.ts',
	'e2e/evaluation.e2e.ts',
	'e2e/working.e2e.ts',
	'e2e/writing.e2e.ts',
	'e2e/ballot.e2e.ts',
	'e2e/export.e2e.ts',
	'e2e/leading.e2e.ts'
];

/** Starts the known long files before all others, and leaves those in Vitest's own order. */
export class LongFilesFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId }: TestSpecification): number => {
			const place = longFiles.findIndex((path) => moduleId.endsWith(`/${path}`));
			return place < 0 ? longFiles.length : place;
		};
		return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
	}
}
