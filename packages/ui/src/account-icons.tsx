import { icon } from './icons.tsx'

// Apart from the other icons: the store page, which all of those come along with, shows none of these.
export const CopyIcon = icon(
  <path d="M9 8.5h9A1.5 1.5 0 0 1 19.5 10v9a1.5 1.5 0 0 1-1.5 1.5H9A1.5 1.5 0 0 1 7.5 19v-9A1.5 1.5 0 0 1 9 8.5ZM4.5 15.5V5A1.5 1.5 0 0 1 6 3.5h9.5" />,
)
export const PrinterIcon = icon(
  <path d="M7.5 8.5v-5h9v5M7 17H4.5A1.5 1.5 0 0 1 3 15.5v-5.5a1.5 1.5 0 0 1 1.5-1.5h15A1.5 1.5 0 0 1 21 10v5.5a1.5 1.5 0 0 1-1.5 1.5H17M7.5 13.5h9v7h-9v-7ZM17.5 11.5h.1" />,
)
export const KeyIcon = icon(
  <path d="M8 19.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM11.3 11.7 19 4M15.5 7.5l3 3M7.8 15.1h.1" />,
)
export const ShieldIcon = icon(
  <path d="M12 3.2 4.8 5.8v5.4c0 4.6 3 8 7.2 9.6 4.2-1.6 7.2-5 7.2-9.6V5.8L12 3.2ZM8.8 12l2.3 2.3 4.2-4.4" />,
)
export const LaptopIcon = icon(<path d="M6 5.5h12A1.5 1.5 0 0 1 19.5 7v9h-15V7A1.5 1.5 0 0 1 6 5.5ZM2.5 19h19" />)
export const PhoneIcon = icon(
  <path d="M8.5 3h7A1.5 1.5 0 0 1 17 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19.5v-15A1.5 1.5 0 0 1 8.5 3ZM11 18h2" />,
)
export const TerminalIcon = icon(
  <path d="M5 4.5h14A1.5 1.5 0 0 1 20.5 6v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.5ZM7.5 9l3 3-3 3M13 15.5h3.5" />,
)
