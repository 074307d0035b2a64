import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { classify } from '../../../../src/core/triage/classify.ts';
import type { Kind, Verdict } from '../../../../src/core/triage/kinds.ts';

const kindOf = (text: string, title = ''): Kind => classify({ title, text }).kind;
const signalsIn = ({ reasons, counterReasons }: Verdict): string[] =>
  [...reasons, ...counterReasons].map(({ signal }) => signal);

/** Title, text: written for these tests, one per way of saying it. */
const cases: Readonly<Record<Kind, readonly (readonly [string, string])[]>> = {
  bottleneck: [
    ['', 'FATAL ERROR: Ineffective mark-compacts near heap limit Allocation failed - JavaScript heap out of memory'],
    ['Worker restarts', 'Last State: Terminated\n  Reason: OOMKilled\n  Exit Code: 137'],
    ['The gallery lags', 'With more than a few hundred photos the scrolling gets choppy.'],
    ['Checkout became slower', 'p95 was 300 ms, since the release it is 1.4 s. The plan shows a Seq Scan on orders.'],
    ['', 'HikariPool-1 - Connection is not available, request timed out after 30000ms'],
    ['Laptop fan goes crazy', 'The tray app uses 100% CPU after a few hours.'],
    ['Unnecessary re-renders while typing', 'On every keystroke the whole list is rendered again.'],
    ['Docker image is 2 GB larger than before', 'The build takes 30 minutes now.'],
    ['Old sessions pile up', 'The table has 18 million rows by now.'],
    ['Our cloud bill is far too high', 'Most of it is traffic between zones.'],
    ['Fans spin up while I type', ''],
    ['Uses a lot of mobile data in the background', ''],
    ['Large notebooks hang', 'The whole page waits until it has loaded.'],
    ['Crash on export', 'java.lang.OutOfMemoryError: Java heap space, every time.'],
    ['Our service keeps eating memory', 'It grows by 50 MB an hour until it is restarted.'],
  ],
  glitch: [
    ['login_spec is flaky', 'It failed twice this week and passed when we reran the job.'],
    ['Upload fails now and then', 'Most of the time it works. Error: read ECONNRESET'],
    ['', 'WARNING: DATA RACE\nRead at 0x00c00001 by goroutine 8:'],
    ['Wrong order', 'Sometimes the comments come in another order, a reload fixes it.'],
    ['', 'ERROR: deadlock detected (SQLSTATE 40P01)\nDETAIL: Process 12 waits for ShareLock'],
    ['I get logged out at random', 'No pattern that I can see.'],
    ['Analysis works 20% of the time', 'Nothing in the logs.'],
    ['Door sensor drops off the network', 'It comes back after a while.'],
    ['Paged by a false alarm again', 'The site was up when I looked, and nobody had touched it.'],
    ['Workers stop consuming tasks after some time', 'A restart helps.'],
    ['Double charge', 'A few customers were charged twice, most were not.'],
    ['Results differ with the same seed', 'I ran the training twice.'],
    ['Fails some nights', 'The import at three was fine yesterday and failed today.'],
    ['Order-dependent test', 'It passes alone and fails when it runs after the others.'],
    ['', 'run 1: passed\nrun 2: failed\nrun 3: passed'],
    ['Fix flaky tests', '### User story\nWe have a few flaky tests in CI.\n### Acceptance criteria\n- They are not.'],
  ],
  broken: [
    ['', "src/a.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'."],
    ['Export button does nothing', 'I click on it and nothing happens. It worked in 2.3.'],
    [
      '',
      'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\nModuleNotFoundError: No module named \'yaml\'',
    ],
    ['Total is wrong', 'The invoice adds the discount instead of subtracting it.'],
    ['', 'npm error code ERESOLVE\nnpm error ERESOLVE unable to resolve dependency tree'],
    ['App does not start after the update', 'It closes immediately, every single time.'],
    ['', "make: *** [Makefile:12: all] Error 2\nundefined reference to `foo()'"],
  ],
  'not-a-problem': [
    [
      'Feature request: retry flaky tests',
      'It would be nice if the runner could rerun flaky tests. An option would do.',
    ],
    ['How do I change the theme?', 'I could not find it in the documentation.'],
    ['Add an option to limit memory', 'As a user I want to set the maximum, so that other programs stay fast.'],
    ['Docs: explain the slow query log', 'Please add an example of how to use it.'],
    ['Is this project still maintained?', 'The last release was in 2019. Any plans?'],
    ['Publish a performance benchmark', '- Set up a tool\n- Compare with other libraries'],
    ['Show a message instead of crashing', 'If anything goes wrong, the user should be informed gracefully.'],
    ['Log slow requests', 'It would be useful to log requests above a threshold.'],
    [
      'ci: quarantine for flaky tests',
      '## Goal\nDetect flaky tests and skip them.\n## Acceptance criteria\n- documented',
    ],
  ],
  unknown: [
    ['', ''],
    ['Hello', 'See the attachment.'],
    ['', 'Process finished with exit code 1'],
    ['Download', 'I am writing about the download.'],
  ],
};

