import { icon } from './icons.tsx'

// Apart from the other icons, as the account's are: they come with the pages of people.
export const MessageIcon = icon(
  <path d="M5.5 4.5h13A2.5 2.5 0 0 1 21 7v7.5a2.5 2.5 0 0 1-2.5 2.5H12l-4.5 3.5V17h-2A2.5 2.5 0 0 1 3 14.5V7a2.5 2.5 0 0 1 2.5-2.5ZM8 9.2h8M8 12.6h5" />,
)
export const PeopleIcon = icon(
  <path d="M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.8 19.5c.7-3 3.2-4.8 6.2-4.8s5.5 1.8 6.2 4.8M15.5 4.9a3.5 3.5 0 0 1 0 6.2M17.6 15.1c1.9.7 3.2 2.3 3.6 4.4" />,
)
export const BellIcon = icon(<path d="M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 2h-15l1.5-2ZM10 20.5h4" />)
export const SendIcon = icon(<path d="M4 12 3 4.5 21 12 3 19.5 4 12ZM4 12h8" />)
export const SmileIcon = icon(
  <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8.5 14c.8 1.3 2 2 3.5 2s2.7-.7 3.5-2M9 9.6v.1M15 9.6v.1" />,
)
export const MoreIcon = icon(
  <path d="M5 12.6a.6.6 0 1 0 0-1.2.6.6 0 0 0 0 1.2ZM12 12.6a.6.6 0 1 0 0-1.2.6.6 0 0 0 0 1.2ZM19 12.6a.6.6 0 1 0 0-1.2.6.6 0 0 0 0 1.2Z" />,
)
export const PersonAddIcon = icon(
  <path d="M10 11.5a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4ZM3 20c.8-3.2 3.6-5.1 7-5.1s6.2 1.9 7 5.1M19 8v6M16 11h6" />,
)
export const BagIcon = icon(<path d="M5.5 8.5h13l1 11.5h-15l1-11.5ZM8.8 8.5V7a3.2 3.2 0 0 1 6.4 0v1.5" />)
