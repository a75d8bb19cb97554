import { lazyAside } from './lazy-part.tsx'

const Markdown = lazyAside(() => import('./markdown.tsx'))

/** If a text has any sign that Markdown gives a meaning to. */
export const hasMarkdown = (text: string) =>
  /[*_#[\]`>~\\&]|^\s*(?:[-+]|\d+[.)])\s|^(?: {4}|\t)|^[-=]+\s*$/mu.test(text)

/** A longer text as its writer meant it: Markdown where it is some, else paragraphs. Plain texts need no more than this file. */
export function WrittenText({ text }: { text: string }) {
  const plain = (
    <>
      {text
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph, place) => (
          <p key={place} className="whitespace-pre-line">
            {paragraph}
          </p>
        ))}
    </>
  )
  return (
    <div className="grid gap-4 text-lg leading-relaxed wrap-break-word *:min-w-0">
      {hasMarkdown(text) ? <Markdown text={text} instead={plain} /> : plain}
    </div>
  )
}
