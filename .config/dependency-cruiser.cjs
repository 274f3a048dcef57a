/** The rooms of this house and the doors between them. Read it before you add an import. */
const npm = (...names) => `node_modules/(${names.join('|')})/`;
const NODE =
	'^(node:)?(async_hooks|buffer|crypto|events|fs|http|net|os|path|perf_hooks|readline|sqlite|stream|timers|url|util|worker_threads|zlib)(/|$)';

/** A room may import itself and what is listed, nothing else. Tests may import anything. */
const room = (path, allowed) => ({
	name: path,
	severity: 'error',
	from: { path: `^${path}/`, pathNot: '[.](test|contract|driver)[.]ts$' },
	to: { pathNot: [`^${path}/`, ...allowed] }
});

const METHOD = '^shared/src/method/';
const GEOMETRY = '^shared/src/geometry/';
const LANES = '^shared/src/lane-layout/';
const PROTOCOL = '^shared/src/protocol/';
const DOCUMENT = '^shared/src/document/';
const COMMANDS = '^shared/src/document/commands/';
const SHEETS = '^shared/src/sheets/';
const EXPORTS = '^shared/src/exports/';
const IMPORTS = '^shared/src/imports/';
const FACILITATION = '^shared/src/facilitation/';
const STATE = '^client/src/state/';
const I18N = '^client/src/i18n/';
const CONFIG = '^server/src/config[.]ts$';
const OBSERVABILITY = '^server/src/observability/';
const STORAGE =
	'^server/src/storage/(storage|library|photos|facilitation|history|workshop-life)[.]ts$';
const PACKS = '^server/src/packs/';
const RELAY = '^server/src/relay/relay[.]ts$';

