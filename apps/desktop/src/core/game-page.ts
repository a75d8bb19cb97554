/**
 * Runs before anything of a game's page. No content security policy that browsers know covers WebRTC, so a game must not have
 * its constructors: not here, and in no page within the page, which would bring its own. Frames of the game's own files are
 * guarded as this page is; the policy allows no others, except for `srcdoc`, which this takes out of whatever is parsed
 * (trusted types bring each such text here). Text that is no page of HTML isn't parsed into one at all.
 */
function guard(scope: typeof globalThis): void {
  for (const name of Object.getOwnPropertyNames(scope))
    if (/^(webkit|moz)?RTC/u.test(name) || name === 'WebTransport' || name === 'XSLTProcessor')
      Object.defineProperty(scope, name, { value: undefined, configurable: false, writable: false })

  const policy = {
    createHTML: (text: string, _type: string, sink: string) =>
      /^Document write/u.test(sink)
        ? ''
        : text.replace(/srcdoc/giu, 'data-no-page').replace(/<!(doctype[^>[]*\[|entity)/giu, ''),
    createScript: (text: string, _type: string, sink: string) => (sink === 'Location href' ? '' : text),
    createScriptURL: (url: string) => url,
  }
  const types = (scope as unknown as { trustedTypes?: { createPolicy(name: string, rules: typeof policy): unknown } })
    .trustedTypes
  if (types) {
    types.createPolicy('default', {
      ...policy,
      createHTML: (text, type, sink) => (/srcdoc$/u.test(sink) ? '' : policy.createHTML(text, type, sink)),
    })
    // A game's own policies let text through as it is, and the one above has the last word.
    const asItIs = (text: string): string => text
    const plain = { createHTML: asItIs, createScript: asItIs, createScriptURL: asItIs }
    Object.defineProperty(types, 'createPolicy', { value: () => plain, configurable: false, writable: false })
  }

  const request = scope.XMLHttpRequest?.prototype
  const type = request && Object.getOwnPropertyDescriptor(request, 'responseType')
  if (request && type?.set) {
    const set = type.set
    Object.defineProperty(request, 'responseXML', { get: () => null, configurable: false })
    Object.defineProperty(request, 'responseType', {
      get: type.get,
      set(this: XMLHttpRequest, wanted: string) {
        set.call(this, wanted === 'document' ? 'text' : wanted)
      },
      configurable: false,
    })
  }

  // A worker made of a blob has this page's policy and nobody to take its scripts in.
  const rules = '{createHTML:t=>t,createScript:t=>t,createScriptURL:t=>t}'
  const { Worker: PageWorker, Blob: PageBlob, URL: PageURL } = scope
  if (!types || !PageWorker) return
  scope.Worker = new Proxy(PageWorker, {
    construct(target, [url, options]: [string | URL, WorkerOptions | undefined]) {
      const address = String(url)
      if (!/^(blob|data):/u.test(address)) return new target(address, options)
      const load = options?.type === 'module' ? 'import' : 'importScripts'
      const script = `trustedTypes.createPolicy('default',${rules});${load}(${JSON.stringify(address)})`
      return new target(PageURL.createObjectURL(new PageBlob([script], { type: 'text/javascript' })), options)
    },
  })
}

const GUARD = `<script>(${guard.toString()})(globalThis);document.currentScript.remove()</script>`

/** The page of a game as it may be shown; any other file comes as it is. */
export function guardPage<File extends { bytes: Uint8Array; type: string }>(file: File): File {
  if (!file.type.startsWith('text/html')) return file
  const text = new TextDecoder().decode(file.bytes)
  // Before anything that could run, and without turning a page with a document type into one without.
  const doctype = /^(\s|<!--[\s\S]*?-->)*<!doctype[^>]*>/iu.exec(text)?.[0] ?? ''
  const rest = text.slice(doctype.length).replace(/srcdoc/giu, 'data-no-page')
  return { ...file, bytes: new TextEncoder().encode(`${doctype}${GUARD}${rest}`) }
}
