import { lines, type Repository } from './model.ts';

const ordersTable =
  'CREATE TABLE orders (\n  id bigint PRIMARY KEY,\n  customer text NOT NULL,\n  total numeric NOT NULL\n);\n';

/** SQL: a column, moved rows, a dropped column. */
const migrations: Repository = {
  name: 'shop-database',
  steps: [
    { message: 'Start the schema', write: { 'db/001_orders.sql': ordersTable } },
    {
      message: 'Add a region to orders',
      write: {
        'db/002_region.sql':
          'ALTER TABLE orders ADD COLUMN region text;\nCREATE INDEX orders_region ON orders (region);\n',
      },
      expects: {
        kinds: [],
        inSight: [
          'add-first-switch-over-remove-last',
          'time-the-change-on-a-copy-of-real-size',
          'rehearse-the-way-back-with-new-data-in-it',
          'say-what-a-missing-value-means',
        ],
        never: [
          'send-the-same-write-twice',
          'run-an-old-client-against-the-new-service',
          'look-for-two-actors-on-one-state',
        ],
      },
    },
    {
      message: 'Fill the region of old orders',
      write: {
        'db/003_fill_region.sql':
          "UPDATE orders SET region = 'eu'\n  WHERE region IS NULL AND customer NOT IN (SELECT customer FROM exports);\n",
      },
      expects: {
        kinds: [],
        inSight: [
          'see-the-row-count-before-you-commit-a-write',
          'ask-what-null-does-in-each-condition',
          'move-old-rows-in-small-batches',
          'count-both-sides-of-the-move',
        ],
        never: ['pin-actions-and-images-to-a-fixed-hash'],
      },
    },
    {
      message: 'Keep the address and birthday of customers',
      write: {
        'db/004_customers.sql':
          'CREATE TABLE customers (\n  id bigint PRIMARY KEY,\n  email text NOT NULL,\n  date_of_birth date,\n  postal_code text\n);\nALTER TABLE orders DROP COLUMN customer;\n',
      },
      expects: {
        kinds: [],
        inSight: [
          'mark-personal-data-and-its-last-day',
          'rehearse-the-way-back-with-new-data-in-it',
          'keep-or-erase-its-data-on-purpose',
        ],
        never: ['show-it-narrow-wide-light-and-dark'],
      },
    },
  ],
};

/** Terraform: a larger machine, a database that goes away, a new module. */
const terraform: Repository = {
  name: 'shop-infra',
  steps: [
    {
      message: 'Start the infrastructure',
      write: {
        'main.tf':
          'resource "aws_instance" "web" {\n  instance_type = "t3.small"\n  ami           = "ami-0abc"\n}\n\nresource "aws_db_instance" "reports" {\n  instance_class = "db.t3.micro"\n  engine         = "postgres"\n}\n',
      },
    },
    {
      message: 'Rent a larger web machine',
      edit: { 'main.tf': [['t3.small', 'm7i.4xlarge']] },
      expects: {
        kinds: [],
        inSight: ['read-what-the-plan-destroys', 'write-the-rollback-as-a-command', 'estimate-the-cost-at-full-use'],
        never: [
          'try-the-input-nobody-wrote-a-test-for',
          'say-what-the-package-saves-us',
          'pin-actions-and-images-to-a-fixed-hash',
        ],
      },
    },
    {
      message: 'Remove the reports database',
      edit: {
        'main.tf': [
          [
            '\nresource "aws_db_instance" "reports" {\n  instance_class = "db.t3.micro"\n  engine         = "postgres"\n}\n',
            '',
          ],
        ],
      },
      expects: {
        kinds: [],
        inSight: ['read-what-the-plan-destroys', 'write-the-rollback-as-a-command'],
        never: ['estimate-the-cost-at-full-use'],
      },
    },
    {
      message: 'Keep the state in a bucket',
      write: {
        'backend.tf':
          'terraform {\n  backend "s3" {\n    bucket = "shop-state"\n    key    = "terraform.tfstate"\n  }\n}\n',
      },
      expects: { kinds: [], inSight: ['protect-the-state-file-with-a-lock', 'read-what-the-plan-destroys'] },
    },
  ],
};

