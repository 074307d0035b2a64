import type { FrameDraft } from './reader.ts';

/** Paths (with `/`) of code that the user installed or got with the runtime. */
const FOREIGN_PATH: readonly RegExp[] = [
  // Packages of any language.
  /(?:^|\/)(?:node_modules|bower_components|site-packages|dist-packages|vendor|gems|\.yarn|\.pnpm|Pods)\//,
  /\/\.?cargo\/(?:registry|git\/(?:checkouts|db))\/|\/(?:pkg\/mod|mod)\/[^/]{1,200}@v|\/go\/pkg\/mod\//,
  /(?:^|\/)Library\/PackageCache\/|\/(?:Pub\/Cache\/hosted|\.pub-cache|\.gradle\/caches)\/|^deps\/[\w-]{1,60}\/(?:lib|src)\//,
  // JavaScript runtimes, bundlers' own code, extensions, other people's servers.
  /^(?:node|bun|ext|deno|dart|chrome|chrome-extension|moz-extension|resource|debugger|wasm|native):/,
  /^(?:internal\/|evalmachine\.|\(?webpack\)?\/|\(webpack\)|~\/(?!.{0,300}\.py$))|\/(?:webpack\/(?:bootstrap|runtime)|@vite\/client)/,
  /^https?:\/\/(?:[\w-]{1,60}\.)*(?:jsdelivr\.net|unpkg\.com|cdnjs\.cloudflare\.com|esm\.sh|deno\.land|jspm\.io|googleapis\.com|googletagmanager\.com)\//,
  // Test runners and shells that run in the page, Electron's own archive, Flutter.
  /\/__cypress\/|\/electron\.asar\/|^electron\/js2c\/|^package:(?:flutter|flutter_test|test_api|stack_trace)\//,
  // Node before 12 named its own files without a scheme.
  /^(?:_[a-z]{2,10}_\w{1,40}|net|http|https|events|timers|module|tls|zlib|dns|dgram|child_process|bootstrap_node)\.js$/,
  // Python: frozen modules, the standard library.
  /^<|^\(?(?:frozen|unknown)\b|\/lib(?:64)?\/python\d(?:\.\d{1,3})?\/|\/Python\d{2,3}\/Lib\/|\/python\d{2,3}\.zip\//i,
  // Rust's standard library, Go's root.
  /\/rustc\/[\da-f]{7,40}\/|\/\.rustup\/|^library\/(?:std|core|alloc|test)\/|(?:^|\/src\/)lib(?:std|core|alloc|test)\//,
  /\/(?:go|go-?\d[\w.]{0,12}|golang)(?:\/[^/]{1,40}){0,3}\/src\/(?:archive|bufio|bytes|context|crypto|database|encoding|errors|fmt|internal|io|log|math|net|os|reflect|regexp|runtime|sort|strconv|strings|sync|syscall|testing|text|time)\//,
  /\/toolchain@v\d|^_testmain\.go$/,
  // Ruby and PHP runtimes.
  /\/lib\/ruby\/|\/\.(?:rbenv|rvm)\/|^<internal:|^eval$|^\(eval|^-e$|^phar:|\/share\/php\//,
  // Erlang's behaviours, MSBuild's own rules.
  /^(?:application|application_master|gen|gen_event|gen_server|gen_statem|proc_lib|supervisor)\.erl$|\/Microsoft\.[\w.]{1,60}\.targets$/,
  // C libraries as their debug information names them, system headers and libraries.
  /^(?:\.{1,2}\/)*(?:csu|nptl|sysdeps|stdlib|malloc|signal|posix|libio|string|src\/libsanitizer|libstdc\+\+-v3)\/|\/libsanitizer\/|\/sysdeps\//,
  /^\/(?:usr\/(?:lib|lib64|libexec|include|share|local\/(?:lib|include|go))|lib|lib64|build\/(?:glibc|gcc)|opt\/hostedtoolcache)[/-]|^\/System\/|^\/Library\/Developer\//,
  /^[A-Za-z]:\/(?:Program Files|Windows)(?: \(x86\))?\//i,
];

/** Packages whose names the JVM and .NET print before every method. */
const FOREIGN_SYMBOL: Readonly<Record<string, RegExp>> = {
  jvm: /^(?:java|javax|jdk|sun|com\.sun|kotlin|kotlinx|scala|groovy|clojure|jakarta|org\.(?:junit|hamcrest|mockito|testng|assertj|springframework|hibernate|apache|gradle|codehaus|eclipse|jboss|slf4j|codehaus|groovy)|junit|io\.(?:netty|reactivex|micrometer|quarkus|vertx|kotest|mockk)|reactor|com\.(?:android\.(?:build|builder|ide|tools|utils)|google\.(?:common|inject|gson)|fasterxml|zaxxer|mysql|intellij|android\.internal)|android|androidx|dalvik|worker\.org\.gradle)\./,
  dotnet:
    /^(?:System|Microsoft|Mono|Unity(?:Engine|Editor)?|MS\.Internal|Xunit|NUnit|FluentAssertions|Moq|Castle|Newtonsoft|Npgsql|Serilog|Autofac|MediatR)\./,
  native: /^(?:__|_start$|_dl_|std::|__gnu_cxx::|__interceptor_)/,
  rust: /^(?:<?(?:std|core|alloc|test|__rustc)::|rust_begin_unwind|__rust|_?main$|__libc_start)/,
  go: /^(?:runtime|testing|reflect|sync|net\/http|(?:internal|runtime)\/[\w/]{1,80})\./,
};

const FAMILY: Readonly<Record<string, string>> = {
  java: 'jvm',
  kotlin: 'jvm',
  scala: 'jvm',
  groovy: 'jvm',
  clojure: 'jvm',
  csharp: 'dotnet',
  cpp: 'native',
  rust: 'rust',
  go: 'go',
};
/** Their stack frames name the type in full, so that one without a file still says whose it is. */
const NAMED_WITHOUT_FILE = new Set(['jvm', 'dotnet']);

/** Whether the frame is code of the project: not the runtime, not a library, and something that could be opened. */
export function isUserCode(language: string, { file, symbol }: Pick<FrameDraft, 'file' | 'symbol'>): boolean {
  const family = FAMILY[language] ?? '';
  if (symbol !== undefined && FOREIGN_SYMBOL[family]?.test(symbol)) return false;
  if (file === undefined) return NAMED_WITHOUT_FILE.has(family) && symbol !== undefined;
  const path = file.replaceAll('\\', '/');
  return !FOREIGN_PATH.some((pattern) => pattern.test(path));
}
