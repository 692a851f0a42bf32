// Who may import whom. The table stands in docs/architecture.md; test/architecture.test.ts runs the same rules.

const TESTS = '(\\.test\\.tsx?$)|(^test/)'
const AUDIENCES = ['site', 'workspace', 'api']

/** `from` may import nothing under src but what `allowed` names. */
const onlyInside = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TESTS },
  to: { path: '^src/', pathNot: allowed },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea without a home.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-is-pure',
      comment:
        'The domain decides. It imports itself alone: no Node, no packages; what it needs comes in as a value.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: TESTS },
      to: { pathNot: '^src/domain/' },
    },
    onlyInside(
      'platform-knows-no-cases',
      '^src/platform/',
      '^src/(platform|domain)/|^src/config\\.ts$',
      'The platform knows how things run, not what a case is.',
    ),
    onlyInside(
      'modules-know-no-web',
      '^src/modules/',
      '^src/(modules|platform|domain)/',
      'A use case does not know how it is reached.',
    ),
    {
      name: 'modules-by-their-face',
      comment:
        'From outside, a module is its index.ts. The command line and the web are outside; another module too.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: TESTS },
      to: { path: '^src/modules/([^/]+)/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'modules-by-their-face-from-outside',
      comment: 'From outside, a module is its index.ts.',
      severity: 'error',
      from: { pathNot: ['^src/modules/', TESTS] },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    ...AUDIENCES.map((audience) =>
      onlyInside(
        `web-${audience}-stays-in-its-audience`,
        `^src/web/${audience}/`,
        `^src/(domain|platform|modules|texts)/|^src/web/(${audience}|ui|middleware)/|^src/web/[^/]+\\.tsx?$`,
        'Public pages, staff pages and the API never borrow from one another; what they share lives in web/ui.',
      ),
    ),
    onlyInside(
      'web-ui-shows',
      '^src/web/ui/',
      '^src/(domain|texts)/|^src/web/ui/',
      'Components get data and sentences; they fetch nothing.',
    ),
    onlyInside(
      'web-browser-is-small',
      '^src/web/browser/',
      '^src/domain/|^src/web/browser/',
      'A browser script weighs what it imports. Its sentences arrive in the page.',
    ),
    onlyInside(
      'texts-know-code-lists',
      '^src/texts/',
      '^src/(domain|texts)/',
      'Sentences know the codes they speak of.',
    ),
    {
      name: 'sql-in-query-files',
      comment: 'Only platform/db and files ending in -queries.ts speak SQL, even as a type.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/platform/db/', '-queries\\.ts$', TESTS] },
      to: { path: '^node_modules/(kysely|pg|pg-pool|@types/pg)/' },
    },
    {
      name: 'production-needs-no-development-package',
      comment: '`npm start` installs without them.',
      severity: 'error',
      from: { path: '^(src|bin)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
