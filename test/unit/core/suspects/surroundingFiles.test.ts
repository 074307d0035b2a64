import assert from 'node:assert/strict';
import { concerns, surroundingKindOf } from '../../../../src/core/suspects/surroundingFiles.ts';

describe('files around the code', () => {
  it('tells dependencies and configuration from everything else', () => {
    const kinds = {
      dependencies:
        'package-lock.json api/pnpm-lock.yaml go.mod Cargo.lock requirements-dev.txt .nvmrc sub/pom.xml build.gradle.kts',
      configuration:
        'package.json tsconfig.base.json vite.config.ts .env.production docker-compose.yml Dockerfile .github/workflows/ci.yml db/migrations/001_orders.sql app/migrations/0007_x.py src/main/resources/application-prod.yml',
      undefined:
        'src/config.ts README.md src/lock.ts vendor/x/go.mod node_modules/a/package.json test/fixtures/package-lock.json docs/ci.yml src/requirements.ts',
    };
    for (const [kind, files] of Object.entries(kinds))
      for (const file of files.split(' ')) assert.equal(String(surroundingKindOf(file)), kind, file);
  });

  it('lets a file have a say in what lies below its folder', () => {
    assert.ok(concerns('package-lock.json', ['packages/api/src/x.ts']));
    assert.ok(concerns('packages/api/package.json', ['packages/api/src/x.ts']));
    assert.ok(!concerns('packages/web/package.json', ['packages/api/src/x.ts']));
    assert.ok(concerns('.github/workflows/ci.yml', ['packages/api/src/x.ts']));
    assert.ok(concerns('db/migrations/001.sql', ['src/x.ts']));
    assert.ok(concerns('packages/web/package.json', []));
  });
});
