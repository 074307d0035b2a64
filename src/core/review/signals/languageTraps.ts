import { languages, scripts, type LineRule } from './lineRule.ts';

const python = languages('python');
const jvm = languages('java kotlin');
const csharp = languages('csharp razor');
const go = languages('go');
const rust = languages('rust');
const native = languages('c cpp cuda-cpp objective-c objective-cpp');
const ruby = languages('ruby');
const php = languages('php');
const shell = languages('shellscript');

/** What the items of "Extra checks for this language" speak of, one rule for each. */
export const languageRules: readonly LineRule[] = [
  {
    signal: 'promise',
    phrase: 'works with promises',
    languages: scripts,
    pattern: /\basync\b|\.then\(|\bnew Promise\b/gm,
  },
  {
    signal: 'cast',
    phrase: 'trusts data from outside',
    languages: scripts,
    pattern:
      /\bJSON\.parse\(|\.json\(\)|\bas (?!const\b|unknown\b|default\b)[A-Z]\w*|\bas any\b|@ts-(?:ignore|expect-error)/gm,
    accepts: (line) => !/^[ \t]*(?:import|export)\b.*\bas\b/.test(line),
  },
  {
    signal: 'falsy',
    phrase: 'takes 0 and empty text for missing',
    languages: scripts,
    pattern:
      /\|\|\s*(?:\d|''|""|``|\[\]|null|undefined)|\bif \(!?[\w.]*(?:[cC]ount|[pP]rice|[aA]mount|[tT]otal|[iI]ndex|[lL]ength|[qQ]uantity)\)/gm,
  },
  {
    signal: 'listener',
    phrase: 'registers a listener or a timer',
    languages: scripts,
    pattern:
      /\b(?:addEventListener|setInterval|setTimeout|subscribe|requestAnimationFrame|new (?:Mutation|Resize|Intersection)Observer)\(|\.on\(['"]/gm,
  },
  {
    signal: 'python-trap',
    phrase: 'holds one of the silent traps',
    languages: python,
    pattern:
      /\bdef \w+\([^)\n]*=\s*(?:\[\]|\{\}|dict\(\)|list\(\)|set\(\))|^[ \t]*except(?:\s+Exception)?\s*:|\blambda\b[^\n]*\bfor\b/gm,
  },
  {
    signal: 'naive-time',
    phrase: 'makes a time without a zone',
    languages: python,
    pattern:
      /\bdatetime\.(?:now\(\)|utcnow\(|today\(|utcfromtimestamp\(|fromtimestamp\([^,\n]*\)|strptime\()|\bdate\.today\(|\bdatetime\(\d/gm,
  },
  {
    signal: 'blocking-async',
    phrase: 'blocks inside of async code',
    languages: python,
    pattern: /\brequests\.\w+\(|\btime\.sleep\(|\burlopen\(|\bsubprocess\.(?:run|check_output)\(/gm,
    accepts: (_, text) => /\basync def\b/.test(text),
  },
  {
    signal: 'unclosed',
    phrase: 'opens something',
    languages: python,
    pattern: /\bopen\(|\bsocket\.socket\(|\brequests\.Session\(|\bsqlite3\.connect\(/gm,
    accepts: (line) => !/^[ \t]*(?:async\s+)?with\b/.test(line),
  },
  {
    signal: 'unclosed',
    phrase: 'opens something',
    languages: jvm,
    pattern:
      /\bnew (?:File(?:Input|Output)Stream|FileReader|FileWriter|BufferedReader|BufferedWriter|Scanner|Socket|ZipFile)\(|\.(?:getConnection|prepareStatement|createStatement|openStream)\(|\bFiles\.(?:lines|newBufferedReader|list|walk)\(/gm,
    accepts: (line) => !/\btry\s*\(|\.use\s*\{/.test(line),
  },
  { signal: 'null', phrase: 'handles null', languages: jvm, pattern: /\bnull\b|!!|@Nullable|\bOptional\b|\?:/gm },
  {
    signal: 'equality',
    phrase: 'says when two objects are equal',
    languages: jvm,
    pattern: /\bboolean equals\(Object|\bint hashCode\(\)|\boverride fun (?:equals|hashCode)\(/gm,
  },
  {
    signal: 'interrupt',
    phrase: 'catches an interrupt',
    languages: jvm,
    pattern: /\b(?:InterruptedException|CancellationException)\b/gm,
  },
  {
    signal: 'shared-static',
    phrase: 'shares state between requests',
    languages: jvm,
    pattern:
      /\bstatic\s+(?!final\s+(?:int|long|String|boolean|double|Logger|Pattern|Duration)\b|class\b|void\b|import\b)(?:final\s+)?[\w<>, ]+\s+\w+\s*(?:=|;)|\bSimpleDateFormat\b|\bcompanion object\b/gm,
  },
  {
    signal: 'lazy-relation',
    phrase: 'may send one query per row',
    languages: languages('java kotlin ruby'),
    pattern:
      /@(?:OneToMany|ManyToOne|ManyToMany|OneToOne)\b|FetchType\.LAZY|\b(?:has_many|belongs_to|has_one)\b|\.each do \|\w+\|/gm,
  },
  {
    signal: 'async-block',
    phrase: 'may block or lose an exception',
    languages: csharp,
    pattern: /\basync void\b|\.Result\b|\.Wait\(\)|\.GetAwaiter\(\)\.GetResult\(\)/gm,
  },
  {
    signal: 'undisposed',
    phrase: 'makes something that must be disposed',
    languages: csharp,
    pattern:
      /\bnew (?:HttpClient|FileStream|StreamReader|StreamWriter|SqlConnection|SqlCommand|MemoryStream|CancellationTokenSource|Timer)\b/gm,
    accepts: (line) => !/\busing\b/.test(line),
  },
  {
    signal: 'cancellation',
    phrase: 'takes a cancellation token',
    languages: csharp,
    pattern: /\bCancellationToken\b/gm,
  },
  {
    signal: 'enumeration',
    phrase: 'hands on a query that runs when it is read',
    languages: csharp,
    pattern: /\bIEnumerable<|\bIQueryable<|\byield return\b/gm,
  },
  {
    signal: 'wide-catch',
    phrase: 'catches every error',
    languages: csharp,
    pattern: /\bcatch\s*(?:\(\s*(?:System\.)?Exception\b|\{|$)/gm,
  },
  {
    signal: 'ignored-error',
    phrase: 'ignores an error',
    languages: go,
    pattern: /(?:^|,)\s*_\s*(?::=|=)|^[ \t]*defer\s+[\w.]+\.Close\(\)|,\s*_\s*:?=/gm,
  },
  { signal: 'goroutine', phrase: 'starts a goroutine', languages: go, pattern: /\bgo\s+(?:func\b|[\w.]+\()/gm },
  {
    signal: 'fresh-context',
    phrase: 'makes a fresh context',
    languages: go,
    pattern: /\bcontext\.(?:Background|TODO)\(\)/gm,
  },
  {
    signal: 'nil-map',
    phrase: 'declares a map or an interface that may be nil',
    languages: go,
    pattern: /\bvar \w+ (?:map\[|error\b|interface\b|any\b)|^[ \t]*\w+\s+map\[\w+\]/gm,
  },
  {
    signal: 'deferred-in-block',
    phrase: 'defers inside of a block',
    languages: go,
    pattern: /^\t{2,}defer\b|^ {8,}defer\b/gm,
  },
  {
    signal: 'unwrap',
    phrase: 'panics when the value is missing',
    languages: rust,
    pattern: /\.unwrap\(\)|\.expect\(|\bpanic!\(|\btodo!\(|\bunreachable!\(/gm,
  },
  { signal: 'unsafe', phrase: 'switches the compiler off', languages: rust, pattern: /\bunsafe\b/gm },
  {
    signal: 'guard-across-await',
    phrase: 'takes a guard in async code',
    languages: rust,
    pattern: /\.(?:lock|read|write)\(\)/gm,
    accepts: (_, text) => /\basync\b/.test(text),
  },
  {
    signal: 'blocking-async',
    phrase: 'blocks inside of async code',
    languages: rust,
    pattern: /\bstd::fs::|\bthread::sleep\(|\bFile::open\(|\breqwest::blocking\b/gm,
    accepts: (_, text) => /\basync\b/.test(text),
  },
  {
    signal: 'number-cast',
    phrase: 'casts a number',
    languages: rust,
    pattern: /\bas (?:[iu](?:8|16|32|64|128|size)|f32)\b/gm,
  },
  {
    signal: 'ownership',
    phrase: 'takes or frees memory',
    languages: native,
    pattern:
      /\b(?:malloc|calloc|realloc|free|strdup|alloca)\s*\(|\bnew\s+\w|\bdelete(?:\[\])?\s+\w|\b(?:unique_ptr|shared_ptr|make_unique|make_shared)\b/gm,
  },
  {
    signal: 'raw-memory',
    phrase: 'reads or writes memory by address',
    languages: native,
    pattern:
      /\b(?:mem(?:cpy|move|set)|str(?:cpy|ncpy|cat|ncat)|sprintf|gets|scanf|reinterpret_cast)\b|\w+\[[\w+\- ]+\]/gm,
  },
  {
    signal: 'size-arithmetic',
    phrase: 'computes a size',
    languages: native,
    pattern: /\bsizeof\b[^\n;]*[*+]|[*+]\s*sizeof\b|\bsize_t\s+\w+\s*=[^\n;]*[*+]|\(\s*(?:len|size|count|n)\s*[*+]/gm,
  },
  {
    signal: 'container-change',
    phrase: 'changes a container',
    languages: languages('cpp'),
    pattern: /\.(?:erase|insert|push_back|emplace_back|resize)\(/gm,
  },
  {
    signal: 'special-member',
    phrase: 'declares a special member',
    languages: languages('cpp'),
    pattern: /~[A-Z]\w*\(|\boperator=\s*\(|\b([A-Z]\w*)\(\s*(?:const\s+\1\s*&|\1\s*&&)/gm,
  },
  { signal: 'nil-chain', phrase: 'chains over nil', languages: ruby, pattern: /\w&\.\w/gm },
  {
    signal: 'mass-assignment',
    phrase: 'takes attributes from a request',
    languages: ruby,
    pattern: /\bparams\b|\bpermit!?\b/gm,
  },
  {
    signal: 'wide-catch',
    phrase: 'rescues more than one error',
    languages: ruby,
    pattern: /^[ \t]*rescue\s*(?:$|=>|Exception\b|StandardError\b)|\brescue nil\b/gm,
  },
  {
    signal: 'loose-equality',
    phrase: 'compares loosely',
    languages: php,
    pattern: /[^=!<>]==[^=]|!=[^=]|\bin_array\([^\n]*(?<!true)\)/gm,
  },
  {
    signal: 'raw-echo',
    phrase: 'prints a value',
    languages: php,
    pattern: /<\?=|\becho\b[^\n]*\$|\bprint\b[^\n]*\$/gm,
    accepts: (line) => !/htmlspecialchars|\be\(/.test(line),
  },
  {
    signal: 'column-from-value',
    phrase: 'takes a column or a path from a value',
    languages: php,
    pattern: /\borderBy(?:Raw)?\(\s*\$|\bORDER BY[^\n]*\$|\b(?:include|require)(?:_once)?\b[^\n;]*\$/gm,
  },
  {
    signal: 'fetch-all',
    phrase: 'holds all rows at once',
    languages: php,
    pattern: /\bfetchAll\(|::all\(\)|->get\(\)/gm,
  },
  {
    signal: 'unquoted',
    phrase: 'uses a variable without quotes',
    languages: shell,
    pattern: /(?:^|[^"'\w=])\$(?:\w+|\{\w+\})(?:[\s/;]|$)/gm,
    accepts: (line) => !/\[\[|\(\(/.test(line),
  },
  { signal: 'new-script', phrase: 'begins a script', languages: shell, pattern: /^#!/gm },
  {
    signal: 'recursive-delete',
    phrase: 'deletes files',
    languages: shell,
    pattern: /\brm\s+(?:-\S+\s+)*-?\S*[rf]|\bfind\b[^\n]*-delete\b/gm,
  },
  {
    signal: 'temporary-file',
    phrase: 'writes a file that must be cleaned up',
    languages: shell,
    pattern: /\bmktemp\b|(?:^|\s)>\s*["']?\$?\{?\w*tmp/gim,
  },
  {
    signal: 'evaluated-text',
    phrase: 'runs text or names as commands',
    languages: shell,
    pattern: /\beval\b|\bxargs\b|-exec\b|\bbash -c\b|\bsh -c\b|\|\s*(?:ba)?sh\b/gm,
  },
];
