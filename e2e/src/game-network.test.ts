import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contentType } from '../../apps/desktop/src/core/content-type.ts'
import { createPageGames } from '../../apps/desktop/src/host/page-games.ts'
import { openHostServer } from '../../apps/desktop/src/host/server.ts'
import { expect, test } from './fixtures.ts'

/** What a game tries in each realm that it can come by. It says what it found by a message to the launcher's page. */
const attempt = (port: number, name: string) => `
  (async () => {
    const say = (what) => top.postMessage(['${name}', what], '*')
    const Connection = globalThis.RTCPeerConnection ?? globalThis.webkitRTCPeerConnection
    if (!Connection) return say('none')
    const made = new Connection({ iceServers: [{ urls: 'stun:127.0.0.1:${port}' }] })
    made.createDataChannel('x')
    await made.setLocalDescription(await made.createOffer())
    say('made')
  })()`

/** The game: each way to a page within the page, with a script of its own in it. */
const game = (port: number): Record<string, string> => {
  const page = (name: string) => `<script>${attempt(port, name)}</script>`
  const xml = (name: string) =>
    `<html xmlns="http://www.w3.org/1999/xhtml"><iframe srcdoc="&lt;script&gt;${attempt(port, name).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}&lt;/script&gt;"/></html>`
  const text = JSON.stringify(
    Object.fromEntries(
      [
        'property',
        'attribute',
        'innerHTML',
        'adjacent',
        'write',
        'parser',
        'fragment',
        'policy',
        'data',
        'blob',
        'script',
        'inherited',
        'template',
      ].map((name) => [name, page(name)]),
    ),
  ).replaceAll('<', '\\u003c')
  return {
    'index.html': `<!doctype html><title>game</title><body><iframe srcdoc="${page('static').replaceAll('"', '&quot;')}"></iframe>
      <iframe src="own.html"></iframe><iframe src="drawing.svg"></iframe>${page('own page')}<script src="game.js"></script>`,
    'own.html': page('own frame'),
    'drawing.svg': `<svg xmlns="http://www.w3.org/2000/svg"><script>${attempt(port, 'drawing').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</script></svg>`,
    'page.xml': xml('xml'),
    'worker.js': 'postMessage(eval("1 + 1"))',
    'game.js': `
      const pages = ${text}
      const quoted = (name) => pages[name].replaceAll('&', '&amp;').replaceAll('"', '&quot;')
      const frame = () => document.body.appendChild(document.createElement('iframe'))
      const tries = {
        property: () => { frame().srcdoc = pages.property },
        attribute: () => { frame().setAttribute('SrcDoc', pages.attribute) },
        inherited: () => {
          const one = document.createAttribute('srcdoc'); one.value = pages.inherited; frame().setAttributeNode(one)
        },
        innerHTML: () => { document.body.appendChild(document.createElement('div')).innerHTML = '<iframe SRCDOC="' + quoted('innerHTML') + '"></iframe>' },
        adjacent: () => document.body.insertAdjacentHTML('beforeend', '<iframe srcdoc="' + quoted('adjacent') + '"></iframe>'),
        template: () => {
          const one = document.createElement('template'); one.innerHTML = '<iframe srcdoc="' + quoted('template') + '"></iframe>'
          document.body.append(one.content)
        },
        write: () => { document.write('<iframe src'); document.write('doc="' + quoted('write') + '"></iframe>') },
        parser: () => {
          const parsed = new DOMParser().parseFromString('<!DOCTYPE x [<!ENTITY e "<iframe xmlns=\\'http://www.w3.org/1999/xhtml\\' s&#114;cdoc=\\'x\\'/>">]><x>&e;</x>', 'text/xml')
          document.body.append(...document.importNode(parsed.documentElement, true).children)
          document.body.append(...new DOMParser().parseFromString('<iframe srcdoc="' + quoted('parser') + '"></iframe>', 'text/html').body.children)
        },
        fragment: () => document.body.append(document.createRange().createContextualFragment('<iframe srcdoc="' + quoted('fragment') + '"></iframe>')),
        policy: () => { frame().srcdoc = trustedTypes.createPolicy('mine', { createHTML: (x) => x }).createHTML(pages.policy) },
        data: () => { frame().src = 'data:text/html,' + encodeURIComponent(pages.data) },
        blob: () => { frame().src = URL.createObjectURL(new Blob([pages.blob], { type: 'text/html' })) },
        script: () => { frame().src = 'javascript:' + JSON.stringify(pages.script) },
        blank: () => { const made = new (frame().contentWindow.RTCPeerConnection)(); if (made) top.postMessage(['blank', 'made'], '*') },
        xml: async () => {
          const request = new XMLHttpRequest()
          request.open('GET', 'page.xml'); request.overrideMimeType('text/xml'); request.responseType = 'document'
          await new Promise((done) => { request.onloadend = done; request.send() })
          const found = request.responseType === 'document' ? request.responseXML : null
          if (found) document.body.append(...document.importNode(found.documentElement, true).children)
        },
        undo: () => { delete globalThis.RTCPeerConnection; Object.defineProperty(globalThis, 'RTCPeerConnection', { value: 1 }) },
      }
      ;(async () => {
        for (const [name, run] of Object.entries(tries)) {
          try { await run(); top.postMessage([name, 'tried'], '*') } catch (error) { top.postMessage([name, 'tried'], '*') }
        }
        // What games do must go on as before.
        const told = (worker) => new Promise((done) => { worker.onmessage = ({ data }) => done(data); worker.onerror = () => done('failed') })
        const own = new Blob(["importScripts('" + new URL('worker.js', location.href) + "')"], { type: 'text/javascript' })
        const works = {
          eval: eval('1 + 1'),
          html: (document.body.appendChild(document.createElement('p')).innerHTML = '<b>x</b>', document.querySelector('p b').textContent),
          worker: await told(new Worker(URL.createObjectURL(new Blob(['postMessage(eval("1 + 1"))'])))),
          imports: await told(new Worker(URL.createObjectURL(own))),
          fetched: (await (await fetch('own.html')).text()).length > 0,
          wasm: (await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))) instanceof WebAssembly.Module,
        }
        top.postMessage(['works', JSON.stringify(works)], '*')
      })()`,
  }
}