describe('the verdict', () => {
  for (const [kind, reports] of Object.entries(cases)) {
    for (const [title, text] of reports) {
      it(`is ${kind} for "${`${title} ${text}`.trim().slice(0, 60).replaceAll('\n', ' ')}"`, () => {
        assert.equal(kindOf(text, title), kind);
      });
    }
  }

  it('shows the line that it rests on', () => {
    const { reasons } = classify({ title: 'Build', text: 'step 1 ok\nstep 2 ok\nerror[E0308]: mismatched types\n' });
    assert.deepEqual(reasons.map(({ signal, line, excerpt }) => [signal, line, excerpt])[0], [
      'compiler',
      2,
      'error[E0308]: mismatched types',
    ]);
  });

  it('names the runner-up and the evidence against', () => {
    const verdict = classify({ title: 'Sometimes very slow', text: 'The dashboard is very slow, but only sometimes.' });
    assert.equal(verdict.kind, 'bottleneck');
    assert.equal(verdict.runnerUp, 'glitch');
    assert.ok(verdict.counterReasons.every(({ kind }) => kind !== 'bottleneck') && verdict.counterReasons.length > 0);
  });

  it('takes no echoed command and no single word for evidence against', () => {
    const verdict = classify({
      text: "> shop@1.4.0 test\n\nTypeError: Cannot read properties of undefined (reading 'kind')\n",
    });
    assert.equal(verdict.kind, 'broken');
    assert.deepEqual([verdict.counterReasons, verdict.runnerUp], [[], undefined]);
  });

  it('calls what works here and not in CI a glitch', () => {
    assert.equal(classify({ title: 'works on my machine but not in CI', text: '' }).kind, 'glitch');
    assert.notEqual(classify({ title: 'works locally but never in CI', text: '' }).kind, 'glitch');
  });

  it('asks the three questions when it does not know', () => {
    const verdict = classify({ text: 'It is about the page.' });
    assert.equal(verdict.kind, 'unknown');
    assert.equal(verdict.confidence, 'low');
    assert.equal(verdict.ask.length, 3);
    assert.deepEqual(verdict.counterReasons, []);
  });

  it('asks two things once it knows', () => {
    assert.equal(classify({ text: 'java.lang.OutOfMemoryError: Java heap space' }).ask.length, 2);
  });

  it('is not sure from one soft word', () => {
    assert.notEqual(classify({ title: '', text: 'The page is broken.' }).confidence, 'high');
  });
});

describe('a signal', () => {
  it('does not see words inside identifiers', () => {
    const signals = signalsIn(classify({ text: 'RandomForest.slowPath --slow config.slow isSlow $slow' }));
    assert.ok(
      !signals.includes('slow') && !signals.includes('slow-strong') && !signals.includes('flaky'),
      signals.join(),
    );
  });

  it('does not see "down" in "download", and exit code 1 says nothing', () => {
    assert.deepEqual(signalsIn(classify({ text: 'download finished, exit code 1' })), []);
  });

  it('is cancelled by a negation', () => {
    assert.ok(!signalsIn(classify({ text: 'It was never slow.' })).includes('slow'));
    assert.ok(signalsIn(classify({ text: 'It seems slow.' })).includes('slow'));
    assert.ok(!signalsIn(classify({ text: 'There was no crash.' })).includes('reported-failure'));
  });

  it('does not read people’s words in stack frames and code', () => {
    assert.deepEqual(signalsIn(classify({ text: '    at slow (sometimes.js:1:2)\nconst slow = sometimes;' })), []);
  });

  it('is not seen in thanks, in form questions and in the steps of a recipe', () => {
    const asking = ['wish', 'question', 'request-form', 'plan', 'asking-words'];
    for (const text of [
      'Thanks for this great library, I really appreciate the work you have put into it!',
      '### What is the issue?',
      '1. Create a button and add an endpoint',
    ])
      assert.ok(!signalsIn(classify({ text })).some((signal) => asking.includes(signal)), text);
  });

  it('is not seen where the fault is only thought of', () => {
    const faults = signalsIn(
      classify({ text: 'If anything goes wrong, error handling should detect flaky failures.' }),
    );
    assert.ok(!faults.some((signal) => ['flaky', 'failure-words', 'reported-failure', 'not-working'].includes(signal)));
  });

  it('"not sure if every time" is not "every time"', () => {
    assert.ok(signalsIn(classify({ text: 'It fails every time.' })).includes('every-time'));
    assert.ok(!signalsIn(classify({ text: 'Not sure if it fails every time.' })).includes('every-time'));
  });

  it('does not take a sentence for code because it starts with a keyword', () => {
    assert.ok(signalsIn(classify({ text: 'Using the defaults (see below) it is flaky' })).includes('flaky'));
    assert.ok(signalsIn(classify({ text: 'Return to the page: it is very slow' })).includes('slow-strong'));
  });

  it('counts half in pasted output', () => {
    const [said] = classify({ text: 'the disk seems slow' }).reasons;
    const [pasted] = classify({ text: '```\nthe disk seems slow\n```' }).reasons;
    assert.equal(said?.signal, 'slow');
    assert.equal(pasted?.signal, 'slow');
    assert.equal(pasted.weight, said.weight / 2);
  });

  it('counts more in the title', () => {
    const [reason] = classify({ title: 'deadlock', text: '' }).reasons;
    assert.equal(reason?.line, -1);
    assert.equal(reason?.excerpt, 'deadlock');
    assert.equal(reason?.weight, 6);
  });

  it('"every time" lowers glitch', () => {
    const verdict = classify({ title: 'Upload crashes', text: 'It crashes every single time, 100% reproducible.' });
    assert.equal(verdict.kind, 'broken');
    assert.ok(verdict.counterReasons.some(({ signal, weight }) => signal === 'always' && weight < 0));
  });

  it('does not come from template text', () => {
    assert.equal(kindOf('<!-- Is it slow? Does it crash sometimes? -->\n- [ ] It is flaky\n'), 'unknown');
  });

  it('is found at the end of a long log that is full of near misses', () => {
    const noise = 'memory ok, test error at time 12, heap fine\n'.repeat(20_000);
    const { reasons } = classify({ text: `${noise}java.lang.OutOfMemoryError: Java heap space` });
    assert.ok(reasons.some(({ signal, line }) => signal === 'out-of-memory' && line === 20_000));
  });
});

