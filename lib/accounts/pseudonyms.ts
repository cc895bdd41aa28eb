/** The two halves of a made-up name: "Amber Heron". Written for this project; no two of them together say anything rude, or anything of a person's looks. */
const FIRST: readonly string[] = `
amber ancient autumn azure blue brave breezy bright bronze calm careful cheerful clear clever coastal cobalt coral
cosmic cosy crimson curious daring dawn distant eager early earnest emerald fair fearless fleet floral
forest frosty gentle glad gleaming golden graceful green happy hazel hidden hopeful humble indigo inky ivory jade
jolly keen kindly lively lofty lucky lunar mellow merry mighty mild misty modest morning mossy nimble noble northern
olive opal orchid patient peaceful pearly plucky polar proud quick quiet rapid ready rosy royal ruby rustic sandy
scarlet serene shining silent silver sincere snowy solar southern speckled spirited spring starry steady sunny
tidy tranquil twilight velvet violet vivid warm western wild willow winter wise witty wooden zesty
`.trim().split(/\s+/);

const SECOND: readonly string[] = `
albatross alpaca antelope badger bison bluebird bobcat buffalo bunting butterfly camel canary caribou cheetah
chickadee chipmunk condor coyote crane cricket curlew deer dolphin dormouse dove dragonfly duck eagle egret elk
falcon ferret finch firefly flamingo fox gazelle gecko giraffe goldfinch goose grouse hare hawk hedgehog heron
hummingbird ibex ibis iguana impala jackdaw jaguar kangaroo kestrel kingfisher kite kiwi koala lapwing lark lemur
leopard llama lynx magpie mallard manatee marmot marten meerkat mole moose newt nightingale ocelot octopus oriole
osprey otter owl oyster panda panther parrot pelican penguin pheasant plover pony puffin quail rabbit raven
reindeer robin salmon sandpiper seahorse seal sparrow squirrel starling stork swan swift tern thrush tiger
toucan turtle vole warbler wolf wombat woodpecker wren yak zebra
`.trim().split(/\s+/);

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** How many different names there are. */
export const PSEUDONYMS = FIRST.length * SECOND.length;

/** The name of a given number from 0 to `PSEUDONYMS` − 1. */
export const pseudonymAt = (index: number): string => `${capital(FIRST[index % FIRST.length]!)} ${capital(SECOND[Math.floor(index / FIRST.length) % SECOND.length]!)}`;

/** How names are compared: neither case nor spaces make a different name. */
export const pseudonymKey = (pseudonym: string): string => pseudonym.normalize("NFKC").toLowerCase().replace(/[\u200c\u200d]/gu, "").replace(/\s+/gu, " ").trim();

/** Whether a name is one of ours, however it is typed; answers with its proper form. */
export function offered(pseudonym: string): string | null {
  const [first, second, ...rest] = pseudonymKey(pseudonym).split(" ");
  if (!first || !second || rest.length > 0 || !FIRST.includes(first) || !SECOND.includes(second)) return null;
  return `${capital(first)} ${capital(second)}`;
}
