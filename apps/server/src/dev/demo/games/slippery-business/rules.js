// biome-ignore-all lint/correctness/noUnusedVariables: a plain script, its names are used by the scripts after it
/**
 * The rules, without a screen. A room is drawn with letters:
 * `#` wall, `.` ice, `*` snow (stops you), `~` thin ice (becomes water behind you), `f` fish, `P` penguin, `W` walrus.
 */
const Rules = {
  directions: { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] },

  read(rows) {
    const width = rows[0].length
    const cells = rows.join('').split('')
    const fish = cells.flatMap((cell, at) => (cell === 'f' ? [at] : []))
    return { width, height: rows.length, cells, fish, start: cells.indexOf('P'), walrus: cells.indexOf('W') }
  },

  begin(room) {
    return { at: room.start, fish: room.fish, water: [], won: false }
  },

  /** Where one push ends: `{state, path, eaten}`; an empty path when nothing moves. */
  slide(room, state, direction) {
    const [dx, dy] = Rules.directions[direction]
    const path = []
    const eaten = []
    let { at, fish, water } = state
    for (;;) {
      const x = (at % room.width) + dx
      const y = Math.floor(at / room.width) + dy
      const next = y * room.width + x
      const outside = x < 0 || y < 0 || x >= room.width || y >= room.height
      if (outside || room.cells[next] === '#' || water.includes(next)) break
      if (room.cells[at] === '~') water = [...water, at]
      at = next
      path.push(at)
      if (fish.includes(at)) {
        fish = fish.filter((spot) => spot !== at)
        eaten.push(at)
      }
      if (room.cells[at] === '*' || room.cells[at] === 'W') break
    }
    return { state: { at, fish, water, won: at === room.walrus && fish.length === 0 }, path, eaten }
  },

  /** The fewest pushes that win from `state`, or undefined when it can't be won any more. */
  solve(room, state = Rules.begin(room), limit = 60000) {
    const name = (s) => `${s.at}|${s.fish}|${[...s.water].sort()}`
    let edge = [{ state, moves: [] }]
    const seen = new Set([name(state)])
    while (edge.length > 0 && seen.size < limit) {
      const next = []
      for (const { state: from, moves } of edge) {
        for (const direction of Object.keys(Rules.directions)) {
          const { state: to, path } = Rules.slide(room, from, direction)
          if (path.length === 0 || seen.has(name(to))) continue
          if (to.won) return [...moves, direction]
          seen.add(name(to))
          next.push({ state: to, moves: [...moves, direction] })
        }
      }
      edge = next
    }
    return undefined
  },
}
