import { classNames } from './class-names.ts'

type KettleMarkProps = { className?: string; steaming?: boolean }

/** The kettle itself: the logo, and with steam the picture of empty and waiting places. */
export function KettleMark({ className = 'size-8', steaming = false }: KettleMarkProps) {
  const wisp = classNames('stroke-current', steaming && 'animate-steam')
  return (
    <svg aria-hidden="true" viewBox="0 0 48 48" fill="none" className={className}>
      <g strokeWidth="2.2" strokeLinecap="round" opacity="0.75">
        <path d="M40 15c-2-2.4 1.6-3.8 0-6.6" className={wisp} />
        <path d="M44.5 13.4c-1.6-1.9 1.2-3-.1-5.2" className={classNames(wisp, '[animation-delay:-1.3s]')} />
      </g>
      <path
        d="M14.5 19.5C14.5 10.6 18.6 6 24 6s9.5 4.6 9.5 13.5"
        className="stroke-current"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="M24 15.6c1.3 0 2.3.9 2.3 2.1 0 .5-.2 1-.5 1.3C33.2 19.7 38 25 38.4 32.3l.1 2.4c0 1-.1 2-.4 3-.6 2.4-2.6 3.8-5 3.8H14.9c-2.4 0-4.4-1.4-5-3.8a12 12 0 0 1-.3-4.5C10.4 25.6 15 19.7 22.2 19a2 2 0 0 1-.5-1.3c0-1.2 1-2.1 2.3-2.1Z"
        className="fill-copper-fill"
      />
      <path d="m36.4 26.8 5.2-7.3c.5-.7 1.6-.6 2 .1.2.4.2.8 0 1.2L39 32.5" className="fill-copper-fill" />
      <path
        d="M15 35.5c-.6-5.3 1.4-9.6 5.6-12.2"
        stroke="#fff"
        strokeOpacity="0.45"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  )
}
