/**
 * 2,048 plain English words, written for this project: short, inoffensive, easy to read out in a classroom.
 * Four of them are a return phrase of 44 bits. Words may be added only by doubling the list: phrases in use stay as they are.
 */
export const WORDS: readonly string[] = `
abacus able acid acorn acre actor adapt add admiral adobe adult advice aerial afford afternoon agent agree ahead aim
air aisle alarm album alley allow almanac almond alone alpine amber amount anchor angle ankle annual answer ant antler
apple apricot april apron aqua arch arena argue arm armchair aroma arrive arrow art ash aside ask aspen asphalt atlas
atom attic audio august aunt autumn avenue avocado awake award aware away axis axle baby back bacon badge badger bag
bagel bake baker balance balcony ball ballad balloon bamboo banana band bandage banjo bank banner barber bare bargain
bark barley barn barrel base basil basin basket bat bath battery bay beach beacon bead beak beam bean bear beard
beaver bed bee beech beef beet begin behave bell belong belt bench bend berry best better bicycle big bike bill bin
birch bird birth biscuit bison bite black blade blanket blaze blend blink block blossom blouse blue board boat body
boil bold bolt bone bonnet bonus book boot border borrow boss bottle bottom bounce bow bowl box boy bracket braid
brain brake branch brass brave bread break breath breeze brick bridge brief bright bring broad broccoli bronze brook
broom broth brother brown brush bubble bucket buckle bud budget buffalo bugle build bulb bull bump bunch bundle bunny
burger burrow bus bush business busy butter button buyer buzz cabbage cabin cable cactus cage cake calf call calm
camel camera camp canal canary candle candy canoe canvas canyon cap cape captain car caravan carbon card care cargo
carpet carrot carry cart carve case cash castle casual cat catch cattle cave cedar ceiling celery cell cello cement
center ceramic cereal chain chair chalk chamber chance change channel chapel chapter charge charm chart chase cheap
check cheek cheer cheese chef cherry chess chest chestnut chicken chief child chilly chime chimney chin china chip
choice choir choose chorus cider cinema cinnamon circle circus citizen city claim clam clap clarinet class classic
clay clean clear clerk clever cliff climb clinic clip cloak clock cloth cloud clover clown club coach coast coat cobra
coconut cod coffee coil coin cold collar college colony color column comb come comet comfort comic common compass
concert cone cook cookie cool copper copy coral cord core cork corn corner correct cosmic cottage cotton couch cougar
count country couple courage course court cousin cover cow coyote cozy crab cradle craft crane crayon cream creek crew
cricket crisp crop cross crow crowd crown crumb crust crystal cube cuckoo cucumber cup cupboard curious curl current
curry curtain curve cushion custard custom cycle cymbal cypress daffodil dairy daisy damp dance dancer dark dart dash
date daughter dawn day dazzle deal dear decade decide deck deep deer degree delta den dentist depend depth desert
design desk dessert detail dew dial diamond diary dice diet differ dig digital dinner direct dish distance dive diver
divide dock doctor dog doll dollar dolphin dome domino donkey door dot double dough dove down dozen dragon drama draw
drawer dream dress drift drill drink drive driver drop drum dry duck duet dune dusk dust duty dwell each eager eagle
early earn earth easel east easy echo edge edit eel effort egg eight elbow elder elect elegant element elephant
elevator elk elm ember embrace emerald empty enamel engine enjoy enough enter entire envelope envoy equal era errand
escape essay evening event ever evergreen every exact example exit expand expert explore extra eyebrow fabric face
fact factory fair fairy falcon fall family famous fan far farm farmer fashion fast father feast feather february feed
feel fellow fence fern ferry festival fiber fiction fiddle field fifteen fifty fig figure file film final find fine
finger finish fir fire first fish fit five fix flag flame flannel flash flat flavor flax fleet flight flint float
flock floor flora flour flow flower fluffy flute fly foam fog foil fold folk follow food foot forest forever forget
fork form fort forty forum forward fossil fountain four fox frame freckle free freeze fresh friday friend frog front
frost fruit fuel full fun funny fur future gadget galaxy gallery gallon game garage garden garlic garment gas gate
gather gazelle gear gecko gem gentle genuine geyser giant gift ginger giraffe girl give glacier glad glass gleam glide
glitter globe glove glow glue goal goat gold golf good goose gopher gourd grace grade grain granite grape graph grass
gravel gravy gray great green greet grid grill grin grip grocer ground group grove grow guard guess guest guide guitar
gull gym habit hail hair half hall hammer hammock hamper hamster hand handle happen happy harbor hard hare harp
harvest hat hatch haven hawk hay hazel head health hear heart heat heather hedge height helmet help hen herb herd here
hero heron herring hidden high hike hill hinge hippo history hive hobby hockey hold holiday hollow holly home honest
honey hood hoof hook hoop hope horizon horn horse host hotel hour house hover hub huge hum human humble humor hundred
hunger hurdle hurry husky hut hybrid hydrant ice icicle icing idea igloo image impala inch include indigo indoor ink
inlet inner insect inside invite iris iron island item ivory ivy jacket jade jaguar jam january jar jasmine jazz jeans
jelly jersey jet jewel jigsaw job jog join joke jolly journal journey joy judge juggle juice july jumbo jump june
jungle junior jury just kale kangaroo kayak keen keep kelp kennel kettle key keyboard kid kind kindle king kingdom
kiosk kitchen kite kitten kiwi knee knife knit knob knot know koala label lace ladder lady lagoon lake lamb lamp land
lane language lantern lap large lark laser last late later latte laugh laundry laurel lava lavender lawn layer lazy
lead leaf league learn leather lecture leek left leg legend lemon lemonade lend lens lentil leopard lesson letter
lettuce level lever liberty library lid life lift light lilac lily lime limit line linen link lion lip list listen
liter little live lively lizard llama loaf lobby lobster local lodge loft log logic lonely long look loop lotus loud
lounge love low loyal luck luggage lumber lunar lunch lung lupin lute luxury lynx lyric machine magic magma magnet
maid mail main major make mallet mammoth mango manner mantle manual maple marble march margin marina marine marker
market maroon marry marsh mask mast master mat match math matter maximum may mayor maze meadow meal mean measure medal
medium meet mellow melody melon melt member memory menu merit mermaid merry mesh message metal meteor meter method
midday middle midnight mild mile milk mill million mimic mind mineral minnow mint minute mirror mist mitten mix mobile
model modern modest moment monday money monkey month moon moose mop morning mosaic moss moth mother motion motor
mountain mouse mouth move movie much mud muffin mule museum mushroom music mustard mutual myrtle mystery nachos name
napkin narrow nation native nature navy near nearby neat neck nectar needle neighbor nephew nest net nettle network
never new news next nice nickel niece night nine ninety noble nod noise noodle noon normal north nose note notice
novel november now number nurse nut nutmeg nylon oak oar oasis oat oatmeal object ocean october octopus odd offer
office often oil okra old olive omelet onion only onyx opal open opera opinion orange orbit orchard orchid order organ
origin osprey ostrich other otter ounce outdoor outer outfit oval oven over owl own owner ox oxygen oyster pack paddle
page paint pair palace palm pancake panda panel panther papaya paper parade parcel parent park parrot parsley part
partner party pass pasta paste pastel pastry path patient patio pattern pause pave peace peach peacock peak peanut
pear pearl pebble pecan pedal pelican pen pencil penguin penny pepper perch perfect perfume period permit person petal
phone photo phrase piano pick pickle picnic picture pie piece pigeon pillow pilot pin pine pink pioneer pipe pitch
pizza place plain plan planet plank plant plate platform play player plaza please pleasure plenty plot plow plum plus
pocket poem poet point polar polite pollen polo pond pony pool popcorn poplar poppy porch port portrait post postcard
pot potato pottery pouch powder power prairie praise present press pretty pretzel price primer prince print prism
private prize problem proof proper proud prune public pudding puddle puffin pull pulse puma pump pumpkin pupil puppet
puppy pure purple purpose purse push puzzle pyramid quail quaint quality quarter quartz queen quest quick quiet quill
quilt quince quiver quiz quota quote rabbit raccoon race radar radio radish raft rail rain rainbow raisin rally ramp
ranch range rapid rare raspberry rattle raven ray reach read reader ready real reason recipe record red reed reef
reflect region relax relay remain remember remind rent repair repeat reply report rescue rest result return reward
rhyme rhythm ribbon rice rich ride ridge right ring ripe ripple rise river road roast robe robin robot rock rocket
rodeo roll roof room rooster root rope rose rosemary rotate rough round route royal rubber ruby rug rule ruler run
rural rush rust rye saddle safari safe saffron sage sail sailor salad salmon salt salute same sample sand sandal
sardine satin saturday sauce sauna save savory say scale scallop scarf scene scenic school science scooter score scout
screen screw script scroll sea seal search season seat second secret see seed seek select sell seminar send senior
sense september sequel sequin series serve sesame set settle seven shade shadow shake shallow shape share shark sharp
shed sheep sheet shelf shell shelter shield shift shine ship shirt shoe shop shore short shoulder show shower shrimp
shrub shuffle side siesta sight sign signal silent silk silver similar simple sing singer single sister sit six sixty
size skate sketch ski skill skirt sky slate sled sleep sleeve slice slide slim slipper slope slow small smart smile
smoke smooth snack snail snow soap soccer social sock soda sofa soft soil solar soldier solid solo solve sonata song
sonnet soon sort soul sound soup south space spare spark sparrow speak spear special speech speed spell spend sphere
spice spider spin spinach spiral splash sponge spoon sport spot spray spring sprout spruce square squash squid
squirrel stable stadium staff stage stair stamp stand star start state station statue stay steady steak steam steel
steep stem step stereo stick still stir stitch stone stool stop store stork storm story stove straight strap straw
stream street stretch string stripe strong student studio study sturdy style subject suburb subway sugar suit summer
summit sun sunday sunny sunrise sunset supper supply support surf surface surprise swallow swamp swan sweater sweep
sweet swim swing switch sycamore symbol syrup system table tablet tackle tadpole tail tailor take talent talk tall tan
tangerine tango tank tape tapestry target tart task taste taxi tea teach teacher team teapot tell temple ten tennis
tent term terrace test text thank theater theme thick thimble thin thing think third thirty thistle thought thousand
thread three thrive throne thunder thursday thyme ticket tide tidy tiger tile timber time timid tin tiny tip tire
title toad toast today toe together token tomato tomorrow tone tongue tonight tool tooth top topaz topic torch total
toucan touch tour towel tower town toy track tractor trade traffic trail train tram travel tray treasure treat tree
trek trellis tribe trick trim trio trip trolley trombone tropic trot trout truck true trumpet trunk trust truth try
tuba tube tuesday tulip tuna tundra tune tunnel turf turkey turn turnip turtle tutor tweed twelve twenty twice twig
twin twist two type ukulele umbrella uncle under unfold unicorn uniform union unique unit unity update upper upward
urban use useful usher usual utensil vacant valley value van vanilla vapor vase vast vault veil velvet vendor venture
verb verse very vessel vest veteran video view villa village vine vineyard vinyl viola violet violin visa visit
visitor vivid vocal voice volcano volume vote voyage waffle wagon waist wait waiter walk wall wallet walnut walrus
waltz wander want wardrobe warm wash watch water wave wax way weather weave web wedge wednesday week weekend weigh
welcome well west whale wharf wheat wheel whisker whisper whistle white whole wicker wide widget width wild willow
wind window wing winner winter wire wise wish wolf wombat wonder wood wool word work workshop world worth woven wrap
wren wrist write yacht yard yarn year yellow yes yesterday yodel yoga yogurt young youth zebra zenith zero zest zigzag
zinc zipper zone zoo
`.trim().split(/\s+/);
