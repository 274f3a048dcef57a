import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { longFiles } from '../../.config/long-files-first.ts';
import { repositoryRoot } from '../../server/src/client-build.ts';

test('every file that is started first is there, and named once', () => {
	expect(longFiles.filter((path) => !existsSync(`${repositoryRoot}/${path}`))).toEqual([]);
	expect(new Set(longFiles).size).toBe(longFiles.length);
});
