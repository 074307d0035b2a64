import { isContract, isMigration } from '../fileKind.ts';
import { languages, type LineRule } from './lineRule.ts';

const sql = languages('sql');
const isSchema = (path: string): boolean =>
  isMigration(path) || isContract(path) || /\.(?:sql|prisma)$|(?:^|\/)(?:models?|entit(?:y|ies))[/.]/i.test(path);
const stored = languages(
  'sql python ruby typescript javascript java kotlin csharp go php prisma graphql thrift proto3 elixir xml',
);

const TABLE = /\b(ALTER|RENAME)\s+(?:TABLE|COLUMN|TYPE|VIEW|SCHEMA)\b/gi;

/** What happens to stored data. SQL is read anywhere in an `.sql` file; the words of migration tools in migrations. */
export const dataRules: readonly LineRule[] = [
  { signal: 'schema-alter', phrase: 'alters a table', pattern: TABLE, languages: sql },
  {
    signal: 'schema-alter',
    phrase: 'alters a table',
    pattern:
      /\b(?:add_column|change_column\w*|rename_column|rename_table|add_reference|alter_column|batch_alter_table|AddField|AlterField|RenameField|AlterModel\w*|alterTable|addColumn|renameColumn|changeColumn|AlterColumn|AddColumn|modify_column|<(?:addColumn|modifyDataType|renameColumn))\b|\bALTER\s+TABLE\b/gm,
    languages: stored,
    files: (path) => isMigration(path) && !path.endsWith('.sql'),
  },
  {
    signal: 'schema-drop',
    phrase: (match) =>
      match[1] === undefined
        ? 'empties a table'
        : `drops ${/^i/i.test(match[1]) ? 'an' : 'a'} ${match[1].toLowerCase()}`,
    pattern: /\bDROP\s+(TABLE|COLUMN|INDEX|TYPE|VIEW|SCHEMA|DATABASE|CONSTRAINT)\b|\bTRUNCATE\b/gi,
    languages: sql,
  },
  {
    signal: 'schema-drop',
    phrase: 'drops a column or table',
    pattern:
      /\b(?:remove_column\w*|drop_table|drop_column|RemoveField|DeleteModel|dropColumn|dropTable|DropColumn|DropTable)\b|\bDROP\s+(?:TABLE|COLUMN)\b|<dropColumn|<dropTable/gm,
    languages: stored,
    files: (path) => isMigration(path) && !path.endsWith('.sql'),
  },
  { signal: 'new-table', phrase: 'creates a table', pattern: /\bCREATE\s+TABLE\b/gi, languages: sql },
  {
    signal: 'new-table',
    phrase: 'creates a table',
    pattern: /\b(?:create_table|CreateModel|createTable|CreateTable)\b/gm,
    languages: stored,
    files: isMigration,
  },
  {
    signal: 'new-index',
    phrase: 'builds an index',
    pattern: /\bCREATE\s+(?:UNIQUE\s+)?INDEX\b|\b(?:add_index|create_index|AddIndex|addIndex|createIndex)\b/gi,
    languages: stored,
    files: (path) => isMigration(path) || path.endsWith('.sql'),
  },
  {
    signal: 'new-column',
    phrase: 'adds a column',
    pattern:
      /\bADD\s+COLUMN\b|\bADD\s+(?!CONSTRAINT|PRIMARY|FOREIGN|UNIQUE|INDEX|CHECK|KEY)\w+\s+(?:text|int|bigint|boolean|varchar|numeric|timestamp|date|uuid|json)|\b(?:add_column|AddField|addColumn|AddColumn)\b/gi,
    languages: stored,
    files: (path) => isMigration(path) || path.endsWith('.sql'),
  },
  {
    signal: 'data-move',
    phrase: 'changes rows that are there',
    pattern:
      /^[ \t]*(?:UPDATE\s+[\w."]+\s+SET|DELETE\s+FROM|INSERT\s+INTO\s[^\n]*\bSELECT)\b|\b(?:RunPython|update_all|delete_all|find_each|bulk_update|updateMany|deleteMany)\b/gim,
    languages: stored,
    files: (path) => isMigration(path) || path.endsWith('.sql'),
  },
  {
    signal: 'new-query',
    phrase: 'adds a query',
    pattern:
      /\bSELECT\b[^\n]{0,300}\bFROM\b|\bJOIN\s+\w|\.(?:findMany|findAll|createQueryBuilder|objects\.(?:filter|get|exclude))\b|\.where\(|@Query\(/g,
    languages: stored,
  },
  {
    signal: 'null-condition',
    phrase: 'compares with what may be NULL',
    pattern: /\bNOT\s+IN\s*\(|<>|!=\s*['\w]|\bIS\s+(?:NOT\s+)?NULL\b/gi,
    languages: sql,
  },
  {
    signal: 'row-lock',
    phrase: 'locks rows',
    pattern:
      /\bFOR\s+(?:NO\s+KEY\s+)?(?:UPDATE|SHARE)\b|\bLOCK\s+TABLE\b|\b(?:select_for_update|lockForUpdate|PESSIMISTIC_\w+|with_lock)\b/g,
    languages: stored,
  },
  {
    signal: 'personal-data',
    phrase: 'stores something about a person',
    pattern:
      /\b(?:e_?mail(?:_address)?|phone(?:_?number)?|birth_?(?:day|date)|date_of_birth|social_security\w*|ssn|iban|passport_?\w*|first_?name|last_?name|full_?name|street|postal_?code|zip_?code|ip_address|tax_?id|gender)\b/gi,
    languages: stored,
    files: isSchema,
  },
];

/** What runs at the same time, or waits for something that does. */
export const concurrencyRules: readonly LineRule[] = [
  {
    signal: 'concurrency',
    phrase: 'starts or shares work that runs at the same time',
    pattern:
      /\b(?:new Thread|synchronized|CompletableFuture|ExecutorService|Executors\.\w+|volatile|Atomic(?:Integer|Long|Reference|Boolean)|ConcurrentHashMap|@Async|sync\.(?:Mutex|RWMutex|WaitGroup|Once|Map)|make\(chan|threading\.\w+|multiprocessing\.\w+|ThreadPoolExecutor|asyncio\.(?:gather|create_task|TaskGroup|Lock)|Promise\.all(?:Settled)?|new Worker|SharedArrayBuffer|Atomics\.|tokio::spawn|thread::spawn|Arc<|std::(?:thread|async|mutex|atomic)|pthread_\w+|Task\.Run|Parallel\.\w+|ConcurrentDictionary|SemaphoreSlim|DispatchQueue|Thread\.new)|^[ \t]*go\s+(?:func\b|[\w.]+\()/gm,
  },
  {
    signal: 'lock',
    phrase: 'takes a lock',
    pattern:
      /\b(?:synchronized|ReentrantLock|ReadWriteLock|\w+\.lock\(\)|\.Lock\(\)|RLock\(\)|threading\.R?Lock|asyncio\.Lock|std::(?:mutex|lock_guard|unique_lock|scoped_lock)|pthread_mutex_lock|Mutex::new|RwLock::new|navigator\.locks|Monitor\.Enter)|\block\s*\(\w+\)\s*\{?\s*$/gm,
  },
  {
    signal: 'outside-call',
    phrase: 'waits for something outside',
    pattern:
      /(?<![.\w])fetch\(|\baxios(?:\.\w+)?\(|\brequests\.(?:get|post|put|patch|delete|request)\(|\bhttpx\.|\bhttp\.(?:Get|Post|Head|DefaultClient|Client)\b|\bHttpClient\b|\burlopen\(|\bRestTemplate\b|\bWebClient\b|\bNet::HTTP\b|\bcurl_exec\(|\breqwest::/gm,
    accepts: (line) => !/\b(?:timeout|signal|AbortSignal|deadline)/i.test(line),
  },
  {
    signal: 'queue',
    phrase: 'makes a queue',
    pattern:
      /\b(?:LinkedBlockingQueue|ArrayBlockingQueue|ConcurrentLinkedQueue|queue\.Queue|asyncio\.Queue|collections\.deque|unbounded_channel|mpsc::channel|Channel\.CreateUnbounded|new Queue|BlockingCollection|newCachedThreadPool)\b|make\(chan\b/gm,
  },
  {
    signal: 'cache',
    phrase: 'keeps results in memory',
    pattern:
      /\b(?:lru_cache|functools\.cache|@Cacheable|memoize\w*|LRUCache|new LRU\w*|MemoryCache|IMemoryCache|Caffeine|\w*[cC]ache\s*=\s*(?:new Map|\{\}|dict\(|make\(map))/gm,
  },
];
