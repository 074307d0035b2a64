import type { LineRule } from './lineRule.ts';

const SQL =
  /\b(?:SELECT\b.{1,300}\bFROM|INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|WHERE\s+\S+\s*(?:=|<|>|LIKE|IN))\b/i;
/** A value inside of a text, as the common languages write it. */
const GLUED =
  /\$\{|#\{|\bf(["'])(?:(?!\1)[^\n]){0,400}\{|\$@?"[^"]*\{|["'`]\s*(?:\+|\.(?=\s*\$)|\|\||%(?=\s*[\w(]))|(?:\+|\.)\s*["'`]|\.format\(|[\s'"=(]\$[A-Za-z_]\w*|\b(?:Sprintf|sprintf|String\.format)\b/;
/** Tagged templates that bind their values, and placeholders that are no value of a text. */
const BOUND = /\b(?:sql|SQL|Prisma\.sql|\$queryRaw|\$executeRaw|query)`|\bexecute\([^%+]*,\s*[[({]/;
const REQUEST =
  /\b(?:req(?:uest)?\b[.\w]*\.(?:body|query|params|args|form|files|headers|url)|params\[|\$_(?:GET|POST|REQUEST|FILES)|userInput|input)/;

/** Lines that cross a trust boundary, after the OWASP Secure Code Review Cheat Sheet. */
export const securityRules: readonly LineRule[] = [
  {
    signal: 'sql-text',
    phrase: 'puts a value into SQL text',
    pattern: /["'`(][^\n]{0,400}?\b(?:SELECT|INSERT\s+INTO|UPDATE|DELETE\s+FROM|WHERE)\s[^\n]*/gi,
    accepts: (line) => SQL.test(line) && GLUED.test(line) && !BOUND.test(line),
  },
  {
    signal: 'command-text',
    phrase: 'starts another program',
    pattern:
      /\b(?:execSync|spawnSync|execFileSync|child_process|shell_exec|passthru|proc_open|subprocess\.\w+|os\.system|os\.popen|Runtime\.getRuntime\(\)\.exec|new ProcessBuilder|exec\.Command|Process\.Start|shell\s*=\s*True)\b|(?<![.\w])(?:spawn|popen|system)\(/gm,
  },
  {
    signal: 'html-text',
    phrase: 'writes text as HTML',
    pattern:
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|v-html|document\.write|mark_safe|Html\.Raw|html_safe|bypassSecurityTrustHtml|template\.HTML)\b|\|\s*safe\b|\{!!|\{@html/gm,
    accepts: (line) => !/innerHTML\s*=\s*(["'`])\1/.test(line),
  },
  {
    signal: 'request-path',
    phrase: 'builds a path or an address from a request',
    pattern:
      /\b(?:readFile\w*|createReadStream|sendFile|path\.(?:join|resolve)|os\.path\.join|open|new File|Paths\.get|Path\.Combine|filepath\.Join|os\.Open|fetch|axios(?:\.\w+)?|requests\.\w+|http\.Get|file_get_contents|redirect)\s*\([^\n]*/gm,
    accepts: (line) => REQUEST.test(line),
  },
  {
    signal: 'unsafe-parser',
    phrase: 'runs or rebuilds objects from what it parses',
    pattern:
      /\b(?:pickle\.loads?|yaml\.(?:load(?!_)|unsafe_load)|marshal\.loads|unserialize|ObjectInputStream|BinaryFormatter|TypeNameHandling|Marshal\.load|new Function|XMLDecoder|enableDefaultTyping)\b|(?<![.\w])eval\(/gm,
    accepts: (line) => !/SafeLoader/.test(line),
  },
  {
    signal: 'endpoint',
    phrase: 'adds or changes an endpoint',
    pattern:
      /\b(?:app|router|route|routes|api|server|fastify|mux|bp|blueprint|r|e|g|group)\.(?:get|post|put|patch|delete|all|route|HandleFunc|Handle|GET|POST|PUT|PATCH|DELETE)\(\s*["'`]\/|@(?:Get|Post|Put|Patch|Delete|Request)(?:Mapping)?\(|@(?:\w+)\.(?:route|get|post|put|patch|delete)\(\s*["']|\[Http(?:Get|Post|Put|Patch|Delete)\b|\bhttp\.Handle(?:Func)?\(|\bMap(?:Get|Post|Put|Patch|Delete)\(/gm,
  },
  {
    signal: 'write-endpoint',
    phrase: 'adds or changes an endpoint that writes',
    pattern:
      /\b(?:app|router|route|routes|api|server|fastify|bp|blueprint|r|e|g|group)\.(?:post|put|patch|delete|POST|PUT|PATCH|DELETE)\(\s*["'`]\/|@(?:Post|Put|Patch|Delete)(?:Mapping)?\(|@(?:\w+)\.(?:post|put|patch|delete)\(\s*["']|methods\s*=\s*\[[^\]]*(?:POST|PUT|PATCH|DELETE)|\[Http(?:Post|Put|Patch|Delete)\b|"(?:POST|PUT|PATCH|DELETE) \//gm,
  },
  {
    signal: 'input',
    phrase: 'reads what a caller sent',
    pattern:
      /\breq(?:uest)?\.(?:body|query|params|args|form|json|files|headers|GET|POST|data)\b|@Request(?:Body|Param)|@PathVariable|\br\.(?:FormValue|URL\.Query|PathValue|Body)\b|\bparams\[:|\$_(?:GET|POST|REQUEST|FILES|COOKIE)|\[From(?:Body|Query|Route)\]|\bctx\.(?:request|params|query)\b/gm,
  },
  {
    signal: 'access',
    phrase: 'decides who may do what',
    pattern:
      /\b(?:is_?[aA]dmin|has_?(?:Role|Permission|role|permission)\w*|can_?[Aa]ccess|check_?[Pp]ermission\w*|authoriz?e\w*|authenticate\w*|requireAuth\w*|ensureLoggedIn|login_required|permission_required|current_user|AllowAnonymous|PreAuthorize|RolesAllowed|Secured|permitAll|verify_?[Pp]assword|check_?[Pp]assword|isOwner|canEdit|before_action :auth\w*)\b|\[Authorize\b/gm,
  },
  {
    signal: 'session',
    phrase: 'handles a session or a token',
    pattern:
      /\b(?:jwt|jsonwebtoken|set_?[Cc]ookie|Set-Cookie|refresh_?[Tt]oken|access_?[Tt]oken|session_?[Ii]d|req\.session|expiresIn|issue_?[Tt]oken|HttpSession|csrf)\b/gm,
  },
  {
    signal: 'cryptography',
    phrase: 'uses cryptography or randomness',
    pattern:
      /\b(?:create(?:Hash|Hmac|Cipheriv|Decipheriv)|hashlib|MessageDigest|Cipher\.getInstance|crypto\.(?:subtle|randomBytes|createSign)|md5|sha1|MD5|SHA1|bcrypt|scrypt|argon2|Math\.random|random\.(?:random|randint|choice)|math\/rand|new Random\(|mt_rand|InsecureSkipVerify|rejectUnauthorized|verify\s*=\s*False|AES|RSA|X509|TrustManager|HostnameVerifier)\b/gm,
  },
  {
    signal: 'logged-secret',
    phrase: 'logs something that may be secret',
    pattern:
      /\b(?:log(?:ger|ging)?|console|Log|slog|_logger)\.\w+\([^\n]*\b\w*(?:[Pp]assword|[Ss]ecret|[Tt]oken|[Aa]pi_?[Kk]ey|[Aa]uthorization|[Cc]ard_?[Nn]umber|[Ii]ban|ssn)\b/gm,
  },
  {
    signal: 'upload',
    phrase: 'takes a file from outside',
    pattern:
      /\b(?:multer|multipart\/form-data|MultipartFile|IFormFile|UploadFile|request\.files|FormFile|move_uploaded_file|has_one_attached)\b/gm,
  },
];