/** Pipelines and images: an action by its tag, a check that cannot fail, a container. */
const pipeline: Repository = {
  name: 'shop-pipeline',
  steps: [
    { message: 'Start', write: { 'app.js': "import http from 'node:http';\n\nhttp.createServer().listen(3000);\n" } },
    {
      message: 'ci: test each push',
      write: {
        '.github/workflows/test.yml':
          'name: test\non: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: npm ci\n      - run: npm test\n',
      },
      expects: {
        kinds: [],
        inSight: [
          'pin-actions-and-images-to-a-fixed-hash',
          'cut-the-jobs-rights-to-what-it-uses',
          'prove-that-each-check-can-go-red',
        ],
        never: ['read-what-the-plan-destroys', 'try-the-input-nobody-wrote-a-test-for'],
      },
    },
    {
      message: 'ci: publish from the pipeline',
      edit: {
        '.github/workflows/test.yml': [
          [
            '      - run: npm test\n',
            '      - run: npm test || true\n      - run: npm publish\n        env:\n          NODE_AUTH_TOKEN: ${{ secrets.NPM_TOKEN }}\n',
          ],
        ],
      },
      expects: {
        kinds: [],
        inSight: ['prove-that-each-check-can-go-red', 'hide-secrets-from-forks-and-job-output'],
        never: ['say-what-the-package-saves-us'],
      },
    },
    {
      message: 'Build an image of the app',
      write: {
        Dockerfile: 'FROM node:24\nARG NPM_TOKEN\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "app.js"]\n',
      },
      expects: {
        kinds: [],
        inSight: [
          'look-for-secrets-in-the-image-layers',
          'pin-actions-and-images-to-a-fixed-hash',
          'run-the-container-as-an-ordinary-user',
        ],
        never: ['say-what-the-package-saves-us'],
      },
    },
  ],
};

/** Dependencies: an update with its lockfile, a new package without one, a lockfile that moved alone. */
const dependencies: Repository = {
  name: 'shop-dependencies',
  steps: [
    {
      message: 'Start',
      write: {
        'package.json':
          '{\n  "name": "shop",\n  "version": "1.0.0",\n  "dependencies": {\n    "fastify": "5.2.0"\n  }\n}\n',
        'package-lock.json': `{\n  "name": "shop",\n  "lockfileVersion": 3,\n  "packages": {\n${lines(40, (i) => `    "node_modules/p${i}": { "version": "1.0.${i}" },`)}    "node_modules/fastify": { "version": "5.2.0" }\n  }\n}\n`,
      },
    },
    {
      message: 'Bump fastify from 5.2.0 to 5.3.2',
      by: 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
      branch: 'dependabot/npm/fastify-5.3.2',
      edit: {
        'package.json': [['5.2.0', '5.3.2']],
        'package-lock.json': [
          ['"node_modules/fastify": { "version": "5.2.0" }', '"node_modules/fastify": { "version": "5.3.2" }'],
        ],
      },
      expects: {
        role: 'reviewer',
        kinds: [],
        inSight: ['read-what-changed-between-the-versions', 'see-what-else-came-along'],
        never: [
          'look-up-licence-owner-and-last-release',
          'try-the-input-nobody-wrote-a-test-for',
          'look-for-two-actors-on-one-state',
        ],
      },
    },
    {
      message: 'Read dates with a library',
      edit: { 'package.json': [['    "fastify": "5.2.0"', '    "fastify": "5.2.0",\n    "left-date": "^0.1.0"']] },
      expects: {
        kinds: [],
        inSight: [
          'say-what-the-package-saves-us',
          'look-up-licence-owner-and-last-release',
          'build-from-the-lockfile-alone',
        ],
        never: ['read-what-changed-between-the-versions', 'cut-the-jobs-rights-to-what-it-uses'],
      },
    },
    {
      message: 'Refresh the lockfile',
      edit: { 'package-lock.json': [['"version": "1.0.7" }', '"version": "1.9.0", "hasInstallScript": true }']] },
      expects: {
        kinds: [],
        inSight: ['see-what-else-came-along', 'read-every-install-script-that-is-new'],
        never: ['say-what-the-package-saves-us'],
      },
    },
  ],
};

export const platform: readonly Repository[] = [migrations, terraform, pipeline, dependencies];
