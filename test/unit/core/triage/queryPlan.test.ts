import assert from 'node:assert/strict';
import { wastefulScanIn } from '../../../../src/core/triage/queryPlan.ts';

const scan = (table: string, removed: number, filter = '(customer_id = 4711)'): string =>
  [
    `  ->  Seq Scan on ${table} o  (cost=0.00..98112.00 rows=812 width=96)`,
    `        Filter: ${filter}`,
    `        Rows Removed by Filter: ${removed}`,
  ].join('\n');

describe('a query plan', () => {
  it('names the table and the column of the scan that throws away most rows', () => {
    const plan = `${scan('lines', 2000, "((state)::text = 'new'::text)")}\n${scan('orders', 4811020)}`;
    assert.deepEqual(wastefulScanIn(plan), { table: 'orders', column: 'customer_id', removed: 4811020 });
    assert.equal(wastefulScanIn(scan('lines', 2000, "((state)::text = 'new'::text)"))?.column, 'state');
  });

  it('says nothing of small tables, of scans that need every row, and of other texts', () => {
    assert.equal(wastefulScanIn(scan('orders', 12)), undefined);
    assert.equal(wastefulScanIn('Seq Scan on orders o\n  (12 rows)'), undefined);
    assert.equal(wastefulScanIn('the page is slow'), undefined);
  });
});
