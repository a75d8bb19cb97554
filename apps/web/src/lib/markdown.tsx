import type { ComponentProps } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'

/** Addresses that a description may lead to; anything else (`javascript:`, paths of this store) stays text. */
const safeAddress = (url: string) => (/^https?:\/\/|^mailto:/iu.test(url) ? url : '')

function SafeLink({ href, children }: ComponentProps<'a'>) {
  if (!href) return <span>{children}</span>
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      className="text-copper underline underline-offset-4"
    >
      {children}
    </a>
  )
}

const heading = (size: string) =>
  function Heading({ children }: ComponentProps<'h3'>) {
    return <h3 className={`${size} font-bold`}>{children}</h3>
  }
const [large, small] = [heading('text-xl'), heading('text-lg')]

const components: Components = {
  a: SafeLink,
  // The page has headings of its own above these.
  ...{ h1: large, h2: large, h3: small, h4: small, h5: small, h6: small },
  p: ({ children }) => <p className="whitespace-pre-line">{children}</p>,
  ul: ({ children }) => <ul className="grid list-disc gap-1 pl-6">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="grid list-decimal gap-1 pl-6">
      {children}
    </ol>
  ),
  blockquote: ({ children }) => (
    <blockquote className="grid gap-4 border-l-4 border-line pl-4 text-ink-soft">{children}</blockquote>
  ),
  pre: ({ children }) => <pre className="overflow-x-auto rounded-lg bg-sunk px-4 py-3 text-base">{children}</pre>,
  hr: () => <hr className="border-line" />,
}

/** Pictures of elsewhere would tell others who reads; a game's own are its screenshots. */
const refused = ['img']

/** Markdown that somebody wrote: no HTML of theirs, no pictures, and links that lead out of the store. */
export default function Markdown({ text }: { text: string }) {
  return (
    <ReactMarkdown components={components} disallowedElements={refused} urlTransform={safeAddress}>
      {text}
    </ReactMarkdown>
  )
}
