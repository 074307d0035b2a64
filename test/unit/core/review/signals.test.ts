import assert from 'node:assert/strict';
import { itemsOf, type Checklist } from '../../../../src/core/checklist/model.ts';
import { callsByItem, coreLists } from '../../../../src/core/review/calls.ts';
import { signalWeights, type SignalCode } from '../../../../src/core/review/signals/signal.ts';
import { signalsOf } from '../../../../src/core/review/signals/signalsOf.ts';
import { slow } from '../arbitraries.ts';
import { changeOf, type Patch } from './diffs.ts';
import { builtIn } from './lists.ts';

/** Codes that hold for the whole change and are named in tests of their own. */
const SHAPE = new Set<SignalCode>(['substance', 'code', 'no-test', 'tests-changed', 'undocumented', 'wide']);
const codes = (patch: Patch): SignalCode[] =>
  signalsOf(changeOf(patch))
    .map(({ code }) => code)
    .filter((code) => !SHAPE.has(code));

/** A line that must be seen, and one beside it that must not. */
const lines: readonly (readonly [SignalCode, path: string, yes: string, no: string])[] = [
  [
    'sql-text',
    'a.ts',
    'db.query(`SELECT id FROM orders WHERE id = ${id}`);',
    "db.query('SELECT id FROM orders WHERE id = $1', [id]);",
  ],
  [
    'sql-text',
    'a.ts',
    'run("DELETE FROM orders WHERE id = " + id);',
    'await sql`DELETE FROM orders WHERE id = ${id}`;',
  ],
  [
    'sql-text',
    'a.py',
    'cur.execute(f"SELECT id FROM t WHERE name = \'{name}\'")',
    'cur.execute("SELECT id FROM t WHERE name = %s", (name,))',
  ],
  [
    'sql-text',
    'a.go',
    'q := fmt.Sprintf("UPDATE t SET a = %d WHERE id = 1", a)',
    'db.Exec("UPDATE t SET a = $1 WHERE id = 1", a)',
  ],
  [
    'sql-text',
    'A.java',
    'st.executeQuery("SELECT * FROM t WHERE id = " + id);',
    'prepare("SELECT * FROM t WHERE id = ?");',
  ],
  [
    'sql-text',
    'a.php',
    '$db->query("SELECT * FROM t WHERE id = $id");',
    '$db->prepare("SELECT * FROM t WHERE id = :id");',
  ],
  ['command-text', 'a.py', 'os.system("ls " + name)', 'name.system()'],
  ['html-text', 'a.ts', 'row.innerHTML = review.text;', "row.innerHTML = '';"],
  ['unsafe-parser', 'a.py', 'data = yaml.load(text)', 'data = yaml.load(text, Loader=SafeLoader)'],
  ['unsafe-parser', 'a.ts', 'const f = new Function(text);', 'const f = () => text;'],
  ['endpoint', 'a.ts', "app.get('/orders', list);", "map.get('orders');"],
  ['endpoint', 'a.py', "@app.route('/orders')", '@dataclass'],
  ['write-endpoint', 'A.java', '@PostMapping("/orders")', '@GetMapping("/orders")'],
  ['input', 'a.ts', 'const { id } = request.body;', 'const { id } = response.body;'],
  ['access', 'A.java', '@PreAuthorize("hasRole(\'X\')")', '// @PreAuthorize is gone'],
  ['session', 'a.ts', 'const accessToken = issue();', 'const tokenizer = make();'],
  ['cryptography', 'a.py', 'h = hashlib.md5(x)', 'h = hashmap(x)'],
  ['logged-secret', 'a.ts', 'logger.info("in", user.password);', 'logger.info("in", user.id);'],
  ['upload', 'A.java', 'void put(MultipartFile file) {}', 'void put(File file) {}'],
  ['concurrency', 'a.go', '\tgo work(jobs)', '\tgoal(jobs)'],
  ['lock', 'a.go', '\tmu.Lock()', '\tdoor.Locked()'],
  ['outside-call', 'a.ts', 'await fetch(url);', 'await fetch(url, { signal: AbortSignal.timeout(1000) });'],
  ['outside-call', 'a.py', 'requests.get(url)', 'requests.get(url, timeout=5)'],
  ['queue', 'A.java', 'var q = new LinkedBlockingQueue<Job>();', 'var q = new ArrayList<Job>();'],
  ['schema-alter', 'db/1.sql', 'ALTER TABLE orders ADD COLUMN x text;', '-- ALTER TABLE orders'],
  [
    'schema-alter',
    'app/migrations/0002_x.py',
    '        migrations.AddField("order", "x"),',
    '        # migrations.AddField',
  ],
  ['schema-drop', 'db/1.sql', 'drop table orders;', 'CREATE TABLE drops (id int);'],
  ['data-move', 'db/1.sql', "UPDATE orders SET x = 'y';", 'SELECT updated FROM t;'],
  ['null-condition', 'db/1.sql', 'SELECT 1 WHERE a NOT IN (SELECT b FROM c);', 'SELECT 1;'],
  ['personal-data', 'db/1.sql', '  email text NOT NULL,', '  emailed_at timestamptz,'],
  [
    'unpinned-step',
    '.github/workflows/a.yml',
    '      - uses: actions/checkout@v4',
    '      - uses: actions/checkout@0123456789abcdef0123456789abcdef01234567',
  ],
  ['unpinned-step', 'Dockerfile', 'FROM node:24', 'FROM scratch'],
  ['job-rights', '.gitlab-ci.yml', '  GITHUB_TOKEN: x', '  stage: test'],
  ['soft-check', '.gitlab-ci.yml', '  allow_failure: true', '  allow_failure: false'],
  ['job-secret', '.github/workflows/a.yml', '          T: ${{ secrets.T }}', '          T: plain'],
  ['capacity', 'main.tf', '  instance_type = "m7"', '  name = "instance"'],
  ['yaml-trap', 'k8s/a.yaml', 'country: no', 'country: "no"'],
  ['image-secret', 'Dockerfile', 'ARG NPM_TOKEN', 'ARG VERSION'],
  ['state-file', 'main.tf', '  backend "s3" {', '  # backend "s3"'],
  ['new-setting', 'a.ts', 'const p = process.env.PORT;', 'const p = process.environment;'],
  ['new-setting', 'a.go', 'p := os.Getenv("PORT")', 'p := env("PORT")'],
  ['test-off', 'test/a.test.ts', "it.skip('works', () => {});", "it('works', () => {});"],
  ['test-off', 'a_test.go', '\tt.Skip("later")', '\tt.Log("later")'],
  ['debug-output', 'src/a.ts', "console.log('here');", "console.error('gone');"],
  ['cast', 'a.ts', 'const o = JSON.parse(t) as Order;', "const o = 'x' as const;"],
  ['falsy', 'a.ts', 'const n = price || 0;', 'const n = price ?? 0;'],
  ['listener', 'a.ts', "el.addEventListener('x', f);", "el.dispatch('x');"],
  ['python-trap', 'a.py', 'def f(x, seen=[]):', 'def f(x, seen=None):'],
  ['naive-time', 'a.py', 'now = datetime.now()', 'now = datetime.now(timezone.utc)'],
  ['unclosed', 'a.py', 'f = open(path)', 'with open(path) as f:'],
  ['equality', 'A.java', 'public boolean equals(Object o) {', 'boolean equalsName(String o) {'],
  ['interrupt', 'A.java', '} catch (InterruptedException e) {', '} catch (IOException e) {'],
  ['async-block', 'a.cs', 'var x = load().Result;', 'var x = await load();'],
  ['wide-catch', 'a.cs', 'catch (Exception e)', 'catch (IOException e)'],
  ['goroutine', 'a.go', '\tgo func() {', '\tf := func() {'],
  ['ignored-error', 'a.go', '\tf, _ := os.Create(p)', '\tf, err := os.Create(p)'],
  ['fresh-context', 'a.go', '\tctx := context.Background()', '\tctx := r.Context()'],
  ['unwrap', 'a.rs', 'let x = y.unwrap();', 'let x = y?;'],
  ['unsafe', 'a.rs', 'unsafe { *p }', 'let safe = 1;'],
  ['number-cast', 'a.rs', 'let x = y as u8;', 'let x = u8::try_from(y)?;'],
  ['ownership', 'a.c', 'char *p = malloc(n);', 'char p[8];'],
  ['raw-memory', 'a.c', 'memcpy(a, b, n);', 'copy(a, b);'],
  ['special-member', 'a.cpp', '  ~Buffer();', '  bool a = !~b;'],
  ['nil-chain', 'a.rb', 'a&.b&.c', 'a && b'],
  ['mass-assignment', 'a.rb', 'params.permit!', 'parameters = {}'],
  ['loose-equality', 'a.php', 'if ($a == $b) {', 'if ($a === $b) {'],
  ['raw-echo', 'a.php', '<?= $name ?>', '<?= htmlspecialchars($name) ?>'],
  ['fetch-all', 'a.php', '$rows = $st->fetchAll();', '$row = $st->fetch();'],
  ['unquoted', 'a.sh', 'cp $file /tmp', 'cp "$file" /tmp'],
  ['recursive-delete', 'a.sh', 'rm -rf "$dir"', 'mv "$dir" old'],
  ['evaluated-text', 'a.sh', 'eval "$cmd"', 'evaluate "$cmd"'],
  ['secret', 'a.py', 'MAIL_PASSWORD = "Kestrel!7fH2qLm9xT"', 'MAIL_PASSWORD = os.environ["MAIL_PASSWORD"]'],
  ['secret', 'README.md', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'ghp_...'],
];

