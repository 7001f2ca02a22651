/** Which module may call which. This table is the architecture diagram; to draw an arrow, add a word. */
const mayUse = {
  admin: [],
  board: ['direction', 'plan'],
  catalogue: [],
  clock: ['services'],
  direction: ['plan'],
  dossiers: ['catalogue', 'clock', 'filing', 'identity', 'overview', 'scores', 'services', 'slips', 'uploads'],
  drafting: ['plan', 'texts'],
  exchange: [],
  filing: ['catalogue', 'identity', 'services', 'uploads'],
  finding: ['catalogue'],
  identity: ['uploads'],
  overview: ['clock', 'filing', 'scores'],
  plan: [],
  rating: ['dossiers', 'filing', 'identity'],
  scores: ['catalogue'],
  services: ['catalogue'],
  slips: [],
  texts: [],
  uploads: [],
}

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const inModule = (name) => `^src/modules/${name}/`

const arrows = Object.entries(mayUse).map(([name, others]) =>
  forbid(
    `arrows-of-${name}`,
    `${name} may use only: ${others.join(', ') || 'no other module'}.`,
    { path: inModule(name) },
    { path: '^src/modules/', pathNot: [name, ...others].map(inModule) },
  ),
)

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  mayUse,
  forbidden: [
    ...arrows,
    forbid(
      'only-the-front-door',
      'A module is entered by its public.ts.',
      { path: '^src/modules/([^/]+)/' },
      { path: '^src/modules/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/public\\.ts$'] },
    ),
    forbid(
      'kernel-stands-alone',
      'The kernel imports none of the houses built on it.',
      { path: '^src/kernel/' },
      { path: '^src/(ui|fields|modules|app)/' },
    ),
    forbid(
      'ui-knows-no-module',
      'Components know no module.',
      { path: '^src/ui/' },
      { path: '^src/(fields|modules|app)/' },
    ),
    forbid(
      'fields-know-no-module',
      'Questions know no module.',
      { path: '^src/fields/' },
      { path: '^src/(modules|app)/' },
    ),
    forbid(
      'nobody-imports-app',
      'app puts the house together; nothing leans on it.',
      { path: '^src/(kernel|ui|fields|modules)/' },
      { path: '^src/app/' },
    ),
    forbid(
      'rules-are-pure',
      'A noun.ts of a module holds rules: no store, command, page, web server, database or file.',
      { path: '^src/modules/[^/]+/[a-z-]+\\.ts$', pathNot: '/(module|public)\\.ts$' },
      {
        path: [
          '\\.(store|commands|jobs|pages|views|api)\\.tsx?$',
          'node_modules/(hono|kysely|pg|pg-boss)/',
          '^(node:)?fs',
        ],
      },
    ),
    forbid(
      'only-stores-speak-sql',
      'SQL is written in *.store.ts.',
      { path: '^src/modules/', pathNot: '\\.(store|test|flow\\.test)\\.tsx?$' },
      { path: 'node_modules/kysely/' },
    ),
    forbid('no-circles', 'Two files that need each other are one file.', {}, { circular: true }),
    forbid('resolved', 'An import that cannot be found hides an arrow.', {}, { couldNotResolve: true }),
    forbid(
      'no-tests-in-production',
      'Production code does not import tests.',
      { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      { path: '^test/' },
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
