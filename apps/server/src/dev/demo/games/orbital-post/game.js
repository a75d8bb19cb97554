const sky = $('sky')

const record = keeper('orbital-post', 0)

const game = { world: World.begin(), playing: false, top: -520, sparks: [], last: 0, ended: 0 }

function start() {
  game.world = World.begin()
  game.playing = true
  game.sparks = []
  game.top = -520
  $('panel').hidden = true
  $('go').blur()
  score()
}

function score() {
  $('score').textContent = String(game.world.score)
  $('combo').textContent = text.combo(game.world.combo)
}

function finish() {
  const { world } = game
  game.playing = false
  game.ended = performance.now()
  const better = world.score > record.value
  if (better) record.write(world.score)
  $('title').textContent = text.lost[world.over]
  $('line').textContent = text.result(world.score, world.letters)
  $('best').textContent = better ? text.record : text.best(record.value)
  $('go').textContent = text.again
  $('panel').hidden = false
}

function burst(x, y, count, colour) {
  for (let i = 0; i < count; i++) {
    const turn = (i / count) * Math.PI * 2
    game.sparks.push({
      x,
      y,
      vx: Math.cos(turn) * (40 + (i % 3) * 40),
      vy: Math.sin(turn) * (40 + (i % 3) * 40),
      age: 0,
      colour,
    })
  }
}

const answers = {
  release: () => Sound.note(320, 0.2, 'sawtooth', 2),
  stamp: ({ ship, combo }) => {
    burst(ship.x, ship.y, 14, '#f7ecd0')
    Sound.note(330 * 1.122 ** combo, 0.25, 'triangle', 1.2)
  },
  again: () => Sound.note(160, 0.15, 'sine', 0.8),
  comet: ({ ship }) => {
    burst(ship.x, ship.y, 10, '#f4d58d')
    Sound.note(900, 0.2, 'sine', 1.6)
  },
  lost: ({ ship }) => {
    burst(ship.x, ship.y, 30, '#e4572e')
    Sound.note(240, 0.7, 'sawtooth', 0.2)
  },
}

function frame(now) {
  const dt = Math.min(0.05, (now - game.last) / 1000)
  game.last = now
  const { world } = game
  if (game.playing) {
    for (let left = dt; left > 0; left -= 1 / 120) World.step(world, Math.min(left, 1 / 120))
    for (const event of world.events.splice(0)) answers[event](world)
    score()
    if (world.over) finish()
  } else if (!world.over) {
    World.circle(world, dt)
  }
  const anchor = world.ship.mode === 'orbit' ? world.planets[world.ship.planet].y : world.ship.y
  game.top += (anchor - 560 - game.top) * Math.min(1, dt * 4)
  game.sparks = game.sparks.map((spark) => ({ ...spark, age: spark.age + dt * 1.6 })).filter((spark) => spark.age < 1)
  Picture.draw(sky, { world, top: game.top, sparks: game.sparks, time: now / 1000 })
  requestAnimationFrame(frame)
}

function act() {
  if (game.playing) World.release(game.world)
  // The press that came too late for the flight must not start the next one.
  else if (performance.now() - game.ended > 500) start()
}

addEventListener('keydown', (event) => {
  if (!['Space', 'Enter', 'ArrowUp'].includes(event.code) || event.repeat || document.activeElement === $('sound'))
    return
  event.preventDefault()
  act()
})
addEventListener('pointerdown', (event) => {
  if ($('sound').contains(event.target)) return
  act()
})

document.documentElement.lang = language
document.title = text.title
$('title').textContent = text.title
$('line').textContent = text.intro
$('best').textContent = text.best(record.value)
$('go').textContent = text.go
wireSound(text.sound)
requestAnimationFrame(frame)
window.focus()
