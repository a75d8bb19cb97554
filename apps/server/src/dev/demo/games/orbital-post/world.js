// biome-ignore-all lint/correctness/noUnusedVariables: a plain script, its names are used by the scripts after it
/**
 * The world, without a screen. Units are about a pixel; y grows downwards, so the route climbs towards minus infinity.
 * A planet catches whatever comes within `reach` of its middle; the ship then circles it until it is let go.
 */
const World = {
  width: 520,
  flight: 430,

  begin(random = Math.random) {
    const world = {
      random,
      planets: [],
      comets: [],
      ship: undefined,
      storm: 420,
      time: 0,
      letters: 0,
      score: 0,
      combo: 0,
      events: [],
      over: undefined,
    }
    world.planets.push({ id: 0, x: World.width / 2, y: 0, r: 46, reach: 92, hue: 0, drift: 0 })
    world.ship = { mode: 'orbit', planet: 0, angle: Math.PI * 0.5, radius: 78, spin: 1, turned: 0, x: 0, y: 0 }
    World.extend(world)
    World.placeShip(world)
    return world
  },

  /** Adds planets until the route reaches far enough above the ship. */
  extend(world) {
    for (let last = world.planets.at(-1); last.y > (world.ship.y || 0) - 1600; last = world.planets.at(-1)) {
      const id = last.id + 1
      const hard = Math.min(1, id / 45)
      const r = 44 - hard * 22 + world.random() * 8
      const distance = 215 + world.random() * (50 + hard * 70)
      const tilt = (world.random() - 0.5) * (1.5 + hard * 0.5)
      const x = Math.min(World.width - 90, Math.max(90, last.x + Math.sin(tilt) * distance))
      const y = last.y - Math.sqrt(Math.max(150 ** 2, distance ** 2 - (x - last.x) ** 2))
      world.planets.push({
        id,
        x,
        y,
        r,
        reach: r + 44 - hard * 10,
        hue: id % 5,
        drift: id > 10 && id % 4 === 0 ? 30 + hard * 40 : 0,
        home: x,
      })
      if (id > 2 && world.random() < 0.4) {
        const side = world.random() < 0.5 ? -1 : 1
        world.comets.push({ x: (x + last.x) / 2 + side * 26, y: (y + last.y) / 2, phase: world.random() * 6 })
      }
    }
  },

  /** Lets go of the planet: the ship leaves along the tangent. */
  release(world) {
    const { ship } = world
    if (world.over || ship.mode !== 'orbit') return
    ship.mode = 'flight'
    ship.from = ship.planet
    ship.vx = -Math.sin(ship.angle) * ship.spin * World.flight
    ship.vy = Math.cos(ship.angle) * ship.spin * World.flight
    world.events.push('release')
  },

  step(world, dt) {
    if (world.over) return
    world.time += dt
    for (const planet of world.planets)
      if (planet.drift) planet.x = planet.home + Math.sin(world.time * 1.1 + planet.id) * planet.drift
    const { ship } = world
    if (ship.mode === 'orbit') World.circle(world, dt)
    else World.fly(world, dt)
    world.comets = world.comets.filter((comet) => {
      if (Math.hypot(comet.x - ship.x, comet.y - ship.y) > 30) return true
      world.score += 3
      world.events.push('comet')
      return false
    })
    const pace = 26 + Math.min(70, world.letters * 1.7)
    world.storm = Math.min(world.storm, ship.y + 760) - pace * dt * (world.letters > 0 ? 1 : 0)
    if (ship.y > world.storm) World.lose(world, 'storm')
    World.extend(world)
  },

  circle(world, dt) {
    const { ship } = world
    const planet = world.planets[ship.planet]
    const speed = (2.1 + Math.min(1.5, world.letters * 0.035)) * (78 / Math.max(50, ship.radius)) ** 0.4
    ship.angle += ship.spin * speed * dt
    ship.turned += speed * dt
    const rest = planet.r + 30
    ship.radius += (rest - ship.radius) * Math.min(1, dt * 3)
    World.placeShip(world)
  },

  placeShip(world) {
    const { ship } = world
    const planet = world.planets[ship.planet]
    ship.x = planet.x + Math.cos(ship.angle) * ship.radius
    ship.y = planet.y + Math.sin(ship.angle) * ship.radius
  },

  fly(world, dt) {
    const { ship } = world
    ship.x += ship.vx * dt
    ship.y += ship.vy * dt
    const caught = world.planets.find(
      (planet) => planet.id !== ship.from && Math.hypot(planet.x - ship.x, planet.y - ship.y) < planet.reach,
    )
    if (caught) return World.catch(world, caught)
    const start = world.planets[ship.from]
    if (ship.x < -120 || ship.x > World.width + 120 || Math.hypot(ship.x - start.x, ship.y - start.y) > 900)
      World.lose(world, 'void')
  },

  catch(world, planet) {
    const { ship } = world
    const [dx, dy] = [ship.x - planet.x, ship.y - planet.y]
    const forward = planet.id > Math.max(...world.planets.filter((p) => p.stamped).map((p) => p.id), 0)
    const quick = ship.turned < Math.PI * 2
    ship.mode = 'orbit'
    ship.planet = planet.id
    ship.angle = Math.atan2(dy, dx)
    ship.radius = Math.hypot(dx, dy)
    ship.spin = dx * ship.vy - dy * ship.vx >= 0 ? 1 : -1
    ship.turned = 0
    if (forward) {
      const skipped = planet.id - (ship.from ?? 0) - 1
      planet.stamped = true
      world.letters++
      world.combo = quick ? Math.min(9, world.combo + 1) : 1
      world.score += world.combo + Math.max(0, skipped) * 2
      world.events.push('stamp')
    } else {
      world.combo = 0
      world.events.push('again')
    }
  },

  lose(world, how) {
    world.over = how
    world.events.push('lost')
  },
}
