/** Who the demo player knows, by the name before the @ of their address, and for how many days. */
export const demoFriends: readonly { address: string; daysAgo: number }[] = [
  { address: 'dasha', daysAgo: 210 },
  { address: 'mira', daysAgo: 150 },
  { address: 'lyosha', daysAgo: 90 },
  { address: 'priya', daysAgo: 40 },
  { address: 'sam', daysAgo: 12 },
]

/** Who waits for an answer of theirs, and for whose answer they wait. */
export const demoRequests = { incoming: 'kira', outgoing: 'fyodor' } as const

/** What was said: who wrote (`me` is the player), how many hours ago, and what. The last words to the player are unread. */
export const demoTalks: readonly {
  with: string
  lines: readonly (readonly [by: 'me' | 'them', hoursAgo: number, text: string])[]
}[] = [
  {
    with: 'dasha',
    lines: [
      ['them', 52, 'Маш, я прошла «Ночной трамвай № 9». Сижу и смотрю в окно.'],
      ['me', 51.8, 'Хорошая концовка? Только не рассказывай!'],
      ['them', 51.7, 'Не скажу. Но кондуктора жалко 😢'],
      ['me', 29, 'Возьму на выходные. А пока раскладываю с ежом грибы по полкам'],
      ['them', 3.5, 'В «Кладовой ежа»? Не клади лисички рядом с мятой, потом объясню почему'],
    ],
  },
  {
    with: 'mira',
    lines: [
      ['me', 120, 'Is Harbour Cats as cosy as it looks?'],
      ['them', 119, 'Cosier. There is a cat whose only job is to sit on the harbour master’s paperwork.'],
      ['me', 118.9, 'Sold.'],
    ],
  },
  {
    with: 'sam',
    lines: [
      ['them', 26, 'How lost did The Map Lies get you?'],
      ['me', 25, 'Lost enough to start trusting the map. That was the mistake.'],
    ],
  },
]
