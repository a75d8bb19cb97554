import { icon } from './icons.tsx'

// Apart from the other icons: the store page, which all of those come along with, shows none of these.
export const ThumbUpIcon = icon(
  <path d="M7.5 11v9M7.5 11l3.6-6.6c1.4 0 2.4 1 2.4 2.4V9.5h4.7a2 2 0 0 1 2 2.4l-1.2 6.5a2 2 0 0 1-2 1.6H7.5M4 11h3.5v9H4Z" />,
)
export const ThumbDownIcon = icon(
  <path d="M16.5 13V4M16.5 13l-3.6 6.6c-1.4 0-2.4-1-2.4-2.4v-2.7H5.8a2 2 0 0 1-2-2.4L5 5.6A2 2 0 0 1 7 4h9.5M20 13h-3.5V4H20Z" />,
)
export const FlagIcon = icon(<path d="M5.5 21V4M5.5 4.8c4-2.4 7.5 2 13 0v9c-5.5 2-9-2.4-13 0" />)
