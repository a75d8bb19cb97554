const board = $('board')

/** Best results: room to stars. */
const notebook = keeper('slippery-business', {})
const total = () => Object.values(notebook.value).reduce((sum, stars) => sum + stars, 0)

const play = {
  number: 0,
  room: undefined,
  state: undefined,
  past: [],
  hinted: false,
  motion: undefined,
  splashes: [],
  queued: undefined,
}

function open(number) {
  play.number = number
  play.room = Rules.read(levels[number].rows)
  play.state = Rules.begin(play.room)
  Object.assign(play, { past: [], hinted: false, motion: undefined, splashes: [], queued: undefined })
  $('panel').hidden = true
  $('tip').textContent = text.tips[number] ?? ''
  tell()
}

function tell() {
  $('status').textContent = text.status(play.number + 1, play.past.length, levels[play.number].par)
}

function push(direction) {
  if (!$('panel').hidden) return
  if (play.motion) {
    play.queued = direction
    return
  }
  const { state, path, eaten } = Rules.slide(play.room, play.state, direction)
  if (path.length === 0) {
    Sound.note(110, 0.08, 'square')
    return
  }
  play.past.push(play.state)
  play.motion = {
    from: play.state,
    to: state,
    path: [play.state.at, ...path],
    eaten,
    direction,
    begun: performance.now(),
  }
  Sound.note(500, 0.12 + path.length * 0.03, 'triangle', 0.6)
  tell()
}

function arrive() {
  const { to } = play.motion
  play.state = to
  play.motion = undefined
  if (to.won) return served()
  if (to.water.length > 0 && !Rules.solve(play.room, to)) $('tip').textContent = text.stuck
  else if (to.water.length > 0 || play.hinted) $('tip').textContent = text.tips[play.number] ?? ''
  Sound.note(180, 0.06)
  if (play.queued) {
    const direction = play.queued
    play.queued = undefined
    push(direction)
  }
}

function served() {
  const { par } = levels[play.number]
  const moves = play.past.length
  const stars = play.hinted ? 1 : moves <= par ? 3 : moves <= par + 3 ? 2 : 1
  notebook.write({ ...notebook.value, [play.number]: Math.max(notebook.value[play.number] ?? 0, stars) })
  const last = play.number === levels.length - 1
  for (const [i, note] of [523, 659, 784, 1047].entries()) setTimeout(() => Sound.note(note, 0.25, 'triangle'), i * 90)
  show(
    last ? text.done : text.won[play.number % text.won.length],
    `${'★'.repeat(stars)}${'☆'.repeat(3 - stars)}  ${last ? text.doneText(total()) : text.result(moves, par)}`,
    [
      ...(last ? [] : [{ label: text.next, act: () => open(play.number + 1) }]),
      { label: text.again, act: () => open(play.number) },
      { label: text.all, act: rooms },
    ],
  )
}

function show(title, line, choices) {
  $('panel-title').textContent = title
  $('panel-text').textContent = line
  $('panel-body').replaceChildren(
    ...choices.map(({ label, act, stars }) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = label
      if (stars !== undefined) {
        button.className = 'room'
        const small = document.createElement('small')
        small.textContent = '★'.repeat(stars) + '☆'.repeat(3 - stars)
        button.append(small)
      }
      button.addEventListener('click', act)
      return button
    }),
  )
  $('panel').hidden = false
  $('panel-body').querySelector('button')?.focus()
}

function rooms() {
  show(
    text.choose,
    text.chooseText(total()),
    levels.map((_, i) => ({ label: String(i + 1), stars: notebook.value[i] ?? 0, act: () => open(i) })),
  )
}

function undo() {
  if (play.motion || play.past.length === 0 || !$('panel').hidden) return
  play.state = play.past.pop()
  $('tip').textContent = text.tips[play.number] ?? ''
  tell()
}

function hint() {
  if (play.motion || !$('panel').hidden) return
  const way = Rules.solve(play.room, play.state)
  play.hinted = true
  $('tip').textContent = way ? text.asked[way[0]] : text.stuck
}

/** Where the penguin is now: it speeds up, and stops dead at the end. */
function penguinAt(now) {
  const { room, state, motion } = play
  if (!motion) return { ...Picture.place(room, state.at), lean: 0 }
  const length = motion.path.length - 1
  const done = Math.min(1, (now - motion.begun) / (90 + length * 45))
  const along = done ** 1.25 * length
  const from = Picture.place(room, motion.path[0])
  const to = Picture.place(room, motion.path[length])
  const passed = motion.path.slice(0, Math.floor(along + 0.5) + 1)
  for (const spot of motion.eaten.filter((at) => passed.includes(at) && motion.from.fish.includes(at))) {
    motion.from = { ...motion.from, fish: motion.from.fish.filter((at) => at !== spot) }
    play.splashes.push({ ...Picture.place(room, spot), born: now, colour: '#ffd166' })
    Sound.note(880, 0.15, 'sine', 1.5)
  }
  const ends = motion.path.slice(0, Math.floor(along))
  const melting = ends.filter((at) => room.cells[at] === '~' && !motion.from.water.includes(at))
  if (melting.length > 0) motion.from = { ...motion.from, water: [...motion.from.water, ...melting] }
  const lean = { left: -0.35, right: 0.35, up: 0.08, down: -0.08 }[motion.direction] * (1 - done * 0.4)
  return {
    x: from.x + ((to.x - from.x) * along) / length,
    y: from.y + ((to.y - from.y) * along) / length,
    lean,
    over: done === 1,
  }
}

function frame(now) {
  const penguin = penguinAt(now)
  play.splashes = play.splashes
    .map((splash) => ({ ...splash, age: (now - splash.born) / 500 }))
    .filter((splash) => splash.age < 1)
  Picture.draw(board, {
    room: play.room,
    state: play.motion?.from ?? play.state,
    penguin,
    time: now,
    splashes: play.splashes,
  })
  if (penguin.over) arrive()
  requestAnimationFrame(frame)
}

const keys = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  KeyW: 'up',
  KeyS: 'down',
  KeyA: 'left',
  KeyD: 'right',
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const other = {
    KeyZ: undo,
    KeyU: undo,
    Backspace: undo,
    KeyR: () => open(play.number),
    KeyH: hint,
    Escape: rooms,
  }[event.code]
  if (!keys[event.code] && !other) return
  event.preventDefault()
  if (keys[event.code]) push(keys[event.code])
  else other()
})

let touch
board.addEventListener('pointerdown', (event) => {
  touch = { x: event.clientX, y: event.clientY }
})
addEventListener('pointerup', (event) => {
  if (!touch) return
  const [dx, dy] = [event.clientX - touch.x, event.clientY - touch.y]
  touch = undefined
  if (Math.max(Math.abs(dx), Math.abs(dy)) < 18) return
  push(Math.abs(dx) > Math.abs(dy) ? (dx > 0 ? 'right' : 'left') : dy > 0 ? 'down' : 'up')
})

document.documentElement.lang = language
document.title = text.title
$('title').textContent = text.title
for (const [id, act] of Object.entries({ undo, restart: () => open(play.number), hint, rooms })) {
  $(id).title = text[id]
  $(id).setAttribute('aria-label', text[id])
  $(id).addEventListener('click', () => {
    act()
    if ($('panel').hidden) $(id).blur()
  })
}
wireSound(text.sound)
const firstNew = levels.findIndex((_, i) => !notebook.value[i])
open(firstNew === -1 ? 0 : firstNew)
requestAnimationFrame(frame)
window.focus()
