import { boardFileSchemaPath } from './board-file-schema.ts';
import type { OpenApi, Operation } from './open-api.ts';

/** The style of the page; a file of its own because pages may not carry styles in themselves. */
export const docsStyle = `
body { font: 16px/1.7 sans-serif; max-width: 60rem; margin: 0 auto; padding: 1.5rem; color: #1a1a1c; }
h1 { font-size: 1.6rem; } h2 { font-size: 1rem; margin: 0; display: inline; }
details { border: 1px solid #949494; border-radius: 8px; margin: .5rem 0; padding: .5rem 1rem; }
summary { cursor: pointer; } code, pre { font-family: monospace; }
pre { background: #f2f2f2; padding: .75rem; overflow: auto; border-radius: 4px; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .25rem .75rem .25rem 0; vertical-align: top; }
.method { display: inline-block; min-width: 4.5rem; font-weight: bold; }
`;

/** The description of the HTTP interface as a page that needs neither script nor network. */
export function docsPage(api: OpenApi): string {
	const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]) => operationPart(method, path, operation))
	);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>連携ボード API</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<h1>連携ボード / Renkei Board: API</h1>
<p>${escape(String(api.info['description']))}</p>
<p><a href="/api/openapi.json">openapi.json</a> · <a href="${boardFileSchemaPath}">board-file.schema.json</a></p>
${operations.join('\n')}
</body>
</html>
`;
}

function operationPart(method: string, path: string, operation: Operation): string {
	const parameters = operation.parameters.map(
		({ name, in: place, schema }) =>
			`<tr><td><code>${escape(name)}</code></td><td>${place}</td><td><code>${escape(JSON.stringify(schema))}</code></td></tr>`
	);
	const responses = Object.entries(operation.responses).map(
		([status, { description }]) =>
			`<tr><td>${escape(status)}</td><td>${escape(description)}</td></tr>`
	);
	const answer = Object.values(operation.responses)[0];
	return `<details>
<summary><span class="method">${method.toUpperCase()}</span> <h2><code>${escape(path)}</code></h2> ${escape(operation.summary)}</summary>
<p>${escape(operation.description)}</p>
${parameters.length === 0 ? '' : `<table><tr><th>Parameter</th><th>In</th><th>Shape</th></tr>${parameters.join('')}</table>`}
${operation.requestBody === undefined ? '' : `<p>Body</p>${json(operation.requestBody)}`}
<table><tr><th>Status</th><th>Meaning</th></tr>${responses.join('')}</table>
<p>Answer</p>${json(answer)}
</details>`;
}

function json(value: unknown): string {
	return `<pre>${escape(JSON.stringify(value, null, 2))}</pre>`;
}

function escape(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