module.exports = {
	forbidden: [
		room('shared/src/method', [npm('zod'), GEOMETRY]),
		room('shared/src/geometry', []),
		room('shared/src/lane-layout', [METHOD, GEOMETRY]),
		room('shared/src/sheets', [METHOD, GEOMETRY, LANES]),
		room('shared/src/exports', [
			METHOD,
			SHEETS,
			npm('pdfkit', 'saxes', 'fontkit', 'hucre', 'docx', 'pptxgenjs', 'fflate', 'zod')
		]),
		room('shared/src/imports', [METHOD, EXPORTS, npm('hucre', 'saxes', 'fflate', 'zod')]),
		room('shared/src/facilitation', [npm('zod'), METHOD]),
		room('shared/src/protocol', [
			npm('zod'),
			METHOD,
			GEOMETRY,
			'^shared/src/facilitation/aid[.]ts$'
		]),
		room('shared/src/document', [
			npm('zod', 'yjs', 'lib0', 'fractional-indexing'),
			METHOD,
			GEOMETRY
		]),

		room('client/src/sync', [
			npm('yjs', 'y-websocket', 'y-protocols', 'y-indexeddb', 'lib0'),
			METHOD,
			PROTOCOL,
			DOCUMENT
		]),
		room('client/src/state', [npm('svelte', 'yjs'), '^client/src/sync/', '^shared/src/']),
		room('client/src/tools', [STATE, I18N, COMMANDS, METHOD, GEOMETRY, PROTOCOL, LANES]),
		room('client/src/canvas', [npm('konva'), METHOD, GEOMETRY, LANES, PROTOCOL]),
		room('client/src/i18n', [npm('svelte'), METHOD, PROTOCOL]),
		room('client/src/ui/controls', [npm('svelte', '@lucide/svelte'), I18N]),
		room('client/src/ui', [
			npm(
				'svelte',
				'@lucide/svelte',
				'@dagrejs/dagre',
				'qrcode',
				'@types/qrcode',
				'@expo-google-fonts/[^/]+'
			),
			STATE,
			I18N,
			'^client/src/(tools|canvas)/',
			COMMANDS,
			METHOD,
			GEOMETRY,
			LANES,
			PROTOCOL,
			SHEETS,
			EXPORTS,
			IMPORTS
		]),
		room('client/src/facilitation', [
			npm('svelte', '@lucide/svelte'),
			STATE,
			I18N,
			'^client/src/(ui|tools)/',
			GEOMETRY,
			FACILITATION,
			COMMANDS,
			'^shared/src/document/new-id[.]ts$',
			METHOD,
			PROTOCOL
		]),

		room('server/src/storage', [npm('pg'), NODE]),
		room('server/src/relay', [npm('pg'), NODE]),
		room('server/src/observability', [npm('pino', 'prom-client', 'fastify'), NODE, CONFIG]),
		room('server/src/packs', [NODE, METHOD]),
		room('server/src/photos', [NODE]),
		room('server/src/history', [NODE, '^shared/src/(document|method|protocol)/', STORAGE]),
		room('server/src/cli', [
			NODE,
			'^shared/src/(exports|method|protocol|sheets)/',
			'^server/src/http/(board-files|export-choices|problems)[.]ts$',
			PACKS
		]),
		room('server/src/auth', [npm('zod'), NODE, METHOD, PROTOCOL, STORAGE, CONFIG]),
		room('server/src/sync', [
			npm('yjs', 'y-protocols', 'lib0', 'fastify', 'ws', '@types/ws', '@fastify/websocket'),
			NODE,
			'^shared/src/(document|facilitation|protocol|method)/',
			STORAGE,
			'^server/src/history/',
			RELAY,
			'^server/src/auth/',
			CONFIG,
			OBSERVABILITY
		]),
		room('server/src/http', [
			npm(
				'fastify',
				'@fastify/[^/]+',
				'zod',
				'qrcode',
				'@types/qrcode',
				'@expo-google-fonts/[^/]+',
				'@napi-rs/canvas'
			),
			NODE,
			'^shared/src/',
			STORAGE,
			'^server/src/auth/',
			'^server/src/sync/rooms[.]ts$',
			'^server/src/history/',
			PACKS,
			'^server/src/photos/',
			CONFIG,
			OBSERVABILITY
		]),

		{
			name: 'only-sync-and-state-know-yjs',
			severity: 'error',
			from: {
				path: '^(client|server|shared)/',
				pathNot: [
					'^shared/src/document/',
					'^client/src/(state|sync)/',
					'^server/src/sync/',
					'[.](test|contract|driver)[.]ts$'
				]
			},
			to: { path: npm('yjs', 'y-websocket', 'y-protocols', 'y-indexeddb') }
		},
		{
			name: 'only-canvas-knows-konva',
			severity: 'error',
			from: { path: '^(client|server|shared)/', pathNot: ['^client/src/canvas/', '[.]test[.]ts$'] },
			to: { path: npm('konva') }
		},
		{
			name: 'no-second-yjs',
			severity: 'error',
			from: {},
			to: { path: npm('@y/[^/]+') }
		},
		{
			name: 'client-and-server-never-meet',
			severity: 'error',
			from: { path: '^(client|server)/' },
			to: { path: '^(client|server)/', pathNot: '^$1/' }
		},
		{
			name: 'shared-knows-neither-side',
			severity: 'error',
			from: { path: '^shared/' },
			to: { path: '^(client|server|e2e)/' }
		},
		{
			name: 'nobody-imports-browser-tests',
			severity: 'error',
			from: { path: '^(client|server|shared)/' },
			to: { path: '^e2e/' }
		},
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
		{
			name: 'no-unresolvable',
			severity: 'error',
			from: {},
			// Peers of the bench are installed only when it asks for them.
			to: { couldNotResolve: true, pathNot: '^(virtual:|@excalidraw/|react(-dom)?(/|$))' }
		},
		{
			name: 'no-orphans',
			severity: 'warn',
			from: { orphan: true, pathNot: '[.](d|test|e2e)[.]ts$' },
			to: {}
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(client/)?dist/|[.]svelte-check/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.base.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'svelte', 'browser', 'types', 'default'],
			extensions: ['.ts', '.svelte', '.js', '.json']
		}
	}
};
