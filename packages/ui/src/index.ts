export * from './account-icons.tsx'
export { Avatar, AvatarStack } from './avatar.tsx'
export { Button, buttonClass, IconButton } from './button.tsx'
export { CheckField } from './check-field.tsx'
export { classNames } from './class-names.ts'
export { CodeField } from './code-field.tsx'
export { CopyButton } from './copy-button.tsx'
export { CountBadge } from './count-badge.tsx'
export { CoverImage, pictureWidths } from './cover-image.tsx'
export { Dialog } from './dialog.tsx'
export { EmojiPicker } from './emoji-picker.tsx'
export { controlClass, Field, type FieldWiring, TextField } from './field.tsx'
export {
  formatBytes,
  formatDate,
  formatDateTime,
  formatDay,
  formatDuration,
  formatMoney,
  formatRelative,
  formatWait,
  type Money,
  minorDigits,
} from './format.ts'
export { GameCard, GameCardSkeleton } from './game-card.tsx'
export * from './icons.tsx'
export { KettleMark } from './kettle-mark.tsx'
export * from './later-icons.tsx'
export { Menu, MenuAction, MenuLink } from './menu.tsx'
export { MessageBubble, type MessageState } from './message-bubble.tsx'
export { isOnlyEmoji, messageParts } from './message-parts.ts'
export { MessageText } from './message-text.tsx'
export { Notice } from './notice.tsx'
export { PasswordField } from './password-field.tsx'
export * from './people-icons.tsx'
export { PersonRow, PersonRowSkeleton } from './person-row.tsx'
export { PresenceDot, type PresenceState } from './presence-dot.tsx'
export { Price } from './price.tsx'
export { ProgressBar } from './progress-bar.tsx'
export { UiProvider, type UiWords, useUi } from './provider.tsx'
export * from './review-icons.tsx'
export * from './search-icons.tsx'
export { Section } from './section.tsx'
export { Select } from './select.tsx'
export { SelectField } from './select-field.tsx'
export { Shelf } from './shelf.tsx'
export { Skeleton } from './skeleton.tsx'
export { Spinner } from './spinner.tsx'
export { EmptyState, ErrorState } from './states.tsx'
export { StrengthMeter } from './strength-meter.tsx'
export { Tag, tagLinkClass } from './tag.tsx'
export { TextArea } from './text-area.tsx'
export { ThreadList, type ThreadRow } from './thread-list.tsx'
export { type Toast, ToastList } from './toast.tsx'
export { useSettled } from './use-settled.ts'