test('a game in the browser host has no network, whatever page it makes within its page', async ({ browser }) => {
  const heard = createSocket('udp4')
  let packets = 0
  heard.on('message', () => packets++)
  heard.bind(0, '127.0.0.1')
  await once(heard, 'listening')
  const files = game(heard.address().port)

  const folder = await mkdtemp(join(tmpdir(), 'kettle-game-network-'))
  await writeFile(join(folder, 'index.html'), '<body><script src="frame.js"></script>')
  await writeFile(
    join(folder, 'frame.js'),
    `window.told = []
     addEventListener('message', ({ data }) => told.push(data))
     const frame = document.createElement('iframe')
     frame.setAttribute('sandbox', 'allow-scripts allow-pointer-lock')
     frame.src = decodeURIComponent(location.hash.slice(1))
     document.body.append(frame)`,
  )
  const host = await openHostServer(0)
  const pages = createPageGames(() => host.origin)
  const launcher = {
    ...{ listen: () => () => {}, snapshot: () => ({}) as never, openLink: () => {}, server: () => '' },
    ...{ handlers: {} as never, picture: async () => null, close: async () => {} },
  }
  host.serve(launcher, folder, pages)
  const running = await pages.show({
    ...{ gameId: 'g', title: 'G', entry: 'index.html', language: 'en' },
    read: async (path) => {
      const text = files[path]
      return text === undefined ? null : { bytes: Buffer.from(text), type: contentType(path) }
    },
  })
  const page = await browser.newPage()
  try {
    await page.goto(`${host.url}#${encodeURIComponent(running.page ?? '')}`)
    const told = () => page.evaluate(() => (window as unknown as { told: [string, string][] }).told)
    const works = async () => (await told()).find(([name]) => name === 'works')?.[1]
    await expect.poll(works).toBeTruthy()
    expect(JSON.parse((await works()) ?? '')).toEqual({
      ...{ eval: 2, html: 'x', worker: 2, imports: 2, fetched: true, wasm: true },
    })
    // Its own page and its own frame did run their scripts, and found nothing.
    await expect
      .poll(async () =>
        (await told())
          .filter(([, what]) => what === 'none')
          .map(([name]) => name)
          .sort(),
      )
      .toEqual(['own frame', 'own page'])
    // All frames there are have come to rest by the time that another page has.
    await page.evaluate(async () => {
      for (let count = 0; count < 20; count++) await fetch('frame.js', { cache: 'no-store' })
    })
    expect((await told()).filter(([, what]) => what === 'made')).toEqual([])
    expect(packets).toBe(0)
  } finally {
    running.stop()
    await page.close()
    await host.close()
    heard.close()
    await rm(folder, { recursive: true, force: true })
  }
})
