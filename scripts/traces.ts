/**
 * Makes the stack trace fixtures again: runs the failing programs of test/fixtures/traces/programs with real toolchains and
 * keeps what they print. `node scripts/traces.ts [name part]`. A recipe whose tool is not installed is skipped, its fixture kept.
 * Debian: apt-get install golang-go golang-github-stretchr-testify-dev clang gdb valgrind php-cli phpunit ruby ruby-rspec
 * ruby-minitest mono-mcs junit4 kotlin firefox-esr chromium libjavascriptcoregtk-4.0-bin librust-anyhow-dev. Rust, Node and
 * Python (3.8, 3.11, 3.13, with pytest) by their own installers. Tools from npm are put in a folder under the temporary one.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Recipe {
  /** Commands that must exist. */
  readonly needs: string;
  /** Bash, run in a copy of the programs' folder. Both outputs are kept, in the order of writing. */
  readonly run: string;
}

const NPM_TOOLS =
  'mocha@11.8.0 jest@30.5.2 vitest@3.2.7 typescript@5.9.3 eslint@9.39.5 esbuild@0.28.2 webpack@5.112.2 webpack-cli@7.3.1 ' +
  '@ruby/3.4-wasm-wasi@2.10.1 @ruby/wasm-wasi@2.10.1';

const js = (run: string): Recipe => ({ needs: 'node', run });
const npm = (run: string): Recipe => ({ needs: 'npm', run: `export CI=1 PATH="$PWD/node_modules/.bin:$PATH"; ${run}` });
const python = (version: string, run: string): Recipe => ({
  needs: `python${version}`,
  run: run.replaceAll('python', `python${version}`),
});
const java = (name: string, flags = ''): Recipe => ({
  needs: 'javac java',
  run: `javac -g -d out shop/${name}.java && java ${flags} -cp out shop.${name}`,
});
const kotlin = (run: string): Recipe => ({ needs: 'kotlinc java', run });
const go = (run: string, env = ''): Recipe => ({ needs: 'go', run: `export GOFLAGS=-trimpath=false ${env}; ${run}` });
const cargo = (run: string, env = ''): Recipe => ({ needs: 'cargo', run: `${env} cargo -q ${run}` });
const mono = (run: string): Recipe => ({ needs: 'mcs mono', run });
const ruby = (run: string): Recipe => ({ needs: 'ruby', run });
const ruby34 = (file: string): Recipe => npm(`node --no-warnings ruby34.cjs "$ROOT" ${file}`);
const php = (run: string): Recipe => ({ needs: 'php', run });
const native = (needs: string, run: string): Recipe => ({ needs, run });
const gcc = (file: string, flags: string, before = ''): Recipe =>
  native('gcc', `gcc -g ${flags} ${file} -o a.out && ${before} ./a.out`);
const clang = (file: string, flags: string): Recipe =>
  native('clang', `clang -g ${flags} "$PWD/${file}" -o a.out && ./a.out`);

