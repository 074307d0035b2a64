import { lines, tomas, type Repository } from './model.ts';

/** TypeScript: a fix in a query, a feature with an endpoint, a move without a change, and text for readers. */
const typescript: Repository = {
  name: 'orders-api',
  steps: [
    {
      message: 'Start the order service',
      write: {
        'package.json':
          '{\n  "name": "orders-api",\n  "version": "1.0.0",\n  "dependencies": {\n    "fastify": "5.2.0"\n  }\n}\n',
        'README.md': '# Orders\n\nStores orders.\n',
        'src/store.ts':
          "import type { Db } from './db.ts';\n\nexport async function ordersOf(db: Db, customer: string) {\n  return db.query('SELECT id, total FROM orders WHERE customer = $1', [customer]);\n}\n\nexport function totalOf(orders: { total: number }[]): number {\n  return orders.reduce((sum, order) => sum + order.total, 0);\n}\n",
        'src/db.ts': 'export interface Db {\n  query(sql: string, values?: unknown[]): Promise<unknown[]>;\n}\n',
        'test/store.test.ts':
          "import { totalOf } from '../src/store.ts';\n\nit('adds up', () => {\n  assert.equal(totalOf([{ total: 2 }, { total: 3 }]), 5);\n});\n",
      },
    },
    {
      message: 'Fix the order search for names with a quote (fixes #41)',
      branch: 'fix/search-quote',
      edit: {
        'src/store.ts': [
          [
            "  return db.query('SELECT id, total FROM orders WHERE customer = $1', [customer]);",
            "  const name = customer.replaceAll(\"'\", \"''\");\n  return db.query(`SELECT id, total FROM orders WHERE customer = '${name}'`);",
          ],
        ],
      },
      expects: {
        kinds: ['bug-fix'],
        inSight: [
          'bind-values-into-queries-and-commands',
          'name-the-cause-in-one-sentence',
          'compare-the-red-test-with-the-report',
        ],
        never: ['pin-the-behaviour-before-you-move-it', 'read-what-the-plan-destroys'],
      },
    },
    {
      message: 'Add an endpoint that cancels an order',
      branch: 'feature/cancel-order',
      write: {
        'src/cancel.ts':
          "import type { FastifyInstance } from 'fastify';\nimport type { Db } from './db.ts';\n\nexport function cancelRoutes(app: FastifyInstance, db: Db): void {\n  app.post('/orders/:id/cancel', async (request, reply) => {\n    const { reason } = request.body as { reason: string };\n    const limit = Number(process.env.CANCEL_LIMIT) || 30;\n    const { id } = request.params as { id: string };\n    await db.query('UPDATE orders SET status = $1, reason = $2 WHERE id = $3', ['cancelled', reason, id]);\n    return reply.send({ id, limit });\n  });\n}\n",
      },
      edit: {
        'test/store.test.ts': [
          ["it('adds up'", "it('cancels an order', async () => {\n  assert.ok(true);\n});\n\nit('adds up'"],
        ],
      },
      expects: {
        kinds: ['feature'],
        inSight: [
          'authorise-the-object-not-only-the-route',
          'trace-each-input-to-where-it-is-used',
          'send-the-same-write-twice',
          'use-the-product-with-the-feature-off',
        ],
        never: ['bind-values-into-queries-and-commands', 'say-what-the-package-saves-us'],
      },
    },
    {
      message: 'Move the totals into a module of their own',
      by: tomas,
      write: {
        'src/totals.ts':
          'export function totalOf(orders: { total: number }[]): number {\n  return orders.reduce((sum, order) => sum + order.total, 0);\n}\n',
      },
      edit: {
        'src/store.ts': [
          [
            '\n\nexport function totalOf(orders: { total: number }[]): number {\n  return orders.reduce((sum, order) => sum + order.total, 0);\n}\n',
            '\n',
          ],
        ],
        'test/store.test.ts': [["'../src/store.ts'", "'../src/totals.ts'"]],
      },
      expects: {
        role: 'reviewer',
        kinds: ['refactor'],
        inSight: ['pin-the-behaviour-before-you-move-it', 'leave-features-and-fixes-for-another-change'],
        never: [
          'name-the-cause-in-one-sentence',
          'prove-that-nobody-uses-it',
          'authorise-the-object-not-only-the-route',
        ],
      },
    },
    {
      message: 'Say in the README how to start the service',
      edit: {
        'README.md': [['Stores orders.', 'Stores orders.\n\nStart it with `npm start`; it listens on port 3000.']],
      },
      expects: { kinds: [], inSight: [], nothing: /^Only documentation changed/ },
    },
  ],
};

