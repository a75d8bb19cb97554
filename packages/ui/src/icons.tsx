import type { ReactNode } from 'react'

export type IconProps = { className?: string }

/** Makes an icon of what is drawn on a field of 24 by 24 in lines of the text's colour. */
export function icon(drawing: ReactNode) {
  return function Icon({ className = 'size-5' }: IconProps) {
    return (
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={className}
      >
        {drawing}
      </svg>
    )
  }
}

export const SearchIcon = icon(<path d="m20 20-4.2-4.2M10.8 17.5a6.7 6.7 0 1 1 0-13.4 6.7 6.7 0 0 1 0 13.4Z" />)
export const CheckIcon = icon(<path d="m5 12.5 4.5 4.5L19 7.5" />)
export const CloseIcon = icon(<path d="m6 6 12 12M18 6 6 18" />)
export const ChevronLeftIcon = icon(<path d="m14.5 5-7 7 7 7" />)
export const ChevronRightIcon = icon(<path d="m9.5 5 7 7-7 7" />)
export const ChevronDownIcon = icon(<path d="m6 9.5 6 6 6-6" />)
export const SunIcon = icon(
  <path d="M12 16.2a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4ZM12 2.8v2M12 19.2v2M2.8 12h2M19.2 12h2M5.5 5.5l1.4 1.4M17.1 17.1l1.4 1.4M18.5 5.5l-1.4 1.4M6.9 17.1l-1.4 1.4" />,
)
export const MoonIcon = icon(<path d="M20 14.2A8.2 8.2 0 0 1 9.8 4 8.2 8.2 0 1 0 20 14.2Z" />)
export const UserIcon = icon(
  <path d="M12 12.2a4.1 4.1 0 1 0 0-8.2 4.1 4.1 0 0 0 0 8.2ZM4.2 20.5c.9-3.4 4-5.3 7.8-5.3s6.9 1.9 7.8 5.3" />,
)
export const AlertIcon = icon(
  <path d="M12 8v5M12 16.6v.1M10.3 4.2 2.9 17.3A2 2 0 0 0 4.6 20.3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z" />,
)
