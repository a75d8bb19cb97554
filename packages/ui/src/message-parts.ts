/** A piece of a message: plain text, or a link that is safe to follow. */
export type MessagePart =
  | { kind: 'text'; text: string }
  /** `host` is where it really leads, `rest` what follows it. */
  | { kind: 'link'; href: string; host: string; rest: string }

const CANDIDATE = /https?:\/\/[^\s<>"'`\p{Cc}]+/giu
/** What a sentence puts behind a link. */
const TRAILING = '.,:;!?…»”’*_'
/** Longer ones are no links that a person meant, and an international host costs more than its length to read. */
const LINK_MAX = 2000
const HOST_MAX = 300

/**
 * Cuts a message into text and links. Only http and https become links, and a link shows the host that a browser would really ask,
 * in its own letters (an international name as punycode), whatever stands before an `@`.
 */
export function messageParts(text: string): MessagePart[] {
  const parts: MessagePart[] = []
  let at = 0
  const say = (piece: string) => {
    if (piece) parts.push({ kind: 'text', text: piece })
  }
  for (const match of text.matchAll(CANDIDATE)) {
    const raw = match[0].slice(0, linkLength(match[0]))
    const url = readUrl(raw)
    if (!url) continue
    say(text.slice(at, match.index))
    parts.push({ kind: 'link', href: url.href, host: url.host, rest: readable(url) })
    at = match.index + raw.length
  }
  say(text.slice(at))
  return parts
}

/**
 * How many characters of a candidate are the link: without what a sentence puts behind it. A closing bracket belongs to the link only if it
 * was opened there. Each character is looked at twice at most, which `onLook` counts: a message may be nothing but brackets.
 */
export function linkLength(raw: string, onLook: () => void = () => {}): number {
  let unopened = 0
  for (const sign of raw) {
    onLook()
    if (sign === ')') unopened++
    else if (sign === '(') unopened--
  }
  let length = raw.length
  for (; length > 0; length--) {
    onLook()
    const sign = raw[length - 1] ?? ''
    if (sign === ')' && unopened > 0) unopened--
    else if (!TRAILING.includes(sign)) break
  }
  return length
}

function readUrl(raw: string): URL | null {
  if (raw.length > LINK_MAX || hostOf(raw).length > HOST_MAX) return null
  try {
    const url = new URL(raw)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
    url.username = ''
    url.password = ''
    return url
  } catch {
    return null
  }
}

/** Host, port and what stands before an `@`, as they are written. */
const hostOf = (raw: string): string => raw.slice(raw.indexOf('//') + 2).split(/[/\\?#]/u, 1)[0] ?? ''

const SHOWN_MAX = 60

function readable(url: URL): string {
  const rest = `${url.pathname}${url.search}${url.hash}`
  if (rest === '/') return ''
  let shown = rest
  try {
    shown = decodeURI(rest).replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
  } catch {
    // A stray per cent sign: it is shown as it came.
  }
  const letters = [...shown]
  return letters.length > SHOWN_MAX ? `${letters.slice(0, SHOWN_MAX).join('')}…` : shown
}

const EMOJI =
  /^(?:\p{RI}{2}|\p{Emoji}\uFE0F?\u20E3|(?:\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)*))$/u

/** Whether a message is nothing but one to six emoji. */
export function isOnlyEmoji(text: string): boolean {
  const bare = text.replaceAll(/\s/gu, '')
  if (bare === '' || bare.length > 80) return false
  const signs = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(bare)].map(({ segment }) => segment)
  return signs.length <= 6 && signs.every((sign) => EMOJI.test(sign))
}
