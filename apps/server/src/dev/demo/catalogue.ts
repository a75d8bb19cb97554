import type { DemoGame } from './demo-game.ts'
import { deepStatic } from './entries/deep-static.ts'
import { harbourCats } from './entries/harbour-cats.ts'
import { hypha } from './entries/hypha.ts'
import { lastSamovar } from './entries/last-samovar.ts'
import { nightTram } from './entries/night-tram.ts'
import { orbitalPost } from './entries/orbital-post.ts'
import { slipperyBusiness } from './entries/slippery-business.ts'
import { smallMiracles } from './entries/small-miracles.ts'
import { snailGrandPrix } from './entries/snail-grand-prix.ts'
import { snowLine } from './entries/snow-line.ts'
import { theMapLies } from './entries/the-map-lies.ts'
import { unpaidDungeon } from './entries/unpaid-dungeon.ts'

export type { DemoGame } from './demo-game.ts'

/** Everything that the demo store sells. All of it is invented; two have real builds. */
export const demoGames: readonly DemoGame[] = [
  slipperyBusiness,
  orbitalPost,
  lastSamovar,
  hypha,
  unpaidDungeon,
  nightTram,
  harbourCats,
  snowLine,
  snailGrandPrix,
  theMapLies,
  smallMiracles,
  deepStatic,
]
