import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import Markdown from './markdown.tsx'
import { hasMarkdown } from './written-text.tsx'

const drawn = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }))

describe('Markdown of a description', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'words <b onclick="alert(1)">bold</b>',
    '<iframe src="https://elsewhere.test"></iframe>',
    '![tracked](https://elsewhere.test/pixel.png)',
    '![][x]\n\n[x]: https://elsewhere.test/pixel.png',
  ])('makes no element of HTML or pictures: %s', (text) => {
    expect(drawn(text)).not.toMatch(/<(?:script|img|b|iframe)\b/u)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '/account/security',
    '//elsewhere.test',
    'file:///etc/passwd',
  ])('leads nowhere by %s', (address) => {
    for (const text of [`[words](<${address}>)`, `<${address}>`, `[words]\n\n[words]: <${address}>`])
      expect(drawn(text)).not.toContain('href')
  })

  it('leads out of the store by links that say so', () => {
    const link = drawn('[site](https://game.test/a?b=c)')
    expect(link).toContain('href="https://game.test/a?b=c"')
    expect(link).toContain('rel="noopener noreferrer nofollow ugc"')
  })

  it('has headings, lists and emphasis, below the headings of the page', () => {
    const html = drawn('# One\n\n**bold** and *slanted*\n\n- a\n- b\n\n3. c')
    for (const part of ['<h3', '<strong>bold</strong>', '<em>slanted</em>', '<li>a</li>', '<ol start="3"'])
      expect(html).toContain(part)
    expect(html).not.toMatch(/<h[12]/u)
  })

  it('is fetched for texts that have any of it', () => {
    for (const text of ['# a', '- a', '1. a', '**a**', 'a\n===', '    code', '> a', '[a](b)', '&amp;'])
      expect(hasMarkdown(text), text).toBe(true)
    for (const text of ['Nine cats, one fish.', 'Кот - это кот.\n\nВот так (совсем).', '2026 was 1.5 years'])
      expect(hasMarkdown(text), text).toBe(false)
  })
})