/** Python: times and default arguments, a slow loop made faster, a secret that slipped in. */
const python: Repository = {
  name: 'billing-jobs',
  steps: [
    {
      message: 'Start the billing jobs',
      write: {
        'billing/invoices.py':
          'from datetime import datetime, timezone\n\n\ndef due(invoices):\n    now = datetime.now(timezone.utc)\n    return [i for i in invoices if i["due"] < now]\n\n\ndef total(invoices):\n    result = 0\n    for invoice in invoices:\n        for line in invoice["lines"]:\n            result += line["price"]\n    return result\n',
        'tests/test_invoices.py':
          'from billing.invoices import total\n\n\ndef test_total():\n    assert total([{"lines": [{"price": 2}]}]) == 2\n\n\ndef test_total_of_nothing():\n    assert total([]) == 0\n',
        'requirements.txt': 'requests==2.32.3\n',
      },
    },
    {
      message: 'Add reminders for invoices that are overdue',
      write: {
        'billing/reminders.py':
          'import logging\nfrom datetime import datetime\n\nimport requests\n\nlogger = logging.getLogger(__name__)\n\n\ndef remind(invoices, sent=[]):\n    today = datetime.now()\n    for invoice in invoices:\n        if invoice["due"] < today and invoice["id"] not in sent:\n            requests.post("https://mail.example/send", json={"to": invoice["email"]})\n            sent.append(invoice["id"])\n    return sent\n\n\ndef remind_all(load):\n    try:\n        return remind(load())\n    except:\n        logger.error("reminders failed")\n        return []\n',
      },
      expects: {
        kinds: ['feature'],
        inSight: [
          'store-each-time-with-its-zone',
          'check-that-the-rules-for-silent-traps-are-on',
          'use-the-product-with-the-feature-off',
        ],
        never: ['name-what-ends-each-goroutine', 'parse-outside-data-instead-of-casting-it'],
      },
    },
    {
      message: 'perf: add up the prices in one pass',
      edit: {
        'billing/invoices.py': [
          [
            '    result = 0\n    for invoice in invoices:\n        for line in invoice["lines"]:\n            result += line["price"]\n    return result\n',
            '    return sum(line["price"] for invoice in invoices for line in invoice["lines"])\n',
          ],
        ],
      },
      expects: {
        kinds: ['performance'],
        inSight: ['put-before-and-after-numbers-side-by-side', 'list-what-two-threads-can-touch-at-once'],
        never: ['name-the-cause-in-one-sentence'],
      },
    },
    {
      message: 'Send the invoices through the new mail account',
      write: {
        'billing/mail.py':
          'import smtplib\n\nMAIL_USER = "billing@kettle-and-leaf.example"\nMAIL_PASSWORD = "Kestrel!7fH2qLm9xT"\n\n\ndef send(message):\n    with smtplib.SMTP_SSL("mail.kettle-and-leaf.example") as server:\n        server.login(MAIL_USER, MAIL_PASSWORD)\n        server.send_message(message)\n',
      },
      expects: {
        kinds: [],
        inSight: ['keep-secrets-out-of-code-logs-and-reports'],
        never: ['read-what-the-plan-destroys'],
      },
    },
  ],
};

