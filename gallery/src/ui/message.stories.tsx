import { CopyButton, CountBadge, EmojiPicker, MessageBubble, MessageText, ThreadList } from '@kettle/ui'
import { buildPerson } from '../fixtures/people.ts'
import { text } from '../host/text.ts'
import { Sheet } from './sheet.tsx'

export default {}

const states = ['waiting', 'sending', 'failed', 'sent', 'delivered', 'read'] as const

export const Bubbles = {
  render: () => (
    <Sheet>
      <div className="grid w-full gap-2">
        <MessageBubble mine={false} label="Mara, 12:00" time="12:00">
          <MessageText
            text={text(
              'Have a look at https://example.com/a/very/long/address/without/any/place/to/break/it/at/all-and-on-and-on',
              'Посмотри https://example.com/a/very/long/address/without/any/place/to/break/it/at/all-and-on-and-on',
            )}
          />
        </MessageBubble>
        {states.map((state) => (
          <MessageBubble
            key={state}
            mine
            label={`Robin, 12:01, ${state}`}
            time="12:01"
            state={state}
            stateWord={text(state, 'состояние')}
          >
            <MessageText text={text('Not yet.', 'Ещё нет.')} />
          </MessageBubble>
        ))}
        <MessageBubble mine label="Robin, 12:02" time="12:02" joined>
          <MessageText text="🐟🐟" />
        </MessageBubble>
      </div>
    </Sheet>
  ),
}

export const Threads = {
  render: () => (
    <Sheet>
      <div className="w-full">
        <ThreadList
          label={text('Conversations', 'Беседы')}
          selectedId="1"
          threads={[0, 1, 2].map((number) => ({
            id: String(number),
            name: buildPerson(number).name,
            avatar: `/avatars/${number}.svg`,
            presence: 'online' as const,
            preview: text('Did you ever find out who took the fish?', 'Узнала, кто украл рыбу?'),
            time: '12:00',
            unread: number === 2 ? 120 : number,
            unreadLabel: text('unread', 'не прочитано'),
          }))}
          link={({ name }, className) => (
            <a href="#thread" className={className}>
              {name}
            </a>
          )}
        />
        <CountBadge count={3} />
      </div>
    </Sheet>
  ),
}

export const Emoji = {
  render: () => (
    <Sheet>
      <EmojiPicker label={text('Emoji', 'Эмодзи')} onPick={() => {}} onClose={() => {}} />
      <CopyButton
        text="K7QF-93XM"
        words={{ copied: text('Copied.', 'Скопировано.'), notCopied: text('Not copied.', 'Не вышло.') }}
      >
        {text('Copy the code', 'Скопировать код')}
      </CopyButton>
    </Sheet>
  ),
}
