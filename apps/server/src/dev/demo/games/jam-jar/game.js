const table = $('table')
const record = keeper('a-jar-of-jam', 0)
const held = new Set()
const game = { jar: Jar.begin(), playing: false, drops: [], labels: [], last: 0, ended: 0 }

function start() {
  Object.assign(game, { jar: Jar.begin(), playing: true, drops: [], labels: [] })
  $('panel').hidden = true
  $('go').blur()
  tell()
}

function tell() {
  $('score').textContent = String(game.jar.score)
  $('best').textContent = text.best(record.value)
}

function finish() {
  const { score, biggest } = game.jar
  const better = score > record.value
  if (better) record.write(score)
  game.playing = false
  game.ended = performance.now()
  $('title').textContent = text.over
  $('line').textContent = text.result(score, text.kinds[biggest], better)
  $('go').textContent = text.again
  $('panel').hidden = false
  tell()
}

const answers = {
  merge({ kind, x, y, points, chain }) {
    const r = Jar.radii[kind] ?? 110
    for (let i = 0; i < 10; i++) {
      const turn = (i / 10) * Math.PI * 2
      const speed = 70 + (i % 3) * 50 + r
      const [ink] = inks[Math.min(kind, inks.length - 1)]
      game.drops.push({
        x,
        y,
        vx: Math.cos(turn) * speed,
        vy: Math.sin(turn) * speed - 60,
        r: 3 + (i % 3) * 2,
        ink,
        age: 0,
      })
    }
    game.labels.push({
      x,
      y,
      text: chain > 1 ? `+${points} ×${chain}` : `+${points}`,
      size: 20 + Math.min(20, r / 4),
      age: 0,
    })
    Sound.note(240 + kind * 55 + chain * 30, 0.18, 'triangle', 1.4)
  },
  over() {
    Sound.note(200, 0.6, 'sawtooth', 0.4)
    finish()
  },
}

const older = (list, dt) => list.map((thing) => ({ ...thing, age: thing.age + dt * 1.5 })).filter(({ age }) => age < 1)

function frame(now) {
  const dt = Math.min(0.05, (now - game.last) / 1000)
  game.last = now
  const way = (held.has('ArrowRight') || held.has('KeyD') ? 1 : 0) - (held.has('ArrowLeft') || held.has('KeyA') ? 1 : 0)
  if (game.playing) {
    if (way) Jar.move(game.jar, game.jar.x + way * 360 * dt)
    for (let left = dt; left > 0; left -= 1 / 60) Jar.step(game.jar, Math.min(left, 1 / 60))
    for (const event of game.jar.events.splice(0)) answers[event.what](event)
    tell()
  }
  game.drops = older(game.drops, dt)
  game.labels = older(game.labels, dt)
  Picture.draw(table, { ...game, time: now / 1000 })
  requestAnimationFrame(frame)
}

function drop() {
  if (Jar.drop(game.jar)) Sound.note(330, 0.09, 'sine', 0.6)
}

/** What a press on the panel means: a new jar, unless it only came too late for the old one. */
function begin() {
  if (performance.now() - game.ended > 500) start()
}

function aim(event) {
  const { scale, ratio, x } = Picture.fit(table)
  Jar.move(game.jar, (event.clientX * ratio - x) / scale)
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.code === 'KeyR') return start()
  const letsGo = ['Space', 'ArrowDown', 'Enter', 'KeyS'].includes(event.code)
  if (document.activeElement instanceof HTMLButtonElement && ['Space', 'Enter'].includes(event.code)) return
  if (letsGo || event.code.startsWith('Arrow')) event.preventDefault()
  if (letsGo && !event.repeat) game.playing ? drop() : begin()
  held.add(event.code)
})
addEventListener('keyup', (event) => held.delete(event.code))
addEventListener('blur', () => held.clear())
table.addEventListener('pointermove', aim)
table.addEventListener('pointerdown', aim)
table.addEventListener('pointerup', (event) => {
  aim(event)
  if (game.playing) drop()
})

document.documentElement.lang = language
document.title = text.title
$('title').textContent = text.title
$('line').textContent = text.intro
$('go').textContent = text.go
$('go').addEventListener('click', begin)
$('again').title = text.restart
$('again').setAttribute('aria-label', text.restart)
$('again').addEventListener('click', () => {
  start()
  $('again').blur()
})
wireSound(text.sound)
tell()
game.ended = -1000
requestAnimationFrame(frame)
window.focus()
