/** How a title is built, whatever it is about: people who report, ask and request write different sentences. */
export type TitleForm =
  | 'question'
  | 'to mend'
  | 'to quicken'
  | 'to do'
  | 'gerund'
  | 'statement'
  | 'noun'
  | 'says what happens'
  | 'person'
  | 'condition';

/** One of the first seven, and any of the others. Empty for a title without words. */
export function titleForms(title: string): TitleForm[] {
  const words = withoutPrefix(title)
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[a-z]+/g);
  if (!words) return [];
  const start = words.findIndex((word) => !courtesies.has(word));
  const [first = '', second = ''] = words.slice(Math.max(0, start));
  const said = words.join(' ');
  const hasPredicate = predicate.test(said);
  return [
    mainForm(title, first, second, hasPredicate),
    ...(hasPredicate ? (['says what happens'] as const) : []),
    ...(/^(?:i|we|my|our)$/.test(first) ? (['person'] as const) : []),
    ...(/\b(?:after|since|when|if|while|until|on|with)\b/.test(said) ? (['condition'] as const) : []),
  ];
}

function mainForm(title: string, first: string, second: string, hasPredicate: boolean): TitleForm {
  if (/\?\s*$/.test(title) || questionWords.has(first)) return 'question';
  if (/^(?:bug|hot)?fix$|^(?:resolve|repair|debug|correct)$/.test(first)) return 'to mend';
  if (/^(?:speed|optimi[sz]e|reduce|lower|shrink|cut|accelerate|minimi[sz]e|trim|decrease)$/.test(first))
    return 'to quicken';
  if (verbs.has(first) && !afterNoun.test(second)) return 'to do';
  if (/^\w+ing$/.test(first)) return 'gerund';
  return hasPredicate ? 'statement' : 'noun';
}

/** Without "[Bug]", "feat(ui):" and the like. */
function withoutPrefix(title: string): string {
  return title.slice(0, 200).replace(/^(?:\W{0,4}(?:\[[^\]]{1,30}\]|[\w/()-]{1,24}:)){1,3}\s*/, '');
}

const predicate =
  /\b(?:is|are|was|were|does|do|did|doesnt|dont|didnt|isnt|arent|wasnt|cannot|cant|couldnt|wont|wouldnt|not|never|no longer|fails?|failed|crash(?:es|ed)?|hangs?|freez\w+|breaks?|broken|throws?|takes|shows|returns|gets|goes|stops?|stopped|disappear\w*|opens|appears?|loses?|lost|keeps|missing|wrong|incorrect\w*|error|ignored|causes|leads|results in)\b/;
/** What follows a noun ("display is wonky") and no verb ("display the name"). */
const afterNoun =
  /^(?:is|are|was|does|do|not|fails?|on|of|in|with|at|crash\w*|doesnt|isnt|shows|goes|gets|loses|takes|returns|gives|opens|closes|hangs|stops|breaks|throws|ignores|misses|drops|keeps|needs|uses|has|looks|freezes|disappears|ends|causes|leads|results|says|reports)$/;
const questionWords = wordSet('how what why which where who is are does do can could should would any');
const courtesies = wordSet('please pls can could you kindly also feature feat request enhancement bug issue proposal');
const verbs = wordSet(
  'add allow support implement provide introduce enable create document describe explain clarify mention consider expose ' +
    'include offer extend integrate publish write use show let give warn notify mark rename convert port announce plan ' +
    'automate define design evaluate adopt switch move migrate upgrade bump deprecate drop remove set setup collect measure ' +
    'monitor track benchmark display detect limit simplify refactor rewrite build make do update change replace test output ' +
    'try ensure compare split cache protect rate hide list log alert remember store save keep restore choose select pick ask ' +
    'send post skip ignore rerun retry reconnect resume validate verify check confirm handle catch report print return accept ' +
    'reject sort filter group merge combine separate extract import export generate render align style translate localize ' +
    'increase raise configure customize override disable disallow forbid prevent avoid require investigate explore research ' +
    'discuss decide review audit clean tidy organize restructure standardize unify normalize generalize improve enhance ' +
    'prepare release package ship deploy bring put get have need want wrap pass open close start stop run load fetch sync ' +
    'schedule persist record capture assign link highlight zoom focus animate play pause preview edit delete copy paste ' +
    'archive pin mute follow share invite sign encrypt hash tune bundle vendor lint format type annotate mock stub cover ' +
    'deduplicate throttle debounce batch paginate stream queue',
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
