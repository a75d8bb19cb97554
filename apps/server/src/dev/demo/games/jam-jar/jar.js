// biome-ignore-all lint/correctness/noUnusedVariables: a plain script, its names are used by the scripts after it
/**
 * The jar, without a screen. Lengths are about a pixel, y grows downwards: the rim is at 0, the floor at `height`.
 * Berries are pushed out of each other and their speeds follow from where they end up, which keeps heaps calm.
 */
const Jar = {
  width: 400,
  height: 500,
  hand: -64,
  gravity: 1900,
  radii: [14, 19, 26, 33, 41, 50, 60, 71, 84, 98],
  /** How long a berry may look over the rim, and how long the hand waits between two, in seconds. */
  patience: 1.8,
  pause: 0.42,

  begin(random = Math.random) {
    const jar = { random, berries: [], x: Jar.width / 2, score: 0, chain: 0, merged: -9, time: 0, wait: 0, biggest: 0 }
    return { ...jar, kind: 0, next: Jar.pick(random), events: [], over: false }
  },

  /** Small ones more often; the hand never holds anything larger than a plum. */
  pick(random) {
    return Math.floor(random() ** 1.35 * 5)
  },

  /** Where the hand may be with what it holds. */
  move(jar, x) {
    const r = Jar.radii[jar.kind]
    jar.x = Math.min(Jar.width - r - 1, Math.max(r + 1, x))
  },

  drop(jar) {
    if (jar.over || jar.wait > 0) return false
    Jar.move(jar, jar.x)
    jar.berries.push(Jar.berry(jar.kind, jar.x, Jar.hand, 0, 120))
    jar.kind = jar.next
    jar.next = Jar.pick(jar.random)
    jar.wait = Jar.pause
    Jar.move(jar, jar.x)
    return true
  },

  berry(kind, x, y, vx, vy) {
    const r = Jar.radii[kind]
    return { kind, x, y, vx, vy, r, full: r, turn: 0, age: 0, outside: 0, px: x, py: y }
  },

  /** Goes on by `dt` seconds, at most a thirtieth. */
  step(jar, dt) {
    if (jar.over) return
    jar.time += dt
    jar.wait = Math.max(0, jar.wait - dt)
    const parts = 5
    for (let i = 0; i < parts; i++) Jar.fall(jar, dt / parts)
    Jar.merge(jar)
    for (const berry of jar.berries) {
      berry.age += dt
      berry.r = berry.full * Math.min(1, 0.72 + berry.age * 2.4)
      berry.outside = berry.age > 0.9 && berry.y - berry.r < 0 ? berry.outside + dt : 0
      if (berry.outside > Jar.patience) Jar.end(jar)
    }
  },

  fall(jar, h) {
    const { berries } = jar
    for (const berry of berries) {
      berry.vy += Jar.gravity * h
      berry.px = berry.x
      berry.py = berry.y
      berry.x += berry.vx * h
      berry.y += berry.vy * h
    }
    for (let round = 0; round < 4; round++) {
      for (let i = 0; i < berries.length; i++)
        for (let k = i + 1; k < berries.length; k++) Jar.part(berries[i], berries[k])
      for (const berry of berries) Jar.hold(berry)
    }
    for (const berry of berries) {
      berry.vx = ((berry.x - berry.px) / h) * 0.998
      berry.vy = ((berry.y - berry.py) / h) * 0.998
      const speed = Math.hypot(berry.vx, berry.vy)
      // Nothing is thrown by being pushed; what hardly moves rests.
      const calm = speed > 1100 ? 1100 / speed : speed < 7 ? 0.6 : 1
      berry.vx = Math.min(320, Math.max(-320, berry.vx * calm))
      berry.vy = Math.max(-180, berry.vy * calm)
      berry.turn += (berry.vx * h) / berry.r
    }
  },

  /** Pushes two berries apart, the lighter one further, and lets them rub. */
  part(a, b) {
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const reach = a.r + b.r
    const square = dx * dx + dy * dy
    if (square >= reach * reach) return
    const far = Math.sqrt(square) || 0.01
    const [nx, ny] = square > 0 ? [dx / far, dy / far] : [0, -1]
    const [ma, mb] = [a.r * a.r, b.r * b.r]
    const push = (reach - far) * 0.9
    const [pa, pb] = [(push * mb) / (ma + mb), (push * ma) / (ma + mb)]
    a.x -= nx * pa
    a.y -= ny * pa
    b.x += nx * pb
    b.y += ny * pb
    const rub = ((b.x - b.px - (a.x - a.px)) * -ny + (b.y - b.py - (a.y - a.py)) * nx) * 0.06
    a.x -= (ny * rub * mb) / (ma + mb)
    a.y += (nx * rub * mb) / (ma + mb)
    b.x += (ny * rub * ma) / (ma + mb)
    b.y -= (nx * rub * ma) / (ma + mb)
  },

  hold(berry) {
    berry.x = Math.min(Jar.width - berry.r, Math.max(berry.r, berry.x))
    if (berry.y <= Jar.height - berry.r) return
    berry.y = Jar.height - berry.r
    berry.x -= (berry.x - berry.px) * 0.08
  },

  /** Two of a kind that touch become one of the next; two pumpkins become glory. */
  merge(jar) {
    const { berries } = jar
    for (let i = 0; i < berries.length; i++)
      for (let k = i + 1; k < berries.length; k++) {
        const [a, b] = [berries[i], berries[k]]
        if (a.kind !== b.kind || a.gone || b.gone || Math.hypot(a.x - b.x, a.y - b.y) > a.r + b.r + 1.5) continue
        a.gone = b.gone = true
        const kind = a.kind + 1
        const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2]
        jar.chain = jar.time - jar.merged < 1 ? jar.chain + 1 : 1
        jar.merged = jar.time
        const points = ((kind * (kind + 1)) / 2 + (kind < Jar.radii.length ? 0 : 150)) * Math.min(jar.chain, 5)
        jar.score += points
        jar.biggest = Math.max(jar.biggest, Math.min(kind, Jar.radii.length - 1))
        jar.events.push({ what: 'merge', kind, x, y, points, chain: jar.chain })
        if (kind < Jar.radii.length) berries.push(Jar.berry(kind, x, y, (a.vx + b.vx) / 3, (a.vy + b.vy) / 3))
      }
    jar.berries = berries.filter((berry) => !berry.gone)
  },

  /** 0 while all is well, 1 when the lid can't be closed any more. */
  danger(jar) {
    return Math.min(1, Math.max(0, ...jar.berries.map((berry) => berry.outside)) / Jar.patience)
  },

  end(jar) {
    jar.over = true
    jar.events.push({ what: 'over' })
  },
}
