import type { DemoReview } from './demo-review.ts'
import { alleyCup } from './reviews/alley-cup.ts'
import { bestiaryOfErrors } from './reviews/bestiary-of-errors.ts'
import { deepStatic } from './reviews/deep-static.ts'
import { grandmech } from './reviews/grandmech.ts'
import { harbourCats } from './reviews/harbour-cats.ts'
import { hedgehogPantry } from './reviews/hedgehog-pantry.ts'
import { hypha } from './reviews/hypha.ts'
import { isobar } from './reviews/isobar.ts'
import { jamJar } from './reviews/jam-jar.ts'
import { lastSamovar } from './reviews/last-samovar.ts'
import { lighthouseUnion } from './reviews/lighthouse-union.ts'
import { moire } from './reviews/moire.ts'
import { mopAndVoid } from './reviews/mop-and-void.ts'
import { mothAndLantern } from './reviews/moth-and-lantern.ts'
import { narrowGauge } from './reviews/narrow-gauge.ts'
import { neonDroshky } from './reviews/neon-droshky.ts'
import { nightTram } from './reviews/night-tram.ts'
import { ninthRank } from './reviews/ninth-rank.ts'
import { orbitalPost } from './reviews/orbital-post.ts'
import { republicOfGum } from './reviews/republic-of-gum.ts'
import { seventhFloor } from './reviews/seventh-floor.ts'
import { slipperyBusiness } from './reviews/slippery-business.ts'
import { slowLight } from './reviews/slow-light.ts'
import { smallMiracles } from './reviews/small-miracles.ts'
import { snailGrandPrix } from './reviews/snail-grand-prix.ts'
import { snowLine } from './reviews/snow-line.ts'
import { theMapLies } from './reviews/the-map-lies.ts'
import { theWell } from './reviews/the-well.ts'
import { tidewriter } from './reviews/tidewriter.ts'
import { unpaidDungeon } from './reviews/unpaid-dungeon.ts'

/** What the demo people say of the demo games, by the game's slug. */
export const demoReviews: Readonly<Record<string, readonly DemoReview[]>> = {
  'alley-cup': alleyCup,
  'bestiary-of-errors': bestiaryOfErrors,
  'deep-static': deepStatic,
  grandmech: grandmech,
  'harbour-cats': harbourCats,
  'hedgehogs-pantry': hedgehogPantry,
  hypha: hypha,
  isobar: isobar,
  'a-jar-of-jam': jamJar,
  'the-last-samovar': lastSamovar,
  'lighthouse-keepers-union': lighthouseUnion,
  moire: moire,
  'mop-and-void': mopAndVoid,
  'moth-and-lantern': mothAndLantern,
  'narrow-gauge': narrowGauge,
  'neon-droshky': neonDroshky,
  'night-tram-nine': nightTram,
  'the-ninth-rank': ninthRank,
  'orbital-post': orbitalPost,
  'republic-of-gum': republicOfGum,
  'seventh-floor-please': seventhFloor,
  'slippery-business': slipperyBusiness,
  'slow-light': slowLight,
  'bureau-of-small-miracles': smallMiracles,
  'snail-grand-prix': snailGrandPrix,
  'snow-line': snowLine,
  'the-map-lies': theMapLies,
  'the-well-counts-back': theWell,
  tidewriter: tidewriter,
  'unpaid-dungeon': unpaidDungeon,
}