describe('signals in added lines', () => {
  for (const [code, path, yes, no] of lines) {
    it(`${code}: ${yes.trim()}, not ${no.trim()}`, () => {
      assert.ok(codes({ [path]: `+${yes}` }).includes(code), 'is not seen');
      assert.ok(!codes({ [path]: `+${no}` }).includes(code), 'is seen where it is not');
    });
  }

  it('are not read in comments, tests, generated files or removed lines', () => {
    const line = 'db.query(`SELECT id FROM orders WHERE id = ${id}`);';
    for (const [path, text] of [
      ['a.ts', `+// ${line}`],
      ['test/a.test.ts', `+${line}`],
      ['vendor/a.ts', `+${line}`],
      ['a.ts', `-${line}\n+x`],
    ] as const)
      assert.ok(!codes({ [path]: text }).includes('sql-text'), path);
  });

  it('name file and line, once a line', () => {
    const [signal] = signalsOf(changeOf({ 'a.go': '+package a\n+\tgo work(); go work()\n+\tgo more()\n' })).filter(
      ({ code }) => code === 'goroutine',
    );
    assert.deepEqual(signal?.places, [
      { path: 'a.go', line: 2 },
      { path: 'a.go', line: 3 },
    ]);
    assert.equal(signal.count, 2);
  });

  it('name at most twenty places and count the rest', () => {
    const [signal] = signalsOf(changeOf({ 'a.go': '+\tgo work()\n'.repeat(50) })).filter(
      ({ code }) => code === 'goroutine',
    );
    assert.deepEqual([signal?.places.length, signal?.count], [20, 50]);
  });
});