describe('flags', () => {
  it('are raised by words about security and lost data, whatever the kind', () => {
    const { flags } = classify({ title: 'API key leaked in the log', text: 'Since then\nall my notes were deleted.' });
    assert.deepEqual(
      flags.map(({ kind, line }) => [kind, line]),
      [
        ['security', -1],
        ['data-loss', 1],
      ],
    );
  });

  it('are absent otherwise', () => {
    assert.deepEqual(classify({ title: 'The list is slow', text: 'It takes 4 s.' }).flags, []);
  });

  const isSecurity = (title: string): boolean =>
    classify({ title, text: '' }).flags.some(({ kind }) => kind === 'security');

  it('are raised when people see what belongs to others, whichever way it is said', () => {
    for (const title of [
      'customers see invoices of other customers since the 14:00 deploy',
      'Users can see the orders of another user',
      'I see the bank details of a different customer in my account',
      'The portal shows documents from other tenants',
      'After the login I got the profile of someone else',
      "Customer sees another customer's invoices",
      'Guests should not be able to see bookings of other guests',
    ])
      assert.ok(isSecurity(title), title);
  });

  it('are not raised by what only sounds like it', () => {
    for (const title of [
      'I see that the orders of other customers are fine',
      'We see orders from other customers arrive in time',
      'Admins want to see invoices of other users',
      'As a manager I would like to see the orders of other users',
      'Support cannot see invoices of other customers any more',
      'The list shows the number of other customers',
      'I see reports of other people with the same problem',
      'Customers see their own invoices, and so do other customers',
    ])
      assert.ok(!isSecurity(title), title);
  });
});

describe('any report at all', () => {
  const word = fc.constantFrom(
    ...'slow sometimes error crash please add option test flaky memory leak not never every time İ ﬁ 💥 \ud800 \udfff ``` <!-- --> ~~~ \n \r\n \t TypeError: at(x:1:2) exit code 137 OOMKilled ’ # - [ ] ?'.split(
      ' ',
    ),
  );
  const report = fc.record({
    title: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    ),
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(word, { maxLength: 120 }).map((words) => words.join(' ')),
    ),
  });

  it('gets a verdict, the same each time', () => {
    fc.assert(
      fc.property(report, (any) => assert.deepEqual(classify(any), classify({ ...any }))),
      { numRuns: 150 },
    );
  });

  it('has its excerpts on the lines that are named', () => {
    fc.assert(
      fc.property(report, ({ title, text }) => {
        const verdict = classify({ title, text });
        const lines = text.split('\n');
        for (const { line, excerpt } of [...verdict.reasons, ...verdict.counterReasons, ...verdict.flags]) {
          const source = line === -1 ? title : lines[line];
          assert.ok(source?.includes(excerpt), `${line}: ${excerpt}`);
          assert.ok(excerpt.length > 0 && excerpt.length <= 200);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('may be one line of a million characters, an open comment, or nothing but fences', () => {
    for (const part of ['slow error {"a": 1} ', '<!-- ', '~~~\n', '```\n', '\ud800', 'not not not ']) {
      const text = part.repeat(Math.ceil(1_000_000 / part.length));
      const start = performance.now();
      classify({ text });
      assert.ok(performance.now() - start < 1500, part);
    }
  }).timeout(10_000);
});
