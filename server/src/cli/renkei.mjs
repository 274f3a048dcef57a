#!/usr/bin/env node
// Plain JavaScript: an old Node must be able to read as far as the sentence below.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > 24 || (major === 24 && minor >= 2)) {
	const { runCommand } = await import('./run-command.ts');
	await runCommand(process.argv.slice(2));
} else {
	process.stderr.write(
		`Node ${process.versions.node} では動きません。連携ボードのフォルダーで npx renkei と入力してください（必要な Node はそこに入っています）。 / Node ${process.versions.node} is too old; type npx renkei in the folder of this program, which has the Node it needs.\n`
	);
	process.exitCode = 1;
}
