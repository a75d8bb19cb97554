import { createHash } from 'node:crypto'
import { catalogueRevision, type Deps, DomainError, gamePage, type Locale } from '@kettle/api'
import { escapeHtml } from './page.ts'

export interface PreviewedPage {
  /** The path of the page, which may be another one than was asked for. */
  path: string
  html: string
  etag: string
}

/** As long as a preview is kept where nothing tells that the game has changed, in milliseconds. */
const KEPT_MS = 60_000
const locales: Record<Locale, string> = { en: 'en_US', ru: 'ru_RU' }
/** The width of a header that previews get, and its height at 12:5. */
const IMAGE = { width: 1280, height: 533 }

/**
 * Web pages with a head that says what they show, for who makes previews of links and runs no script: chats, social networks,
 * search engines. `index` is the built index.html.
 */
export class SharePreviews {
  #deps: Deps
  #publicUrl: string
  #index: string

  constructor(deps: Deps, publicUrl: string, index: string) {
    this.#deps = deps
    this.#publicUrl = publicUrl
    this.#index = index
  }

  /** The store page. */
  store(): PreviewedPage {
    return pageOf(
      this.#index.replace('</head>', () => `${canonical(`${this.#publicUrl}/`)}</head>`),
      '/',
    )
  }

  /** A game's page as a guest sees it, or null where there is none for guests: an unknown one, a draft, one withdrawn from sale. */
  async game(slug: string, locale: Locale): Promise<PreviewedPage | null> {
    const { clock, search } = this.#deps
    const now = clock.now()
    const revision = await catalogueRevision(this.#deps)
    return search.keep(
      `preview ${revision} ${locale} ${slug}`,
      now,
      () => this.#draw(slug, locale),
      () => now.getTime() + KEPT_MS,
    )
  }

  async #draw(slug: string, locale: Locale): Promise<PreviewedPage | null> {
    const guest = { deps: this.#deps, locale, session: null }
    const game = await gamePage(guest, slug).catch((error: unknown) => {
      if (error instanceof DomainError && error.reason === 'NOT_FOUND') return null
      throw error
    })
    if (!game) return null
    const path = `/game/${encodeURIComponent(game.slug)}`
    const url = this.#publicUrl + path
    // Drawings (SVG) are shown by no one who makes previews.
    const picture = [game.header, game.cover].find((path) => path?.endsWith('.webp'))
    const head = [
      canonical(url),
      ...Object.entries({
        'og:type': 'website',
        'og:site_name': 'Kettle',
        'og:title': game.title,
        'og:description': game.shortDescription,
        'og:url': url,
        'og:locale': locales[locale],
        ...(picture && { 'og:image': this.#publicUrl + picture, 'og:image:alt': game.title }),
        ...(picture && picture === game.header && { 'og:image:width': IMAGE.width, 'og:image:height': IMAGE.height }),
      }).map(([property, content]) => `<meta property="${property}" content="${escapeHtml(String(content))}" />`),
      `<meta name="twitter:card" content="${picture && picture === game.header ? 'summary_large_image' : 'summary'}" />`,
    ]
    const description = `<meta name="description" content="${escapeHtml(game.shortDescription)}" />`
    return pageOf(
      this.#index
        .replace('<html lang="en">', `<html lang="${locale}">`)
        .replace(/<title>[^<]*<\/title>/u, () => `<title>${escapeHtml(game.title)} · Kettle</title>`)
        .replace(/<meta name="description"[^>]*>/u, () => description)
        .replace('</head>', () => `${head.join('')}</head>`),
      path,
    )
  }
}

const canonical = (url: string) => `<link rel="canonical" href="${escapeHtml(url)}" />`

function pageOf(html: string, path: string): PreviewedPage {
  return { path, html, etag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"` }
}
