// The arrows of ARCHITECTURE.md. Each rule is named as the sentence that it keeps true.
const room = (path) => ({ path: `^${path}/` })
const only = (name, from, to) => ({ name, severity: 'error', from, to })
const test = '(\\.test\\.tsx?$|/testing/)'

/** Inside api a domain may use the services of those below it. */
const below = {
  auth: '(payments|library|search|socials|storage)',
  library: '(payments|search|socials|storage)',
  payments: '(search|socials|storage)',
  search: '(payments|storage)',
  socials: '(payments|search|storage)',
  storage: '(payments|socials)',
}

module.exports = {
  forbidden: [
    only('db-is-the-bottom', room('packages/db'), { path: '^(packages/(?!db/)|apps/)' }),
    only('depot-depends-on-nothing-of-ours', room('packages/depot'), { path: '^(packages/(?!depot/)|apps/)' }),
    only('depot-is-pure', { path: '^packages/depot/' }, { path: '^(node:)?(net|http|https|tls|dgram|child_process)$' }),
    only(
      'money-is-pure',
      { path: '^packages/money/' },
      { path: '^(packages/(?!money/)|apps/|node:)', pathNot: '\\.test\\.ts$' },
    ),
    only('ui-knows-nothing-but-money', room('packages/ui'), { path: '^(packages/(?!(ui|money)/)|apps/)' }),
    only('nothing-imports-the-gallery', { path: '^(packages|apps|bench|e2e)/' }, { path: '^gallery/' }),
    only('the-gallery-shows-screens-and-no-server', room('gallery'), {
      path: '^(packages/(db|depot)|apps/(server|cli))/',
    }),
    only('packages-never-import-apps', room('packages'), { path: '^apps/' }),
    only(
      'api-is-callable-without-http',
      { path: '^packages/api/', pathNot: test },
      { path: 'node_modules/(fastify|ioredis|resend|ssh2|stripe|postgres)/' },
    ),
    only(
      'apps-never-import-each-other',
      { path: '^apps/([^/]+)/', pathNot: test },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    only(
      'clients-use-the-client-door',
      { path: '^(apps/(web|desktop|cli)|packages/socials|gallery)/', pathNot: test },
      { path: '^packages/api/', pathNot: '^packages/api/src/client\\.ts$' },
    ),
    only(
      'clients-never-see-the-database',
      { path: '^(apps/(web|desktop|cli)|packages/socials)/', pathNot: test },
      { path: '^packages/db/' },
    ),
    only('web-has-no-depot', room('apps/web'), { path: '^packages/depot/' }),
    only(
      'core-never-heard-of-electron',
      { path: '^apps/desktop/src/(core|shared)/' },
      { path: '(node_modules/electron/|^electron$|^apps/desktop/src/(main|preload|renderer|host)/)' },
    ),
    only(
      'outside-of-screens-only-rules-and-words-of-socials',
      { path: '^apps/desktop/src/(core|shared|main|preload|host)/' },
      { path: '^packages/(ui|socials/src/(?!live/|locales/))' },
    ),
    only(
      'the-rules-of-socials-know-no-screen',
      { path: '^packages/socials/src/live/', pathNot: test },
      { path: '(^packages/(ui/|socials/src/(?!live/))|node_modules/(react|react-dom|i18next|react-i18next)/|^node:)' },
    ),
    only(
      'only-main-sees-electron',
      { path: '^apps/desktop/src/', pathNot: '^apps/desktop/src/(main|preload)/' },
      { path: '(node_modules/electron/|^electron$)' },
    ),
    only(
      'renderer-sees-only-the-bridge',
      { path: '^apps/desktop/src/renderer/' },
      { path: '^apps/desktop/src/(core|main|preload|host)/', dependencyTypesNot: ['type-only'] },
    ),
    only(
      'web-features-never-import-each-other',
      { path: '^apps/web/src/features/([^/]+)/' },
      { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    ),
    only('features-never-import-routes', { path: '^apps/web/src/(features|lib)/' }, { path: '^apps/web/src/routes/' }),
    only(
      'config-is-read-in-one-file',
      { path: '^apps/server/src/(?!dev/|main|start-server|compose|config)' },
      { path: '^apps/server/src/config\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    only(
      'oslo-stays-in-one-file',
      { path: '^(packages|apps)/', pathNot: '^packages/api/src/auth/oslo\\.ts$' },
      { path: 'node_modules/oslo/' },
    ),
    only(
      'domains-by-services-never-by-routers',
      { path: '^packages/api/src/([^/]+)/', pathNot: test },
      { path: '^packages/api/src/[^/]+/router\\.ts$', pathNot: '^packages/api/src/$1/' },
    ),
    ...Object.entries(below).map(([domain, others]) =>
      only(
        `api-${domain}-stays-below`,
        { path: `^packages/api/src/${domain}/`, pathNot: test },
        { path: `^packages/api/src/${others}/` },
      ),
    ),
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(bun|cloudflare|virtual):' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^apps/[^/]+/(dist|out)/|routeTree\\.gen\\.ts$|/demo/games/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
}
