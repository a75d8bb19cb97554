/**
 * Words that people describe games with: Russian words, then the English ones that say the same. Most catalogues have English texts only;
 * through this a Russian description finds them. Any form of a word will do, since both sides are compared by their stems.
 */
export const dictionary = `
игра, играть, игрок, игровой, геймер: game play player
друг, друзья, дружба, дружить, товарищ: friend friendship
враг, противник, вражеский, недруг: enemy foe opponent
герой, геройский, героический: hero heroic
героиня: heroine
персонаж: character
девушка, девочка, девчонка: girl woman
женщина, женский: woman female
парень, юноша: guy boy young
мальчик, мальчишка, пацан: boy
мужчина, мужик: man
человек, люди, люд, человечество, человеческий: human man people humanity
ребенок, дети, детский, малыш, младенец: child kid baby
отец, папа: father dad
мать, мама, материнский: mother mom
брат: brother
сестра, сестренка: sister
сын: son
дочь, дочка: daughter
семья, семейный: family
жена: wife
муж: husband
бабушка: grandma grandmother
дедушка, дед: grandpa grandfather
старик, старый, древний: old ancient
молодой, юный: young
король, царь, королевский: king royal
королева: queen
королевство, царство: kingdom realm
принц: prince
принцесса: princess
император, империя, имперский: emperor empire imperial
рыцарь, рыцарский: knight
воин, боец: warrior fighter
солдат, солдатский, боец: soldier
армия, войско: army
отряд, команда, группа: squad team party crew group
командир, командовать, управлять: command commander control manage lead
генерал: general
капитан: captain
маг, волшебник, чародей, колдун: mage wizard sorcerer
ведьма, колдунья, ведьмин: witch
ведьмак: witcher
магия, магический, волшебство, волшебный, чары, заклинание, колдовство: magic magical spell
зелье, алхимия, алхимик, варить: potion alchemy alchemist brew
дракон: dragon
эльф: elf
гном, дварф: dwarf gnome
орк: orc
гоблин: goblin
тролль: troll
демон, дьявол, бес: demon devil
черт: devil
ад, адский, преисподняя: hell
рай: heaven paradise
ангел: angel
бог, божество, божественный, боги: god deity divine
призрак, привидение, дух: ghost spirit
вампир: vampire
оборотень: werewolf
зомби: zombie
мертвец, мертвый, нежить: dead undead
смерть, умереть, умирать, погибнуть, смертельный: death die deadly
жизнь, жить, живой: life live alive
убить, убийца, убийство, убивать: kill murder killer murderer
монстр, чудовище, чудище, тварь: monster creature beast
существо, создание: creature
животное, зверь, зверушка: animal beast
кот, кошка, котик, котенок, кошачий: cat kitten kitty
собака, пес, щенок, собачка: dog puppy
волк: wolf
медведь, мишка: bear
лиса, лис, лисица, лисенок: fox
заяц, кролик: rabbit bunny
мышь, мышка: mouse
крыса: rat
лошадь, конь: horse
корова: cow
свинья, поросенок: pig
овца, овечка: sheep
коза, козел: goat
курица, цыпленок: chicken
утка: duck
гусь: goose
птица, птичка, птичий: bird
ворон, ворона: raven crow
сова: owl
орел: eagle
рыба, рыбка: fish
рыбалка, рыбачить, рыбак, удить: fishing fish fisherman
акула: shark
кит: whale
дельфин: dolphin
осьминог: octopus
лягушка, жаба: frog toad
змея: snake serpent
черепаха: turtle
ящерица: lizard
динозавр: dinosaur
паук: spider
насекомое, жук: insect bug
муравей: ant
пчела: bee
бабочка: butterfly
улитка: snail
слон: elephant
обезьяна: monkey ape
пингвин: penguin
лев: lion
тигр: tiger
еж, ежик: hedgehog
белка: squirrel
хомяк: hamster
питомец: pet
город, городской, городок: city town urban
деревня, село, поселок: village
страна, государство, нация: country nation state
столица: capital
остров, островок, островной: island
море, морской: sea marine
океан: ocean
река: river
озеро: lake
вода, водный: water
подводный, подводой: underwater
подлодка, субмарина: submarine
корабль, судно: ship boat vessel
лодка, катер: boat
пират, пиратский: pirate
парус: sail
порт, гавань: port harbor
гора, горный: mountain
скала, утес: cliff rock
вершина, пик: peak summit
пещера: cave
шахта, шахтер: mine miner
добыча, добывать, копать, раскопки: mining mine dig
лес, лесной: forest wood
джунгли: jungle
пустыня, пустынный: desert
степь, поле: field plain
болото: swamp
сад, садовник, садовый: garden gardening gardener
ферма, фермер, фермерский: farm farming farmer
урожай, посев, выращивать, сажать, растить: harvest crop grow plant
растение: plant
цветок, цветы: flower
дерево, деревья: tree
гриб, грибной: mushroom
трава: grass
снег, снежный, заснеженный: snow snowy
лед, ледяной: ice icy frozen
холод, мороз, холодный, замерзший: cold frost frozen freezing
зима, зимний: winter
лето, летний: summer
осень, осенний: autumn fall
весна: spring
огонь, огненный, пламя: fire flame
пожар, пожарный: fire firefighter
дождь: rain
ветер: wind
буря, шторм, гроза: storm
молния: lightning
туман: fog mist
облако, туча: cloud
небо, небесный: sky heaven
солнце, солнечный: sun solar
луна, лунный: moon lunar
звезда, звездный: star stellar
планета: planet
земля: earth land ground
космос, космический: space cosmic
космонавт, астронавт: astronaut cosmonaut
звездолет: spaceship starship
галактика: galaxy
вселенная: universe
марс: mars
инопланетянин, пришелец, инопланетный, чужой: alien extraterrestrial
робот, роботизированный: robot
андроид: android
киборг: cyborg
меха, мех: mech
машина, автомобиль, автомобильный, тачка: car vehicle automobile machine
грузовик, дальнобойщик, фура: truck trucker
автобус: bus
поезд, железнодорожный: train railway railroad
метро: metro subway
трамвай: tram
самолет: plane aircraft airplane
вертолет: helicopter
летать, полет, лететь, пилот: fly flight pilot flying
танк, танковый: tank
мотоцикл, байкер: motorcycle bike biker
велосипед: bicycle bike
такси, таксист: taxi
дорога, шоссе, трасса: road highway track
гонка, гоночный, гонщик: race racing racer
дрифт: drift
водить, вождение, водитель, ездить, ехать: drive driving driver ride
скорость, быстрый, скоростной: speed fast
путешествие, путешествовать, странствие, странствовать: journey travel trip
путь, дорожка, тропа: path way road
путешественник, странник: traveler wanderer
приключение, приключенческий: adventure
исследовать, исследование, изучать, исследователь: explore exploration research explorer
открыть, открывать, открытие: discover open discovery
мир, мирок: world
мирный: peaceful
война, военный, боевой: war military combat battle
битва, сражение, бой, сражаться, драться, биться: battle fight combat
драка, подраться: fight brawl
атака, атаковать, нападать, напасть, нападение: attack raid
защита, защищать, оборона, оборонять, защитить: defend defense protect
башня: tower
замок: castle
крепость, форт: fortress fort
дворец: palace
подземелье, данж: dungeon
подземный: underground
лабиринт: maze labyrinth
тюрьма, тюремный, заключенный, узник: prison jail prisoner
побег, сбежать, бежать, убежать, выбраться: escape run flee
бегать, бег, бегун: run running runner
прыгать, прыжок: jump leap
лазать, карабкаться, альпинист: climb climber climbing
ползать: crawl
плавать, плыть: swim sail
ходить, идти, прогулка, гулять: walk walking stroll
стрелять, стрельба, перестрелка, стрелок: shoot shooting shooter gun
стрелялка, шутер: shooter
оружие: weapon arms
пистолет: pistol gun
винтовка, ружье: rifle gun shotgun
пушка: cannon gun
пулемет, автомат: machinegun gun
снайпер: sniper
меч: sword blade
лук, лучник: bow archer archery
стрела: arrow
топор: axe
нож: knife
копье: spear
щит: shield
броня, доспех: armor
бомба, взрыв, взрывать, взорвать: bomb explosion explode blow
ракета: rocket missile
лазер: laser
яд: poison
кровь, кровавый: blood bloody gore
насилие, жестокий: violence brutal violent
кулак, кулачный: fist
бокс, боксер: boxing boxer
борьба: wrestling struggle fight
каратэ, кунгфу: karate kungfu martial
ниндзя: ninja
самурай: samurai
катана: katana
викинг: viking
гладиатор, арена: gladiator arena
ковбой: cowboy
запад, вестерн: west western
бандит, разбойник: bandit outlaw
гангстер, мафия, мафиози, мафиозный: gangster mafia mob
преступник, преступление, преступный, криминал, криминальный: criminal crime
вор, воровать, украсть, кража, красть: thief steal theft
ограбление, грабить, грабитель: heist robbery rob
полиция, полицейский, коп: police cop policeman
детектив, сыщик, детективный: detective investigator
расследование, расследовать, следователь: investigate investigation case
улика, доказательство: clue evidence
подозреваемый: suspect
тайна, тайный, таинственный, загадочный, секрет, секретный: mystery secret mysterious
загадка: riddle puzzle mystery
головоломка, ребус: puzzle
логика, логический: logic logical
ум, разум, мозг: mind brain
шпион, агент, разведчик: spy agent
хакер, взлом, взламывать: hacker hack hacking
компьютер, компьютерный: computer
программист, программировать, программирование, код: programmer programming code
технология, технологический: technology tech
наука, научный, ученый: science scientist scientific
лаборатория: lab laboratory
эксперимент: experiment
мутант, мутация: mutant mutation
вирус, эпидемия, чума, зараза, болезнь: virus epidemic plague disease infection
врач, доктор, хирург, больница, госпиталь: doctor surgeon hospital
лечить, лекарство: heal cure medicine
ядерный, атомный, радиация: nuclear atomic radiation
апокалипсис, постапокалипсис, постапокалиптический: apocalypse apocalyptic postapocalyptic
катастрофа, бедствие: disaster catastrophe
выжить, выживать, выживание, выживший, уцелеть: survive survival survivor
голод, голодный: hunger starve starving
еда, пища, кушать, есть: food eat
готовить, готовка, кулинария, повар, кухня, шеф: cook cooking chef kitchen
ресторан, кафе: restaurant cafe
пицца: pizza
торт, пирог, выпечка, пекарня: cake pie bakery
бар, таверна, паб: bar tavern pub
кофе, кофейня: coffee cafe
чай: tea
пиво: beer
магазин, лавка, магазинчик: shop store
супермаркет: supermarket
торговать, торговля, торговец, продавать, купец: trade trading merchant sell
покупать, покупатель, клиент: buy customer
деньги, монета, богатство: money coin wealth
золото, золотой: gold golden
сокровище, клад: treasure
бизнес, предприниматель: business entrepreneur
магнат: tycoon
экономика, экономический: economy economic
компания, фирма, корпорация: company corporation
завод, фабрика: factory
конвейер: conveyor belt
производство, производить: production produce
автоматизация, автоматизировать: automate automation
работа, работать, рабочий, труд: work job worker
офис: office
школа, школьный, школьник: school student
студент, университет, академия: student university academy
учитель, преподаватель: teacher
учить, учиться, обучение: learn teach education
тюнинг, ремонт, чинить, починить, механик: repair fix mechanic tuning
строить, построить, строительство, стройка, возводить: build construct building construction
здание, постройка: building
дом, домик, жилище: house home
особняк, поместье, усадьба: mansion manor estate
квартира: apartment flat
комната: room
отель, гостиница: hotel inn
больница: hospital
библиотека: library
музей: museum
церковь, храм: church temple
монастырь, монах: monastery monk
кладбище: cemetery graveyard
гробница, склеп: tomb crypt
руины, развалины: ruins
мост: bridge
парк: park
аттракцион: amusement ride park
зоопарк: zoo
цирк: circus
клоун: clown
театр: theater
кино, фильм: movie film cinema
музыка, музыкальный: music musical
песня, петь: song sing
ритм, ритмичный: rhythm beat
танец, танцевать: dance dancing
гитара: guitar
рок: rock
пианино, фортепиано: piano
барабан: drum
звук: sound
голос: voice
тишина: silence
рисовать, рисунок, художник, живопись: draw paint painter artist
краска, раскраска, раскрашивать: paint coloring color
цвет, цветной: color
картина, картинка: picture painting image
искусство: art
фото, фотография, фотограф, фотографировать: photo photography photographer
книга, книжный: book
письмо: letter
слово: word
буква: letter
текст, текстовый: text
история, рассказ, сюжет, повествование, сказание: story history tale narrative
исторический: historical history
сказка, сказочный: fairytale fairy tale
легенда, легендарный: legend legendary
миф, мифический, мифология: myth mythology mythical
сон, сновидение, мечта: dream
кошмар: nightmare
память, воспоминание, вспомнить: memory remember
амнезия: amnesia
время: time
прошлое: past
будущее, футуристический: future futuristic
век, столетие, эпоха: century age era
средневековье, средневековый: medieval middleage
древность, античный: ancient antiquity
рим, римский: rome roman
греция, греческий: greece greek
египет, египетский, пирамида: egypt egyptian pyramid
китай, китайский: china chinese
япония, японский: japan japanese
россия, русский, российский: russia russian
советский, ссср: soviet ussr
германия, немецкий, немец: germany german
нацист, нацистский, фашист: nazi
америка, американский, сша: america american
европа, европейский: europe european
африка: africa
первая мировая: ww1
вторая мировая: ww2
мировой: world
сталинград: stalingrad
революция, восстание: revolution rebellion
политика, политический, президент: politics political president
диктатор: dictator
выборы: election
дипломатия: diplomacy
цивилизация: civilization
колония, колонизация, колонист, поселение, поселенец: colony colonize settlement settler
население, житель: population citizen villager
ресурс: resource
крафт, крафтить, мастерить, создавать, создать: craft create make
предмет, вещь: item object thing
инвентарь: inventory
снаряжение, экипировка: gear equipment
улучшать, улучшение, прокачка, прокачивать, прокачать: upgrade improve level
навык, умение, способность: skill ability
уровень: level
босс: boss
карта, карточка: card map
карточный: card
колода: deck
кубик, кости: dice
шахматы, шахматный: chess
пасьянс, косынка: solitaire
покер, казино: poker casino
азартный, ставка: gambling bet
настольный, настолка: tabletop board
домино: domino
маджонг: mahjong
судоку: sudoku
кроссворд: crossword
пазл, мозаика: jigsaw puzzle
тетрис: tetris
шарики, шар, мяч, шарик: ball marble
блок, кубик, кирпич, куб: block cube brick
кристалл, самоцвет: crystal gem
камень, каменный: stone rock
алмаз, бриллиант: diamond
дверь: door
ключ: key
ловушка: trap
механизм: mechanism
физика, физический: physics
гравитация, невесомость: gravity
портал: portal
телепорт, телепортация: teleport
измерение: dimension
параллельный: parallel
зеркало: mirror
свет, светлый, освещать: light bright
тьма, темнота, темный, мрак, мрачный: dark darkness grim
тень: shadow
ночь, ночной: night
день, дневной: day
утро: morning
ужас, ужасы, страшный, страх, жуткий, пугающий, хоррор, страшилка: horror scary fear terrifying creepy
жуть: creepy scary
безумие, безумный, сумасшедший, псих: mad madness insane crazy
психология, психологический: psychological
маньяк: maniac killer
кукла: doll
игрушка, игрушечный: toy
проклятие, проклятый: curse cursed
ритуал: ritual
культ, сектант: cult cultist
зло, злой, злодей: evil villain
добро, добрый: good kind
темница: dungeon prison
юмор, юмористический, смешной, забавный, веселый: humor funny humorous fun
шутка, комедия, комедийный: joke comedy
пародия: parody
безумно: crazy
милый, милашка, очаровательный: cute adorable lovely
уютный, уют: cozy cosy
спокойный, расслабляющий, расслабиться, отдых, медитативный: relaxing calm relax peaceful
красивый, прекрасный: beautiful
грустный, печальный, печаль: sad
трогательный, эмоциональный: touching emotional heartfelt
любовь, любовный, влюбиться, романтика, романтический: love romance romantic
свидание, встречаться: date dating
поцелуй: kiss
свадьба: wedding
секс, эротика, эротический: sex erotic adult
аниме: anime
манга: manga
новелла, визуальный: novel visual
роман: novel romance
выбор, решение, выбирать: choice decision choose
концовка, финал: ending
диалог, разговор, разговаривать: dialogue conversation talk
кооператив, кооперативный, совместный, вместе, сообща: coop cooperative together
вдвоем, двое, два: two couple
один, одиночный, одиночество, одинокий: one single alone lonely
онлайн, сетевой: online
многопользовательский, мультиплеер: multiplayer
массовый: massive massively
соревнование, соревноваться, турнир, чемпионат: competition compete tournament championship
чемпион: champion
победа, победить, побеждать, одолеть: win victory defeat
команда, командный: team
спорт, спортивный: sport
футбол, футбольный, футболист: football soccer
баскетбол: basketball
хоккей: hockey
теннис: tennis
гольф: golf
бейсбол: baseball
боулинг: bowling
бильярд: billiards pool
скейт, скейтборд: skate skateboard
лыжи, лыжник: ski skiing
сноуборд: snowboard
олимпиада: olympic
тренер: coach trainer
менеджер, управление: manager management
стратегия, стратегический: strategy strategic
тактика, тактический: tactics tactical
пошаговый: turnbased turn
реальный, реалистичный: real realistic
симулятор, симуляция: simulator simulation
аркада, аркадный: arcade
платформер: platformer
рогалик, роглайк: roguelike rogue
роглайт: roguelite
песочница: sandbox
открытый: open
случайный, случайно, генерируемый: random randomly generated
процедурный: procedural procedurally
пиксельный, пиксель: pixel
ретро: retro
рисованный, нарисованный: handdrawn drawn
стиль, стильный: style stylish
минималистичный, минимализм: minimalist minimalistic
абстрактный: abstract
сюрреалистичный, сюрреализм: surreal
киберпанк: cyberpunk
стимпанк: steampunk
фэнтези, фентези: fantasy
фантастика, фантастический: scifi fiction fantastic
нуар, нуарный: noir
антиутопия: dystopia dystopian
утопия: utopia
ролевая, ролевой, рпг: rpg roleplaying role
бродилка: adventure walking
квест: quest adventure
поиск, искать, найти, отыскать, находить: find search seek hidden
спрятанный, скрытый, скрываться, прятаться, прятки: hidden hide stealth
скрытный, стелс, незаметно, красться: stealth sneak
потерянный, потерять, пропавший, исчезнуть, исчезновение: lost missing disappear disappearance
спасти, спасать, спасение, спасатель: save rescue
помочь, помогать, помощь: help
вернуть, вернуться, возвращаться: return back
уничтожать, уничтожить, разрушать, разрушение, ломать: destroy destruction break
захватить, захват, завоевать, завоевание, завоевывать: conquer capture conquest
править, правитель: rule ruler reign
месть, отомстить, мстить: revenge vengeance
предательство, предатель: betrayal traitor
тайно: secretly
заговор: conspiracy
правда, истина: truth
ложь, лгать, врать: lie lies
надежда: hope
судьба: fate destiny
душа: soul
сердце: heart
тело: body
голова: head
рука: hand arm
глаз, взгляд: eye
лицо: face
нога: leg foot
кость, скелет, череп: bone skeleton skull
крыло, крылья: wing
хвост: tail
мясо: meat
слизь, слайм: slime
желе: jelly
шляпа: hat
маска: mask
одежда, наряд, мода: clothes fashion dress outfit
макияж, косметика: makeup
кольцо: ring
корона: crown
трон: throne
флаг: flag
подарок: gift present
рождество, новый год: christmas
санта: santa
хэллоуин: halloween
тыква: pumpkin
праздник, вечеринка: party holiday festival
лагерь, кемпинг: camp camping
палатка: tent
костер: campfire bonfire
охота, охотиться, охотник: hunt hunting hunter
ловить, поймать: catch
собирать, сбор, коллекция, коллекционировать, собрать: collect gather collection
разводить, приручать, приручить: breed tame
доставка, доставлять, почта, почтальон, курьер: delivery deliver mail courier post
посылка: package parcel
груз: cargo
уборка, убирать, чистить, мыть, уборщик: clean cleaning cleaner wash
мусор: trash garbage
переезд: moving
мебель: furniture
украшать, декор, дизайн, интерьер: decorate decoration design interior
нефть: oil
газ: gas
электричество, электрический: electric electricity power
энергия: energy power
топливо: fuel
двигатель: engine
база: base
станция: station
бункер, убежище: bunker shelter
стена: wall
окно: window
крыша: roof
лестница: stairs ladder
лифт: elevator
пол, этаж: floor
подвал: basement
чердак: attic
улица: street
район, квартал: district neighborhood
соседи, сосед: neighbor
граница, пограничник, паспорт: border passport inspector
таможня: customs
аэропорт: airport
суд, судья, адвокат, юрист: court judge lawyer attorney
журналист, газета, новости: journalist newspaper news
телевидение, телевизор: tv television
радио: radio
телефон: phone
интернет: internet
социальный: social
стример, блогер, ютубер: streamer youtuber
разработчик, разработка: developer development
виртуальный: virtual
реальность: reality
искусственный, интеллект: artificial intelligence ai
бесконечный, вечный: endless infinite eternal
последний: last final
первый: first
второй: second
третий: third
новый: new
большой, огромный, гигантский, великан, гигант: big huge giant
маленький, крошечный, малый: small little tiny
сильный, сила, мощный, могучий: strong power force mighty
слабый: weak
умный: smart clever
глупый, дурак: stupid silly
сложный, трудный, хардкор, хардкорный, тяжелый: hard difficult challenging hardcore
легкий, простой: easy simple casual
бесплатный: free
странный: strange weird
красный: red
синий, голубой: blue
зеленый: green
желтый: yellow
белый: white
черный: black
розовый: pink
серый: gray grey
левый: left
круглый, круг: round circle
линия: line
точка: dot point
число, цифра, номер: number
математика, математический: math mathematics
химия: chemistry
биология: biology
география: geography
вопрос, викторина: question quiz trivia
ответ: answer
тест: test
печатать, клавиатура: type typing keyboard
кнопка: button
клик, кликать, кликер: click clicker
рука об руку: together
волна: wave
орда, толпа, полчище: horde crowd
стая: pack flock
рой: swarm
клан, гильдия: clan guild
фракция: faction
раса: race
народ, племя: tribe people
дикий: wild
хищник: predator
эволюция, эволюционировать: evolution evolve
ген, генетика: gene genetic
яйцо: egg
клетка: cell
микроб, бактерия: microbe bacteria
кровать: bed
стол: table
стул: chair
лампа, фонарик, фонарь: lamp flashlight lantern
свеча: candle
часы: clock watch
камера, наблюдение, охранник: camera surveillance guard security
охрана, охранять: guard security
пропасть, бездна: abyss
глубина, глубокий: deep depth
дно: bottom
вулкан: volcano
землетрясение: earthquake
метеорит, астероид: meteor asteroid
орбита: orbit
спутник: satellite
терраформирование: terraform terraforming
база данных: database
лор: lore
атмосферный, атмосфера: atmospheric atmosphere
динамичный: dynamic fastpaced
зрелищный: spectacular
саундтрек: soundtrack
графика: graphics
вид, сверху: top view
сбоку: side
изометрический, изометрия: isometric
лицо, лица: person face
камень ножницы: rock
мультфильм, мультяшный, мультик: cartoon cartoony
комикс: comic
супергерой: superhero
суперсила: superpower
тюремщик: warden jailer
палач: executioner
крестьянин: peasant
кузнец, кузница: blacksmith forge
пастух: shepherd
наемник: mercenary
ассасин: assassin
паладин: paladin
некромант: necromancer
жрец, священник: priest
монахиня: nun
инквизитор, инквизиция: inquisitor inquisition
крестоносец: crusader
варвар: barbarian
гражданский: civil civilian
партизан: guerrilla partisan
террорист, терроризм: terrorist
заложник: hostage
спецназ: swat special forces
десант: paratrooper landing
авианосец, линкор, эсминец, флот: carrier battleship destroyer fleet navy
бомбардировщик, истребитель: bomber fighter
зенитка: antiaircraft
окоп, траншея: trench
фронт: front
линч: lynch
тактильный: tactile
спорить: argue
кататься, катание: ride skating
ронять, падать, падение, упасть: fall falling drop
толкать, двигать: push move
тянуть: pull
бросать, кидать, метать: throw
балансировать, баланс: balance
крутить, вращать: rotate spin
соединять, соединить: connect link
совпадать, три в ряд: match
сортировать: sort
менять, изменять, превращаться, превращение: change transform
управляемый: controlled
нанимать, нанять, вербовать: hire recruit
экипаж: crew
лихорадка: rush fever
частица: particle
молекула, атом: molecule atom
бродячий, бездомный: stray homeless
ягненок, барашек: lamb
пузырь, пузырек: bubble
капля: blob drop
одержимый: possessed obsessed
наследство, наследник, унаследовать: inherit heir legacy
трактор: tractor
комбайн: harvester
продажа, продавец: selling sell seller
заразить, заражение: infect infection
осада, осажденный: siege besieged
стихия: element
руна: rune
скандинавский: norse viking
славянский: slavic
восточный: eastern oriental
градостроительный, градостроитель: city builder
планировать, план: plan planning
мэр: mayor
пассажир: passenger
контрабанда: smuggling smuggler
спуститься, спуск: descend descent
подняться, восхождение: climb ascend
отражать, отбивать: repel fend
разгадать, разгадывать, решать, решить: solve
освободить, освобождение, свобода: free liberate freedom
воевать: war fight
поедать, съесть, сожрать: eat devour
резать, рубить: slice cut slash
раскрыть, разоблачить: uncover reveal
превратить, стать, становиться: become turn
бояться, пугаться, боязнь: afraid scared fear
просыпаться, проснуться, очнуться: wake awake
похитить, похищение: kidnap abduct
бороться: struggle fight
преследовать, погоня: chase pursue
сознание: mind consciousness
иллюзия: illusion
симпатичный: cute pretty
фигурка, фигура: figure piece
фишка: piece token
доска: board
клон: clone
`
