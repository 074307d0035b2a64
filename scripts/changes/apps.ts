import { lines, tomas, type Repository } from './model.ts';

/** A user interface: a component, styles, text of foreigners in the page. */
const webShop: Repository = {
  name: 'web-shop',
  steps: [
    {
      message: 'Start the shop window',
      write: {
        'src/Cart.tsx':
          'export function Cart({ items }: { items: string[] }) {\n  return <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>;\n}\n',
        'src/cart.css': 'ul {\n  margin: 0;\n}\n',
      },
    },
    {
      message: 'feat: show the delivery date in the cart',
      edit: {
        'src/Cart.tsx': [
          ['({ items }: { items: string[] })', '({ items, date }: { items: string[]; date: string })'],
          [
            '  return <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>;',
            '  return (\n    <section>\n      <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>\n      <button className="date">{date}</button>\n    </section>\n  );',
          ],
        ],
      },
      expects: {
        kinds: ['feature', 'ui'],
        inSight: [
          'do-the-whole-task-without-the-mouse',
          'show-it-narrow-wide-light-and-dark',
          'use-the-product-with-the-feature-off',
        ],
        never: ['read-what-the-plan-destroys', 'name-the-cause-in-one-sentence'],
      },
    },
    {
      message: 'Give the cart more room',
      edit: { 'src/cart.css': [['  margin: 0;\n', '  margin: 2rem;\n  height: 240px;\n']] },
      expects: {
        kinds: ['ui'],
        inSight: ['do-the-whole-task-without-the-mouse', 'zoom-the-page-to-200-percent'],
        never: ['try-the-input-nobody-wrote-a-test-for'],
      },
    },
    {
      message: 'Show what customers wrote',
      write: {
        'src/reviews.ts':
          "export function showReviews(list: HTMLElement, reviews: { text: string }[]): void {\n  for (const review of reviews) {\n    const row = document.createElement('li');\n    row.innerHTML = review.text;\n    row.addEventListener('click', () => row.classList.toggle('open'));\n    list.append(row);\n  }\n}\n",
      },
      expects: {
        kinds: ['feature'],
        inSight: [
          'keep-foreign-text-out-of-html-and-object-keys',
          'encode-at-the-moment-of-output',
          'take-away-each-listener-and-timer-you-add',
        ],
        never: ['bind-values-into-queries-and-commands'],
      },
    },
  ],
};

/** Deletion: a module that nobody should miss, tests that go with a change, a script that deletes. */
const oldParts: Repository = {
  name: 'old-parts',
  steps: [
    {
      message: 'Start',
      write: {
        'src/fax.ts': `export function sendFax(number: string): void {\n${lines(30, (i) => `  dial(number, ${i});`)}}\n`,
        'src/price.ts': 'export function price(amount: number, rate: number): number {\n  return amount * rate;\n}\n',
        'test/price.test.ts':
          "it('multiplies', () => {\n  assert.equal(price(2, 3), 6);\n});\n\nit('takes nothing', () => {\n  assert.equal(price(0, 3), 0);\n});\n",
      },
    },
    {
      message: 'Remove the fax',
      remove: ['src/fax.ts'],
      expects: {
        kinds: ['removal'],
        inSight: ['prove-that-nobody-uses-it', 'keep-or-erase-its-data-on-purpose'],
        never: ['parse-outside-data-instead-of-casting-it', 'look-for-two-actors-on-one-state'],
      },
    },
    {
      message: 'Round prices to cents',
      readBy: tomas,
      edit: {
        'src/price.ts': [['  return amount * rate;', '  return Math.round(amount * rate * 100) / 100 || 0;']],
        'test/price.test.ts': [["\nit('takes nothing', () => {\n  assert.equal(price(0, 3), 0);\n});\n", '']],
      },
      expects: {
        kinds: [],
        inSight: [
          'check-that-the-tests-fail-when-the-code-is-wrong',
          'try-zero-empty-text-and-false-in-each-condition',
        ],
        never: ['prove-that-nobody-uses-it'],
      },
    },
    {
      message: 'Add a script that clears old exports',
      write: { 'clear.sh': '#!/bin/sh\ndir=$1\nrm -rf $dir/exports\n' },
      expects: {
        kinds: [],
        inSight: [
          'guard-each-delete-against-an-empty-variable',
          'stop-at-the-first-command-that-fails',
          'check-that-shellcheck-guards-the-quotes',
        ],
        never: ['do-the-whole-task-without-the-mouse'],
      },
    },
  ],
};

/** Java: equality, an endpoint that is guarded, a test that is switched off. */
const java: Repository = {
  name: 'customer-service',
  steps: [
    {
      message: 'Start the customer service',
      write: {
        'src/main/java/shop/Customer.java':
          'package shop;\n\npublic class Customer {\n    private final String id;\n\n    public Customer(String id) {\n        this.id = id;\n    }\n\n    public String id() {\n        return id;\n    }\n}\n',
        'src/test/java/shop/CustomerTest.java':
          'package shop;\n\nclass CustomerTest {\n    @Test\n    void hasAnId() {\n        assertEquals("a", new Customer("a").id());\n    }\n}\n',
      },
    },
    {
      message: 'feat(customers): let support staff change an address',
      write: {
        'src/main/java/shop/AddressController.java':
          'package shop;\n\n@RestController\npublic class AddressController {\n    private final Customers customers;\n\n    @PutMapping("/customers/{id}/address")\n    @PreAuthorize("hasRole(\'SUPPORT\')")\n    public void change(@PathVariable String id, @RequestBody Address address) {\n        customers.find(id).orElse(null).moveTo(address);\n    }\n}\n',
      },
      expects: {
        kinds: ['feature'],
        inSight: [
          'authorise-the-object-not-only-the-route',
          'trace-each-input-to-where-it-is-used',
          'send-the-same-write-twice',
          'say-at-the-edge-which-values-may-be-null',
        ],
        never: ['run-the-changed-code-under-the-sanitizers'],
      },
    },
    {
      message: 'Treat customers with the same id as equal',
      readBy: tomas,
      edit: {
        'src/main/java/shop/Customer.java': [
          [
            '    public String id() {',
            '    @Override\n    public boolean equals(Object other) {\n        return other instanceof Customer customer && customer.id.equals(id);\n    }\n\n    public String id() {',
          ],
        ],
      },
      expects: {
        kinds: [],
        inSight: ['put-two-equal-objects-into-a-hashset', 'try-the-input-nobody-wrote-a-test-for'],
        never: ['authorise-the-object-not-only-the-route'],
      },
    },
    {
      message: 'Switch off the address test until the mock is back',
      readBy: tomas,
      write: {
        'src/test/java/shop/AddressTest.java':
          'package shop;\n\nclass AddressTest {\n    @Disabled("mock is down")\n    @Test\n    void moves() {\n    }\n}\n',
      },
      expects: {
        kinds: [],
        inSight: ['check-that-the-tests-fail-when-the-code-is-wrong'],
        never: ['look-for-two-actors-on-one-state', 'name-the-cause-in-one-sentence'],
      },
    },
  ],
};

export const apps: readonly Repository[] = [webShop, oldParts, java];