describe('signals of dependencies', () => {
  const phrase = (patch: Patch, code: SignalCode): string | undefined =>
    signalsOf(changeOf(patch)).find((one) => one.code === code)?.phrase;

  it('tell a new dependency from one that moved', () => {
    assert.equal(
      phrase({ 'package.json': '-    "a": "1.0.0"\n+    "a": "2.0.0",\n+    "@x/b": "^1.0.0"' }, 'dependency-update'),
      'moves `a` from `1.0.0` to `2.0.0`',
    );
    assert.equal(
      phrase({ 'package.json': '-    "a": "1.0.0"\n+    "a": "1.0.0",\n+    "@x/b": "^1.0.0"' }, 'new-dependency'),
      'adds `@x/b`',
    );
    for (const [path, line] of [
      ['go.mod', '\tgithub.com/x/y v1.2.3'],
      ['Cargo.toml', 'serde = "1.0"'],
      ['requirements.txt', 'requests==2.0'],
      ['Gemfile', "gem 'rails', '~> 8.0'"],
      ['pom.xml', '      <artifactId>guava</artifactId>'],
      ['a/b.csproj', '    <PackageReference Include="X" Version="1.0" />'],
    ] as const)
      assert.ok(phrase({ [path]: `-x\n+${line}` }, 'new-dependency') !== undefined, path);
  });

  it('do not take versions, scripts and settings for dependencies', () => {
    const patch = {
      'package.json': '-  "version": "1.0.0",\n+  "version": "1.1.0",\n+  "node": ">=24",\n+    "test": "node test.js"',
    };
    assert.deepEqual(codes(patch), []);
  });

  it('see a lockfile that moves alone, one that stays behind, and install scripts', () => {
    assert.ok(codes({ 'package-lock.json': '-  "version": "1"\n+  "version": "2"' }).includes('lockfile-alone'));
    assert.ok(codes({ 'package.json': '-    "a": "1.0.0"\n+    "a": "2.0.0"' }).includes('manifest-alone'));
    assert.ok(codes({ 'package.json': '-x\n+    "postinstall": "node x.js"' }).includes('install-script'));
  });
});

