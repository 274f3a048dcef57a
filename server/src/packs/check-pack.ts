import { packRefusalSentence } from '@renkei/shared/method/packs/parse-pack.ts';
import { readPackFile } from './load-packs.ts';

/** Says of each file named on the command line whether it is a pack, and where not. */
async function main(files: readonly string[]): Promise<void> {
	if (files.length === 0) {
		say('使い方 / Usage: npm run pack:check -- <file.json> …');
		process.exitCode = 1;
	}
	for (const file of files) {
		const read = await readPackFile(file);
		if ('pack' in read) {
			const { id, name } = read.pack;
			say(`${file}：このまま使えます（${id} ${name.ja}） / ready to use (${id}, ${name.en})`);
		} else {
			const { ja, en } = packRefusalSentence(read.refusal);
			say(`${ja}\n${en}`);
			process.exitCode = 1;
		}
	}
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

await main(process.argv.slice(2));
