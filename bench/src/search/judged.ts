/** Descriptions and transliterations written by hand, before the ranking that they judge was tuned: kind, language, the game's slug, the query. */
const table = `
description|en|half-life-deathmatch-source|old half life multiplayer deathmatch remade in a newer engine
description|en|slappyball|volleyball played with giant hands online
description|en|far-cry-4|shooter in the himalayas where you bring your mothers ashes home during a civil war
description|en|need-for-speed-payback|car racing against a cartel that owns the casinos in a gambling city
description|en|rusty-lake-paradise|creepy point and click puzzle about ten plagues on a cursed island
description|en|lethal-league|fighting game where you hit a ball that gets faster and faster
description|en|dyson-sphere-program|build factories across planets and enclose a star to get its power
description|en|children-of-morta|action rpg about a whole family of heroes fighting corruption
description|en|evolve-stage-2|four hunters versus one player who is the monster
description|en|octopath-traveler|jrpg with eight heroes each having their own story
description|en|overcooked|chaotic kitchen game to play on the couch with friends cooking orders
description|en|dave-the-diver|dive for fish during the day and run a sushi restaurant at night
description|en|goat-simulator|be a goat and wreck everything
description|en|gotham-knights|batman is dead and his sidekicks protect the city
description|en|wizard101|online game for kids about a school of wizards with spells and pets
description|en|cat-goes-fishing|a cat that catches bigger and bigger fish
description|en|life-is-strange-before-the-storm|prequel about teenage chloe and her friendship with a popular girl
description|en|generation-zero|killer robots in sweden in the eighties, coop with friends
description|en|streets-of-rogue|random cities where you can hack sneak or fight, immersive sim roguelite
description|en|buried-an-interactive-story|text story about a lumberjack who wakes up and his friends are gone
description|en|whos-that-flying|defend earth from above with a laser arm
description|en|pajama-sam-no-need-to-hide-when-its-dark-outside|kids adventure about a boy scared of the dark
description|en|tsukumogami|japanese folklore puzzle rpg where everyday objects come alive
description|en|steamroll|puzzle with a steam powered vehicle like minigolf, engineer trapped in a mine
description|en|golden-light|weird meat horror roguelike where you eat your guns
description|en|timeshift|shooter where you slow stop and rewind time
description|en|star-command-galaxies|be a starship captain, hire a crew and fight off alien boarders
description|en|insanitys-blade|father goes to hell to get back his wife and child
description|en|dynast-io|browser like survival with base building and crafting with friends
description|en|munin|norse puzzle platformer where you rotate the levels, messenger of odin
description|en|crusaders-of-the-lost-idols|idle clicker with formations of heroes
description|en|trikaya|explore a forgotten temple with wind earth and fire magic puzzles
description|en|1849|city builder in the california gold rush
description|en|debugger-3-16-hacknrun|platformer where you write program code to remove bugs
description|en|the-bonerooms|funny multiplayer horror in a maze that is alive
description|en|bear-haven-nights-2|work at a motel in the forest with bears attacking at night
description|en|nordenfelt|steampunk vertical shmup
description|en|vault|fly a drone to find an artifact on a mysterious island
description|en|sinned-arena|nineties arena shooter taking place in hell
description|en|giant-blobs-from-mars|you are a blob from mars eating the land
description|en|artificial-life-simulator|particles that attract and repel and make life emerge
description|en|really-weird-pool|billiards on strangely shaped tables
description|en|lantern-light-demo|horror in an old manor where your lantern must not go out
description|en|papers-please|immigration officer checking passports at the border
description|en|factorio|build a factory with conveyor belts on an alien planet while aliens attack
description|en|frostpunk|city survival in an eternal winter around a generator
description|en|subnautica|crashed on an ocean planet, survive underwater and build bases
description|en|this-war-of-mine|civilians trying to survive in a besieged city
description|en|plague-inc-evolved|create a disease and infect the whole world
description|en|kerbal-space-program|build rockets for little green astronauts
description|en|phasmophobia|ghost hunting with friends and equipment to find out which ghost it is
description|en|balatro|poker roguelike with jokers
description|en|stray|play as a stray cat in a cyber city of robots
description|en|firewatch|fire lookout in wyoming talking on the radio
description|en|house-flipper|buy and renovate old houses and sell them
description|ru|half-life-2|физик с монтировкой против пришельцев захвативших землю
description|ru|world-of-tanks|онлайн бои на танках второй мировой
description|ru|overcooked|кооперативная игра про поваров на кухне
description|ru|dave-the-diver|днём ныряем за рыбой а ночью управляем суши рестораном
description|ru|goat-simulator|симулятор козла
description|ru|cat-goes-fishing|кот ловит рыбу на острове
description|ru|generation-zero|швеция восьмидесятых и роботы убийцы
description|ru|wizard101|школа волшебников для детей онлайн
description|ru|dyson-sphere-program|строить завод в космосе вокруг звезды
description|ru|children-of-morta|ролевой экшен про семью героев
description|ru|octopath-traveler|восемь путешественников и восемь историй
description|ru|evolve-stage-2|четверо охотников против одного монстра
description|ru|gotham-knights|бэтмен умер и город защищает его команда
description|ru|rusty-lake-paradise|мрачная головоломка про остров и египетские казни
description|ru|arma-3|военная песочница с реалистичными боями и техникой
description|ru|pajama-sam-no-need-to-hide-when-its-dark-outside|мальчик который боится темноты становится супергероем
description|ru|timeshift|шутер с управлением временем
description|ru|star-command-galaxies|капитан звездолёта нанимает экипаж и воюет с инопланетянами
description|ru|insanitys-blade|отец идёт в ад спасать жену и ребёнка
description|ru|1849|градостроительная стратегия про золотую лихорадку в калифорнии
description|ru|munin|скандинавские руны и поворот платформ, посланница одина
description|ru|trikaya|головоломка от первого лица в забытом храме с магией стихий
description|ru|debugger-3-16-hacknrun|платформер про программирование и удаление багов
description|ru|nordenfelt|стимпанк скролл шутер
description|ru|sinned-arena|арена шутер в аду
description|ru|bear-haven-nights-2|мотель в лесу и медведи ночью
description|ru|vault|дрон исследует таинственный остров
description|ru|really-weird-pool|бильярд со странными столами
description|ru|lantern-light-demo|хоррор в старом поместье с фонарём
description|ru|artificial-life-simulator|симулятор искусственной жизни из частиц
description|ru|giant-blobs-from-mars|гигантская капля с марса поедает землю
description|ru|escape-to-moscow|парень помогает девушке из дагестана сбежать в москву
description|ru|tsukumogami|японский фольклор где ожившие предметы
description|ru|beholgar|классическая метроидвания с замками и пещерами
description|ru|drunken-wrestlers|драки пьяных рэгдолл борцов
description|ru|bird-pro-skater|птица на скейте раннер
description|ru|papers-please|пограничник проверяет паспорта
description|ru|factorio|построить фабрику с конвейерами на чужой планете
description|ru|frostpunk|выживание города в вечной зиме
description|ru|subnautica|выживание на океанической планете под водой
description|ru|this-war-of-mine|мирные жители выживают в осаждённом городе
description|ru|plague-inc-evolved|создать вирус и заразить весь мир
description|ru|kerbal-space-program|строить ракеты и запускать в космос маленьких зелёных человечков
description|ru|phasmophobia|охота на призраков с друзьями
description|ru|euro-truck-simulator-2|дальнобойщики по европе на грузовике
description|ru|house-flipper|ремонт и продажа старых домов
description|ru|stardew-valley|унаследовал старую ферму и выращиваешь урожай
description|ru|among-us|найти предателя на космическом корабле
description|ru|detroit-become-human|андроиды которые хотят свободы
description|ru|stray|бродячий кот в городе роботов
description|ru|dont-starve-together|выживание с друзьями в диком мире чтобы не умереть с голоду
description|ru|beat-saber|резать кубики мечами под музыку в виртуальной реальности
description|ru|rimworld|симулятор колонии на чужой планете
description|ru|cult-of-the-lamb|ягнёнок создаёт свой культ
description|ru|farming-simulator-22|симулятор фермы с тракторами
description|ru|circuslinux|клоуны лопают воздушные шарики
description|ru|kreversi|переворачивать фишки противника на доске
description|ru|cappuccino|сделать вид для начальника что работаешь
description|ru|xcowsay|говорящая корова на рабочем столе
description|ru|rrootage|космическая стрелялка с боссами и лазером
description|ru|lgeneral|пошаговая стратегия вторая мировая как panzer general
description|ru|antigravitaattori|гонки на летающих тарелках
description|ru|flobopuyo|собирать группы цветных пузырей
translit|ru|terraria|террария
translit|ru|dota-2|дота 2
translit|ru|hollow-knight|холлоу найт
translit|ru|stardew-valley|стардью вэлли
translit|ru|the-elder-scrolls-v-skyrim|скайрим
translit|ru|fallout-4|фоллаут 4
translit|ru|cyberpunk-2077|киберпанк 2077
translit|ru|undertale|андертейл
translit|ru|portal-2|портал 2
translit|ru|half-life-2|халф лайф 2
translit|ru|dark-souls-iii|дарк соулс 3
translit|ru|counter-strike-2|контр страйк 2
translit|ru|elden-ring|элден ринг
translit|ru|warframe|варфрейм
translit|ru|dying-light|даинг лайт
translit|ru|subnautica|сабнавтика
translit|ru|factorio|факторио
translit|ru|cuphead|капхед
translit|ru|rimworld|римворлд
translit|ru|frostpunk|фростпанк
translit|ru|sekiro-shadows-die-twice-goty-edition|секиро
translit|ru|bioshock-infinite|биошок инфинит
translit|ru|dishonored|дисхоноред
translit|ru|phasmophobia|фазмофобия
translit|ru|dead-cells|дед селлс
translit|ru|slay-the-spire|слэй зе спайр
translit|ru|outlast|аутласт
translit|ru|valheim|вальхейм
translit|ru|astroneer|астронир
translit|ru|satisfactory|сатисфактори
translit|en|everlasting-summer|beskonechnoe leto
translit|en|euro-truck-simulator-2|simulyator dalnoboyshchika evropa gruzovik
translit|en|goat-simulator|simulyator kozla
translit|en|phasmophobia|ohota na prizrakov s druzyami
translit|en|papers-please|pogranichnik pasport
`

export interface Judged {
  kind: string
  language: string
  query: string
  /** Slugs of the games that answer it. */
  wanted: string[]
}

export const written: Judged[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [kind = '', language = '', slug = '', query = ''] = line.split('|')
    return { kind, language, query, wanted: [slug] }
  })
