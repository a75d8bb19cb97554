import type { DemoGame } from './demo-game.ts'
import { alleyCup } from './entries/alley-cup.ts'
import { bestiaryOfErrors } from './entries/bestiary-of-errors.ts'
import { deepStatic } from './entries/deep-static.ts'
import { grandmech } from './entries/grandmech.ts'
import { harbourCats } from './entries/harbour-cats.ts'
import { hedgehogPantry } from './entries/hedgehog-pantry.ts'
import { hypha } from './entries/hypha.ts'
import { isobar } from './entries/isobar.ts'
import { jamJar } from './entries/jam-jar.ts'
import { lastSamovar } from './entries/last-samovar.ts'
import { lighthouseUnion } from './entries/lighthouse-union.ts'
import { moire } from './entries/moire.ts'
import { mopAndVoid } from './entries/mop-and-void.ts'
import { mothAndLantern } from './entries/moth-and-lantern.ts'
import { narrowGauge } from './entries/narrow-gauge.ts'
import { neonDroshky } from './entries/neon-droshky.ts'
import { nightTram } from './entries/night-tram.ts'
import { ninthRank } from './entries/ninth-rank.ts'
import { orbitalPost } from './entries/orbital-post.ts'
import { republicOfGum } from './entries/republic-of-gum.ts'
import { seventhFloor } from './entries/seventh-floor.ts'
import { slipperyBusiness } from './entries/slippery-business.ts'
import { slowLight } from './entries/slow-light.ts'
import { smallMiracles } from './entries/small-miracles.ts'
import { snailGrandPrix } from './entries/snail-grand-prix.ts'
import { snowLine } from './entries/snow-line.ts'
import { theMapLies } from './entries/the-map-lies.ts'
import { theWell } from './entries/the-well.ts'
import { tidewriter } from './entries/tidewriter.ts'
import { unpaidDungeon } from './entries/unpaid-dungeon.ts'

export type { DemoGame } from './demo-game.ts'

/** Everything that the demo store sells. All of it is invented; those with a build can really be played. */
export const demoGames: readonly DemoGame[] = [
  slipperyBusiness,
  orbitalPost,
  jamJar,
  alleyCup,
  bestiaryOfErrors,
  deepStatic,
  grandmech,
  harbourCats,
  hedgehogPantry,
  hypha,
  isobar,
  lastSamovar,
  lighthouseUnion,
  moire,
  mopAndVoid,
  mothAndLantern,
  narrowGauge,
  neonDroshky,
  nightTram,
  ninthRank,
  republicOfGum,
  seventhFloor,
  slowLight,
  smallMiracles,
  snailGrandPrix,
  snowLine,
  theMapLies,
  theWell,
  tidewriter,
  unpaidDungeon,
]