const RECIPES: Record<string, Record<string, Recipe>> = {
  javascript: {
    throwSync: js('node throwSync.js'),
    asyncCause: js('node asyncCause.mjs'),
    aggregate: js('node aggregate.mjs'),
    syntax: js('node syntax.js'),
    evalCode: js('node evalCode.js'),
    multiLineMessage: js('node multiLineMessage.js'),
    rejection: js('node rejection.js'),
    missingModule: js('node missingModule.js'),
    assertion: js('node assertion.js'),
    fileUrl: js('node "with space/päge.mjs"'),
    heap: js('node --max-old-space-size=40 heap.js'),
    webpackEval: npm(
      'webpack -c /dev/null --mode development --devtool eval ./bundled/index.js >/dev/null; node dist/main.js',
    ),
    webpackSourceMap: npm(
      'webpack -c /dev/null --mode development --devtool source-map ./bundled/index.js >/dev/null; node --enable-source-maps dist/main.js',
    ),
  },
  browser: {
    chromium: native(
      'chromium',
      'node serve.cjs 5173 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/profile"',
    ),
    firefox: native(
      'firefox-esr',
      'mkdir profile; HOME="$PWD" node serve.cjs 5174 firefox-esr --headless --profile "$PWD/profile"',
    ),
    javascriptCore: native('jsc', 'jsc "$PWD/page.js"'),
  },
  python: {
    simple: python('3.13', 'python simple.py'),
    simple38: python('3.8', 'python simple.py'),
    chained: python('3.11', 'python chained.py'),
    library: python('3.13', 'python library.py'),
    group: python('3.13', 'python group.py'),
    syntax: python('3.13', 'python syntax.py'),
    importsBroken: python('3.11', 'python importsBroken.py'),
    recursion: python('3.11', 'python recursion.py'),
    fixture: python('3.11', 'python -m pytest -p no:cacheprovider -p no:benchmark test_database.py'),
    pytestLine: python('3.11', 'python -m pytest -p no:cacheprovider -p no:benchmark --tb=line test_cart.py'),
    fatal: python('3.11', 'python fatal.py'),
    multiLine: python('3.13', 'python multiLine.py'),
    unittest: python('3.11', 'python -m unittest test_cart.py'),
    pytest: python('3.11', 'python -m pytest -p no:cacheprovider -p no:benchmark test_cart.py'),
    pytestShort: python('3.11', 'python -m pytest -p no:cacheprovider -p no:benchmark --tb=short test_cart.py'),
    pytestNative: python('3.11', 'python -m pytest -p no:cacheprovider -p no:benchmark --tb=native test_cart.py'),
    pytestColour: python('3.11', 'python -m pytest -p no:cacheprovider -p no:benchmark --color=yes test_cart.py'),
  },
  jvm: {
    chained: java('Chained'),
    overflow: java('Overflow', '-XX:MaxJavaStackTraceDepth=40'),
    reflective: java('Reflective'),
    threadDump: {
      needs: 'javac java',
      run: 'javac -g -d out shop/Deadlock.java; java -cp out shop.Deadlock & sleep 2; kill -QUIT $!; wait $!',
    },
    javac: { needs: 'javac', run: 'javac -d out shop/Wrong.java' },
    junit: {
      needs: 'javac java',
      run: 'J=/usr/share/java/junit4.jar:/usr/share/java/hamcrest-core.jar:/usr/share/java/hamcrest.jar; javac -g -cp $J -d out shop/CartTest.java && java -cp out:$J org.junit.runner.JUnitCore shop.CartTest',
    },
    kotlin: kotlin('kotlinc Cart.kt -include-runtime -d cart.jar >/dev/null 2>&1; java -jar cart.jar'),
    kotlinc: kotlin('kotlinc Wrong.kt -d wrong.jar 2>&1 | grep -v "^warning: \\|^WARNING: "'),
  },
  go: {
    nilmap: go('go run ./nilmap'),
    allGoroutines: go('go run ./nilmap', 'GOTRACEBACK=all'),
    recovered: go('go run ./recovered'),
    deadlock: go('go run ./deadlock'),
    race: go('go run -race ./race'),
    broken: go('go build -o /dev/null ./broken'),
    vet: go('go vet ./vet'),
    tests: go('go test ./tests'),
    testify: go(
      'go mod edit -dropreplace x 2>/dev/null; cd testify && go test .',
      'GO111MODULE=off GOPATH=/usr/share/gocode',
    ),
  },
  rust: {
    panics: cargo('run --bin panics'),
    backtrace: cargo('run --bin panics', 'RUST_BACKTRACE=1'),
    fullBacktrace: cargo('run --bin panics', 'RUST_BACKTRACE=full'),
    threads: cargo('run --bin threads'),
    tests: cargo('test --lib'),
    testsBacktrace: cargo('test --lib', 'RUST_BACKTRACE=1'),
    rustc: { needs: 'rustc', run: 'rustc broken/main.rs' },
    rustcColour: { needs: 'rustc', run: 'rustc --color always broken/main.rs' },
  },
  csharp: {
    chained: mono('mcs -debug Chained.cs && mono --debug Chained.exe'),
    noSymbols: mono('mcs Chained.cs && mono Chained.exe'),
    async: mono('mcs -debug Async.cs && mono --debug Async.exe'),
    mcs: mono('mcs Wrong.cs'),
  },
  ruby: {
    chained: ruby('ruby chained.rb'),
    noMethod: ruby('ruby noMethod.rb'),
    library: ruby('ruby library.rb'),
    syntax: ruby('ruby syntax.rb'),
    chained34: ruby34('chained.rb'),
    noMethod34: ruby34('noMethod.rb'),
    library34: ruby34('library.rb'),
    rspec: { needs: 'rspec', run: 'rspec --seed 1' },
    minitest: ruby('ruby cart_test.rb --seed 1'),
  },
  php: {
    chained: php('php -d display_errors=stderr chained.php'),
    chainedLog: php('php -d display_errors=0 -d log_errors=1 -d error_log= chained.php'),
    typeError: php('php -d display_errors=1 typeError.php'),
    syntax: php('php -l syntax.php'),
    memory: php('php -d display_errors=1 memory.php'),
    phpunit: { needs: 'phpunit', run: 'phpunit CartTest.php' },
  },
  native: {
    gdb: native('gcc gdb', 'gcc -g crash.c -o a.out && gdb -q -batch -ex run -ex bt ./a.out'),
    gdbAbort: native('g++ gdb', 'g++ -g throws.cpp -o a.out && gdb -q -batch -ex run -ex bt ./a.out'),
    asanGcc: gcc('freed.c', '-fsanitize=address'),
    asanClang: clang('freed.c', '-fsanitize=address'),
    asanSegv: gcc('crash.c', '-fsanitize=address'),
    lsan: gcc('leak.c', '-fsanitize=address'),
    ubsan: clang('overflow.c', '-fsanitize=undefined'),
    ubsanTrace: native(
      'gcc',
      'gcc -g -fsanitize=undefined overflow.c -o a.out && UBSAN_OPTIONS=print_stacktrace=1 ./a.out',
    ),
    tsan: gcc('race.c', '-fsanitize=thread', 'setarch -R'),
    valgrind: native('gcc valgrind', 'gcc -g freed.c -o a.out && valgrind ./a.out'),
    asserts: gcc('asserts.c', ''),
    doubleFree: gcc('doubleFree.c', '-w'),
    terminate: native('g++', 'g++ -g throws.cpp -o a.out && ./a.out'),
    gcc: native('gcc', 'gcc -Wall -c wrong.c'),
    gccColour: native('gcc', 'gcc -fdiagnostics-color=always -Wall -c wrong.c'),
    gpp: native('g++', 'g++ -c wrong.cpp'),
    clang: native('clang', 'clang -Wall -c wrong.c'),
    missingHeader: native('gcc', 'gcc -c missingHeader.c'),
    linker: native('gcc', 'gcc -g undefined.c'),
  },
  tools: {
    mocha: npm('mocha mocha.spec.js'),
    jest: npm('echo {} > package.json; jest --ci --testRegex "jest\\.test\\.js$"'),
    jestColour: npm('echo {} > package.json; jest --ci --color --testRegex "jest\\.test\\.js$"'),
    vitest: npm('NO_COLOR=1 vitest run vitest.test.ts'),
    vitestColour: npm('vitest run vitest.test.ts'),
    nodeTest: js('node --test --test-reporter=spec node.test.mjs'),
    nodeTestTap: js('node --test --test-reporter=tap node.test.mjs'),
    tsc: npm('tsc --noEmit --strict wrong.ts'),
    tscPretty: npm('tsc --noEmit --strict --pretty wrong.ts'),
    eslint: npm('eslint lint.js'),
    eslintColour: npm('eslint --color lint.js'),
    esbuild: npm('esbuild --bundle badImport.ts'),
    webpack: npm('webpack -c /dev/null --mode development ./badImport.js'),
    bash: { needs: 'bash', run: 'bash script.sh' },
  },
};

