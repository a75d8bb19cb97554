import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type HttpProxy, type Plugin } from 'vite'
import { precompress } from './scripts/precompress.ts'

/** `npm run dev` names its ports; a Vite that is started by itself expects `npm start` beside it. */
const { KETTLE_HTTP_PORT = '3000', KETTLE_WEB_PORT = '5173' } = process.env
const server = `http://127.0.0.1:${KETTLE_HTTP_PORT || 3000}`
const paths = ['/trpc', '/pictures', '/avatars', '/dev', '/pay', '/webhooks', '/healthz', '/readyz', '/metrics']

/** Our own modules that the store page's first visit runs. */
const firstVisit =
  /web\/src\/(lib\/(?!form|idempotency|use-as)|routes\/(index|[\w.${}-]+\.tsx$)|router\.|routeTree\.|layout\/(?!account|install|page\.)|features\/search\/(store|hero|filters\.)|features\/payments\/history-types|features\/library\/library-filters|features\/auth\/mailed|features\/socials\/friends\/sections)|socials\/src\/reviews\/review-filters|ui\/src\/(button|class-names|cover-image|format|game-card|icons|kettle-mark|price|provider|select|shelf|skeleton|spinner|states|toast)\./

const people =
  /web\/src\/features\/socials\/(live|bar|messages\/(use-outbox|kept))|socials\/src\/(person-words|people\/notice[\w-]*)|ui\/src\/(avatar|people-icons|count-badge|person-row|presence-dot)\./

/** What can be done about somebody: on the friends' pages, on theirs and in a conversation. */
const aboutSomebody =
  /features\/socials\/friends\/(use-people-actions|relation-buttons|person-menu|shown-person)\.|socials\/src\/people\/(relation-steps|more-about-person|people-list|confirm-dialog)\./

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    tanstackRouter({ target: 'react', autoCodeSplitting: true }),
    react(),
    tailwindcss(),
    precompress(),
    quietWhileAway(),
  ],
  build: {
    manifest: true,
    modulePreload: { polyfill: false },
    // No data: URLs for small files: the content security policy stays short and every asset can be cached.
    assetsInlineLimit: 0,
    // light-dark() and dialogs as the browsers of 2024 speak them.
    cssTarget: ['chrome123', 'safari17.5', 'firefox121'],
    rolldownOptions: {
      // Their files call helpers while they load, which looks like a side effect and keeps links in that nobody uses.
      treeshake: { moduleSideEffects: [{ test: /node_modules\/@trpc\//, sideEffects: false }] },
      output: {
        // What every page needs, as two files instead of thirty: they compress better together, and the first of them
        // stays in caches over most releases. Forms, zod and Radix are none of it.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'frame',
              test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|i18next|react-i18next|@tanstack\/[\w-]+|@trpc\/[\w-]+)\//,
              priority: 2,
            },
            { name: 'shell', test: firstVisit },
            // What the header's people, the friends' pages and the messages share: each file of its own would be named in the shell.
            { name: 'people', test: people },
            { name: 'somebody', test: aboutSomebody },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: Number(KETTLE_WEB_PORT || 5173),
    strictPort: true,
    proxy: Object.fromEntries(paths.map((path) => [path, { target: server, configure: answerWhileAway }])),
  },
})

/** While the server restarts, the page is told what it is told in any outage, and asks again. */
function answerWhileAway(proxy: HttpProxy.ProxyServer): void {
  proxy.on('error', (_error, _request, response) => {
    if (!('writeHead' in response) || response.headersSent) return
    response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' }).end('{}')
  })
}

/** Each open page asks several times until the server is back, which is no reason for as many stack traces. */
function quietWhileAway(): Plugin {
  return {
    name: 'quiet-while-away',
    apply: 'serve',
    configResolved({ logger }) {
      const { error } = logger
      logger.error = (message, options) => {
        const { code } = (options?.error ?? {}) as NodeJS.ErrnoException
        if (code !== 'ECONNREFUSED' && code !== 'ECONNRESET') error(message, options)
      }
    },
  }
}
