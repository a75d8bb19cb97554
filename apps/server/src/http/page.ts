import { createHash } from 'node:crypto'

const STYLE = `
:root{color-scheme:light dark;--ink:#1d2230;--soft:#5d6475;--paper:#f6f1ea;--card:#fffdf9;--line:#dfd5c8;--copper:#a4501f}
@media (prefers-color-scheme:dark){:root{--ink:#f1ebe2;--soft:#a9adba;--paper:#14171f;--card:#1d212c;--line:#343a49;--copper:#e08a54}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:460px;margin:0 auto;padding:48px 20px}main.wide{max-width:900px}
.card{background:var(--card);border:1px solid var(--line);border-radius:16px;padding:28px}
h1{font-size:22px;margin:0 0 8px}p{margin:0 0 16px;color:var(--soft)}.sum{font-size:40px;font-weight:700;color:var(--ink);margin:12px 0 24px}
form{display:grid;gap:10px}button{font:600 16px system-ui,sans-serif;padding:13px 18px;border-radius:11px;border:1px solid var(--line);background:transparent;color:var(--ink);cursor:pointer}
button.main{background:var(--copper);border-color:var(--copper);color:#fff}@media (prefers-color-scheme:dark){button.main{color:#14171f}}
button:focus-visible,a:focus-visible{outline:3px solid var(--copper);outline-offset:2px}
ul{list-style:none;margin:0;padding:0;display:grid;gap:12px}pre{white-space:pre-wrap;font:14px/1.5 ui-monospace,monospace;margin:12px 0 0}a{color:var(--copper)}
small{color:var(--soft)}`

/** The policy for such a page: its one style sheet and nothing else. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

/** A small page drawn by the server itself. `body` is HTML; whatever came from outside must have gone through `escapeHtml`. */
export function page(language: string, title: string, body: string, wide = false): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main${wide ? ' class="wide"' : ''}>${body}</main></body></html>`
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`)
}