const fixtures = join(import.meta.dirname, '../test/fixtures/traces');
const toolFolder = join(tmpdir(), 'tpm-trace-tools');
const wanted = process.argv[2] ?? '';
/** With pyenv, a plain `python3.13` runs only while its version is among the chosen ones. */
const pythons = spawnSync('bash', ['-c', 'pyenv versions --bare'], { encoding: 'utf8' })
  .stdout.trim()
  .replaceAll('\n', ':');

function hasCommand(name: string): boolean {
  return spawnSync('bash', ['-c', `command -v ${name}`]).status === 0;
}

function provideNpmTools(): boolean {
  if (!hasCommand('npm')) return false;
  if (existsSync(join(toolFolder, 'node_modules/.bin/mocha'))) return true;
  mkdirSync(toolFolder, { recursive: true });
  writeFileSync(join(toolFolder, 'package.json'), '{"private":true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...NPM_TOOLS.split(' ')], { cwd: toolFolder });
  return true;
}

/** The same text on every machine, as far as paths go: the project is /work/app, the home folder /home/dev. */
function withoutMachine(text: string, root: string): string {
  return text
    .replaceAll(join(root, 'work/app'), '/work/app')
    .replaceAll(encodeURI(join(root, 'work/app')), '/work/app')
    .replaceAll(toolFolder, '/work/app')
    .replaceAll('../../../tpm-trace-tools/', '')
    .replaceAll(homedir(), '/home/dev')
    .replaceAll(root, '')
    .replaceAll(hostname(), 'build-7');
}

function runRecipe(language: string, name: string, recipe: Recipe): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'tpm-trace-')));
  const app = join(root, 'work/app');
  cpSync(join(fixtures, 'programs', language), app, { recursive: true });
  if (existsSync(toolFolder)) symlinkSync(join(toolFolder, 'node_modules'), join(app, 'node_modules'));
  const env = {
    ...process.env,
    ROOT: root,
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    COLUMNS: '120',
    PYENV_VERSION: pythons,
  };
  for (const key of ['PYTHONPATH', 'NODE_OPTIONS', 'FORCE_COLOR', 'NO_COLOR', 'RUST_BACKTRACE'])
    delete (env as Record<string, unknown>)[key];
  const script = `ulimit -c 0; exec 2>&1; ${recipe.run}`;
  const result = spawnSync('bash', ['-c', script], {
    cwd: app,
    env,
    encoding: 'utf8',
    timeout: 90_000,
    maxBuffer: 1e7,
  });
  rmSync(root, { recursive: true, force: true });
  if (result.stdout.trim() === '') throw new Error(`${language}/${name} printed nothing`);
  return withoutMachine(result.stdout, root);
}

const hasNpmTools = provideNpmTools();
for (const [language, recipes] of Object.entries(RECIPES)) {
  mkdirSync(join(fixtures, language), { recursive: true });
  for (const [name, recipe] of Object.entries(recipes)) {
    if (!`${language}/${name}`.includes(wanted)) continue;
    const missing = recipe.needs.split(' ').filter((tool) => !hasCommand(tool));
    if (recipe.needs === 'npm' && !hasNpmTools) missing.push('npm tools');
    if (missing.length > 0) {
      console.log(`skipped ${language}/${name}: no ${missing.join(', ')}`);
      continue;
    }
    writeFileSync(join(fixtures, language, `${name}.txt`), runRecipe(language, name, recipe));
    console.log(`made ${language}/${name}`);
  }
}