/** Go: a worker with goroutines, an error that was ignored, generated code. */
const go: Repository = {
  name: 'mail-worker',
  steps: [
    {
      message: 'Start the worker',
      write: {
        'go.mod': 'module example.com/mailworker\n\ngo 1.23\n',
        'worker/worker.go':
          'package worker\n\ntype Job struct{ ID string }\n\nfunc Run(jobs []Job, send func(Job) error) error {\n\tfor _, job := range jobs {\n\t\tif err := send(job); err != nil {\n\t\t\treturn err\n\t\t}\n\t}\n\treturn nil\n}\n',
        'worker/worker_test.go':
          'package worker\n\nimport "testing"\n\nfunc TestRun(t *testing.T) {\n\tif err := Run(nil, nil); err != nil {\n\t\tt.Fatal(err)\n\t}\n}\n',
      },
    },
    {
      message: 'Send the mails in parallel',
      readBy: tomas,
      branch: 'perf/parallel-send',
      edit: {
        'worker/worker.go': [
          ['package worker\n', 'package worker\n\nimport "sync"\n'],
          [
            '\tfor _, job := range jobs {\n\t\tif err := send(job); err != nil {\n\t\t\treturn err\n\t\t}\n\t}\n\treturn nil\n',
            '\tvar wg sync.WaitGroup\n\tfailed := make(chan error, len(jobs))\n\tfor _, job := range jobs {\n\t\twg.Add(1)\n\t\tgo func() {\n\t\t\tdefer wg.Done()\n\t\t\tif err := send(job); err != nil {\n\t\t\t\tfailed <- err\n\t\t\t}\n\t\t}()\n\t}\n\twg.Wait()\n\tclose(failed)\n\treturn <-failed\n',
          ],
        ],
      },
      expects: {
        kinds: ['performance'],
        inSight: [
          'name-what-ends-each-goroutine',
          'list-what-two-threads-can-touch-at-once',
          'look-for-two-actors-on-one-state',
          'bound-each-queue',
        ],
        never: ['bind-values-into-queries-and-commands', 'store-each-time-with-its-zone'],
      },
    },
    {
      message: 'Fix the lost jobs after a restart',
      write: {
        'worker/journal.go':
          'package worker\n\nimport (\n\t"context"\n\t"os"\n)\n\nfunc Save(path string, job Job) {\n\tfile, _ := os.Create(path)\n\tdefer file.Close()\n\tfile.WriteString(job.ID)\n}\n\nfunc Load(store Store) ([]Job, error) {\n\treturn store.Jobs(context.Background())\n}\n',
      },
      expects: {
        kinds: ['bug-fix'],
        inSight: [
          'name-the-cause-in-one-sentence',
          'hand-the-callers-context-down',
          'check-that-ignored-errors-fail-the-build',
        ],
        never: ['prove-that-nobody-uses-it'],
      },
    },
    {
      message: 'Generate the mail messages',
      write: { 'gen/mail.pb.go': `// Code generated by protoc-gen-go. DO NOT EDIT.\npackage gen\n\n${getters(60)}` },
      expects: {
        role: 'author',
        kinds: [],
        inSight: ['mark-generated-code'],
        never: ['name-the-risk-you-worry-about'],
      },
    },
    {
      message: 'Add a field to the mail messages',
      write: {
        '.gitattributes': 'gen/** linguist-generated=true\n',
        'gen/mail.pb.go': `// Code generated by protoc-gen-go. DO NOT EDIT.\npackage gen\n\n${getters(90)}`,
      },
      expects: { kinds: [], inSight: ['name-the-risk-you-worry-about'], never: ['mark-generated-code'] },
    },
    {
      message: 'Regenerate the mail messages',
      write: { 'gen/mail.pb.go': `// Code generated by protoc-gen-go. DO NOT EDIT.\npackage gen\n\n${getters(120)}` },
      expects: { kinds: [], inSight: [], nothing: /^Only generated files changed/ },
    },
  ],
};

function getters(count: number): string {
  return lines(count, (i) => `func (m *Mail) GetField${i}() string { return m.field${i} }`);
}

export const services: readonly Repository[] = [typescript, python, go];