describe('signals of the whole change', () => {
  const all = (patch: Patch): SignalCode[] => signalsOf(changeOf(patch)).map(({ code }) => code);
  const many = (count: number, line: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n');

  it('see code without a test, and do not where one changed', () => {
    assert.ok(all({ 'a.ts': '+x' }).includes('no-test'));
    assert.ok(!all({ 'a.ts': '+x', 'a.test.ts': '+x' }).includes('no-test'));
    assert.ok(!all({ 'a.css': '+x' }).includes('no-test'));
  });

  it('see tests that go, not tests that are rewritten', () => {
    assert.ok(all({ 'a.test.ts': "-it('a', f);\n-it('b', f);\n+it('c', f);" }).includes('test-deleted'));
    assert.ok(!all({ 'a.test.ts': "-it('a', f);\n+it('c', f);" }).includes('test-deleted'));
  });

  it('see names that others lose, not names that moved to another file', () => {
    const was = '-export function total(a: number): number {';
    assert.ok(all({ 'a.ts': `${was}\n+x` }).includes('export-removed'));
    assert.ok(
      !all({ 'a.ts': `${was}\n+x`, 'b.ts': '+export function total(a: number): number {' }).includes('export-removed'),
    );
    assert.ok(all({ 'a.ts': `${was}\n+export function total(a: bigint): bigint {` }).includes('export-changed'));
  });

  it('see a resource that goes, not one that changes', () => {
    assert.ok(all({ 'main.tf': '-resource "aws_db" "a" {\n+x' }).includes('resource-removed'));
    assert.ok(
      !all({ 'main.tf': '-resource "aws_db" "a" {\n+resource "aws_db" "a" { # x' }).includes('resource-removed'),
    );
  });

  it('see re-indented lines among others', () => {
    const patch = `${many(20, (i) => `-call(${i});`)}\n${many(20, (i) => `+    call(${i});`)}\n+other();`;
    assert.ok(all({ 'a.ts': patch }).includes('formatting'));
    assert.ok(
      !all({ 'a.ts': `${many(20, (i) => `-call(${i});`)}\n${many(20, (i) => `+done(${i});`)}` }).includes('formatting'),
    );
  });

  it('see a change that is large', () => {
    assert.ok(all({ 'a.ts': many(301, (i) => `+call(${i});`) }).includes('large'));
    assert.ok(!all({ 'a.ts': many(300, (i) => `+call(${i});`) }).includes('large'));
  });

  it('take little time on hostile lines', function () {
    this.timeout(slow);
    const units = [
      'a',
      ' ',
      '\t',
      '\n+',
      '\n+ ',
      '"',
      '`',
      '(',
      '${',
      'SELECT ',
      '"SELECT ',
      'def f(',
      'export ',
      'public ',
      '=',
      '-',
      'x.',
      '<',
      '@',
      '_,',
      '$',
    ];
    const paths = [
      'a.ts',
      'a.py',
      'a.sql',
      'a.php',
      'a.sh',
      'A.java',
      'a.go',
      'a.cpp',
      'package.json',
      'Dockerfile',
      'k8s/a.yaml',
    ];
    for (const unit of units) {
      const text = `+${unit.repeat(10_000)}`;
      const start = process.cpuUsage();
      signalsOf(changeOf(Object.fromEntries(paths.map((path) => [path, text]))));
      const { user, system } = process.cpuUsage(start); // what other programs do meanwhile does not count
      assert.ok((user + system) / 1000 < 3_000, JSON.stringify(unit));
    }
  });
});

describe('the calls', () => {
  const keysOf = (list: Checklist): string[] => itemsOf(list).map(({ id }) => `${list.id}/${id}`);
  const known = new Set(builtIn.flatMap(keysOf));

  it('name items that the built-in checklists have', () => {
    assert.deepEqual(
      [...callsByItem.keys()].filter((key) => !known.has(key)),
      [],
    );
  });

  it('are made by signals, all of them', () => {
    const called = new Set([...callsByItem.values()].flat().map(({ signal }) => signal));
    assert.deepEqual(
      (Object.keys(signalWeights) as SignalCode[]).filter((code) => !called.has(code)),
      [],
    );
  });

  it('reach every item of the overlays that is not for a kind of change', () => {
    const overlays = builtIn.filter(
      ({ id, group }) => group === 'review' && !Object.values<string>(coreLists).includes(id) && id !== 'review-change',
    );
    const missing = overlays.flatMap(keysOf).filter((key) => !callsByItem.has(key));
    assert.deepEqual(missing, []);
  });
});
