import { icon } from './icons.tsx'

// Apart from the other icons: the first page of a visit shows none of these.
export const DownloadIcon = icon(<path d="M12 4v11M7.5 11 12 15.5 16.5 11M4.5 19.5h15" />)
export const PlayIcon = icon(<path d="M7.5 5v14l11-7-11-7Z" />)
export const ClockIcon = icon(<path d="M12 7.5V12l3 2M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Z" />)
export const EyeIcon = icon(
  <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Z" />,
)
export const EyeOffIcon = icon(
  <path d="m4 4 16 16M9.9 5.8A8.7 8.7 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-3 3.7M6.2 7.6A16.3 16.3 0 0 0 2.5 12S6 18.5 12 18.5c1.6 0 3-.4 4.2-1.1M9.8 9.9a2.8 2.8 0 0 0 4.1 4.1" />,
)
export const WalletIcon = icon(
  <path d="M17.5 7.5V5.2c0-.7-.6-1.2-1.3-1L5 6.4a2 2 0 0 0-1.5 2v10A1.6 1.6 0 0 0 5 20h14a1.5 1.5 0 0 0 1.5-1.5V9A1.5 1.5 0 0 0 19 7.5H5.3M16.4 13.8h.1" />,
)
export const ReturnIcon = icon(<path d="M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5 5 0 0 1 0 10H9" />)
export const MailIcon = icon(
  <path d="M4.5 5.5h15A1.5 1.5 0 0 1 21 7v10a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17V7a1.5 1.5 0 0 1 1.5-1.5ZM3.5 7l8.5 6 8.5-6" />,
)
