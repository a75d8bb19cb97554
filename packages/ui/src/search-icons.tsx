import { icon } from './icons.tsx'

export const FilterIcon = icon(<path d="M4 7h16M7 12h10M10.5 17h3" />)
export const TagIcon = icon(<path d="M4.5 4.5h7l8 8-7 7-8-8v-7ZM8.3 8.3h.1" />)
