import type { Pattern } from '../kinds.ts';

/**
 * Words of somebody who has met the problem ("when I click", "we are seeing", "since the update"), in contrast to those
 * who talk about a problem while they ask for something. They speak for no kind; they decide how much the talk counts.
 */
export const experiencePatterns: readonly Pattern[] = [
  "i|we|i'm|we're|i've|we've|users|customers|people|he|she|they|somebody ~2 get|got|getting|see|saw|seeing|noticed|noticing|notice|encountered|encountering|encounter|hit|hitting|experience|experienced|experiencing|observe|observed|observing|face|facing|faced|run-into|ran-into|running-into|reported|complain|complained|complaining|stumbled|discovered|found-that|ended-up|receive|received|lost|tried|upgraded|updated|installed|switched|reproduced|measured|waited",
  'ran|run|running|bumped into',
  'when|after|as-soon-as|once|whenever i|we ~1 click|open|start|run|try|press|type|scroll|launch|close|load|send|save|enter|upload|build|install|restart|execute|play|connect|log|deploy',
  'my|our ~3 fails|crashes|crashed|hangs|is|was|were|gets|takes|took|runs|goes|went|keeps|became|started|stopped|ended|needs|uses|shows|dies|died|has|had',
  'happens|happened|happening|occurs|occurred|occurring',
  'it|this started|began|stopped|broke|crashed|failed|hung|took|takes|freezes|froze|hangs|keeps|crashes|fails|happens|appears|dies',
  'steps to reproduce|repro|replicate',
  'to reproduce',
  'actual behavior|behaviour|result|results|outcome',
  'observed|observation',
  'expected ~2 actual|but|got|instead',
  'after|since ~2 upgrade|upgrading|update|updating|updated|upgraded|restart|installing|release|merge|deploy|migration|commit',
  'yesterday|tonight|last-week|lately',
  'on my|our machine|laptop|pc|phone|server|box|computer|device|setup|side|end|cluster|system|windows|mac',
  'same error|issue|problem|here|thing|result',
  'following|this|these|that error|exception|errors|stack|trace|message|crash|failure|warning|log|logs|output',
  'reproduced|reproducible|reproduce|reproducing',
  'currently|right ~1 broken|failing|fails|down|stuck|red',
  'is|are|was|were ~2 broken|failing|failed|slow|laggy|stuck|flaky|hanging|leaking|slower|crashing|red|unusable|unresponsive',
  'gets|got|becomes|became|getting ~1 slow|slower|stuck|killed|laggy|unresponsive|worse|oomkilled|restarted',
];
