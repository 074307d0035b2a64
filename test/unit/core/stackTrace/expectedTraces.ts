/**
 * What the fixtures say, read by a person: one line per trace (see summary.ts). The places agree with the FAULT marks in the programs,
 * which another test checks.
 */
export const expectedTraces: Readonly<Record<string, readonly string[]>> = {
  'browser/chromium': [
    "javascript | TypeError: Cannot read properties of null (reading 'amount') | 4 | http://localhost:5173/assets/page.js:6:57",
    "javascript | TypeError: Cannot read properties of null (reading 'amount') | 4 | http://localhost:5173/assets/page.js:6:57",
  ],
  'browser/firefox': [
    'javascript | TypeError: can\'t access property "amount", item.price is null | 3 | http://localhost:5174/assets/page.js:6:46 total/<',
    'javascript | TypeError: can\'t access property "amount", item.price is null | 3 | http://localhost:5174/assets/page.js:6:46 total/<',
  ],
  'browser/javascriptCore': [
    "javascript | TypeError: null is not an object (evaluating 'item.price.amount') | 3 | /work/app/page.js:6:56",
    "javascript | TypeError: null is not an object (evaluating 'item.price.amount') | 3 | /work/app/page.js:6:56",
  ],
  'csharp/async': [
    'csharp | System.AggregateException: One or more errors occurred. (row 7 timed out) (row 8 timed  | 4 | /work/app/Async.cs:21 Program.Main [cause csharp | System.TimeoutException: row 7 timed out | 2 | /work/app/Async.cs:9 Program.Read] [member csharp | System.TimeoutException: row 8 timed out | 2 | /work/app/Async.cs:9 Program.Read]',
    'csharp | System.TimeoutException: row 9 timed out | 3 | /work/app/Async.cs:9 Program.Read',
  ],
  'csharp/chained': [
    "csharp | System.Exception: nightly job failed | 1 | /work/app/Chained.cs:38 Shop.Program.Main [cause csharp | System.InvalidOperationException: cannot price the cart | 2 | /work/app/Chained.cs:23 Shop.Cart.Total[T]] [cause csharp | System.Collections.Generic.KeyNotFoundException: The given key 'pen' was not present in the dictionary. | 3 | /work/app/Chained.cs:12 Shop.Cart.PriceOf]",
  ],
  'csharp/mcs': ["csharp/csc | CS0103: The name `Missing' does not exist in the current context | 1 | Wrong.cs:5:16"],
  'csharp/noSymbols': [
    "csharp | System.Exception: nightly job failed | 1 | Shop.Program.Main [cause csharp | System.InvalidOperationException: cannot price the cart | 2 | Shop.Cart.Total[T]] [cause csharp | System.Collections.Generic.KeyNotFoundException: The given key 'pen' was not present in the dictionary. | 3 | Shop.Cart.PriceOf]",
  ],
  'go/allGoroutines': [
    'go | panic: assignment to entry in nil map | 2 | /work/app/nilmap/main.go:10 main.(*cart).add [related go | goroutine: goroutine  [chan receive] | 2 | /work/app/nilmap/main.go:15 main.main.func1]',
  ],
  'go/broken': [
    'go/go | imported and not used: "os" | 1 | broken/main.go:3:8',
    'go/go | undefined: price | 1 | broken/main.go:6:11',
    'go/go | too many return values | 1 | broken/main.go:7:9',
  ],
  'go/deadlock': [
    'go | fatal error: all goroutines are asleep - deadlock! | 3 | /work/app/deadlock/main.go:13 main.main [related go | goroutine: goroutine  [chan send] | 2 | /work/app/deadlock/main.go:10 main.main.func1]',
  ],
  'go/nilmap': ['go | panic: assignment to entry in nil map | 2 | /work/app/nilmap/main.go:10 main.(*cart).add'],
  'go/race': [
    'go | DATA RACE: Read at 0x by goroutine  | 2 | /work/app/race/main.go:11 main.(*counter).bump [related go | Previous write at 0x by goroutine  | 2 | /work/app/race/main.go:11 main.(*counter).bump] [related go | Goroutine  (running) created at | 1 | /work/app/race/main.go:19 main.main] [related go | Goroutine  (finished) created at | 1 | /work/app/race/main.go:19 main.main]',
  ],
  'go/recovered': [
    'go | panic: list is damaged | 4 | /work/app/recovered/main.go:14 main.main.func1 [cause go | panic: runtime error: invalid memory address or nil pointer derefer | 2 | /work/app/recovered/main.go:8 main.last]',
  ],
  'go/testify': ['go/go test | Not equal: <TestNames> | 1 | /work/app/testify/cart_test.go:10 TestNames'],
  'go/tests': [
    'go/go test | total = 2, want 3 <TestTotal> | 1 | cart_test.go:11 TestTotal',
    'go/go test | stops here <TestTotal/sub_test> | 1 | cart_test.go:13 TestTotal/sub_test',
    'go | panic: runtime error: index out of range [3] with length 1 | 7 | /work/app/tests/cart_test.go:6 example.com/shop/tests.total',
  ],
  'go/vet': ['go/go | fmt.Printf format %d has arg "pen" of wrong type string | 1 | vet/main.go:6:2'],
  'javascript/aggregate': [
    'javascript | AggregateError: All promises were rejected | 0 | - [member javascript | Error: no answer from a.example | 3 | /work/app/aggregate.mjs:3:9 ping] [member javascript | Error: no answer from b.example | 3 | /work/app/aggregate.mjs:3:9 ping]',
  ],
  'javascript/assertion': [
    'javascript | AssertionError: Expected values to be strictly deep-equal: | 9 | /work/app/assertion.js:4:10 check',
  ],
  'javascript/asyncCause': [
    'javascript | Error: cannot load order | 4 | /work/app/asyncCause.mjs:10:11 loadOrder [cause javascript | RangeError: row 42 is outside the page | 5 | /work/app/asyncCause.mjs:3:9 readRow]',
  ],
  'javascript/evalCode': [
    'javascript | ReferenceError: undefinedName is not defined | 10 | /work/app/evalCode.js:2:10 eval',
  ],
  'javascript/fileUrl': ['javascript | TypeError: no template | 5 | /work/app/with space/päge.mjs:2:9 render'],
  'javascript/heap': [
    'javascript | FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out o | 15 | -',
  ],
  'javascript/missingModule': [
    "javascript | Error: Cannot find module './lib/doesNotExist' | 10 | /work/app/missingModule.js:1:1 Object.<anonymous>",
  ],
  'javascript/multiLineMessage': [
    'javascript | ValidationError: order is not valid: | 9 | /work/app/multiLineMessage.js:10:9 validate',
  ],
  'javascript/rejection': [
    'javascript | UnhandledPromiseRejection: This error originated either by throwing inside of an async  | 3 | -',
  ],
  'javascript/syntax': ["javascript | SyntaxError: Unexpected token ';' | 9 | /work/app/syntax.js:1"],
  'javascript/throwSync': [
    "javascript | TypeError: Cannot read properties of undefined (reading 'map') | 10 | /work/app/throwSync.js:2:22 priceOf",
  ],
  'javascript/webpackEval': ['javascript | SyntaxError: cannot parse {"total": } | 10 | bundled/parse.js:6:34 parse'],
  'javascript/webpackSourceMap': [
    'javascript | SyntaxError: cannot parse {"total": } | 10 | bundled/parse.js:2:1 parse',
  ],
  'jvm/chained': [
    'java | java.lang.RuntimeException: nightly job failed | 1 | Chained.java:36 shop.Chained.main [cause java | shop.Chained$OrderException: cannot price [pen, ink] | 2 | Chained.java:28 shop.Chained.total] [cause java | java.lang.NullPointerException: Cannot invoke "java.lang.Integer.intValue()" because the ret | 11 | Chained.java:21 shop.Chained.priceOf [suppressed java | java.lang.IllegalStateException: connection: close failed | 2 | Chained.java:16 shop.Chained$Connection.close]]',
  ],
  'jvm/javac': [
    'java/javac | cannot find symbol: method missing() | 1 | shop/Wrong.java:5',
    'java/javac | incompatible types: String cannot be converted to int | 1 | shop/Wrong.java:6',
  ],
  'jvm/junit': [
    'java/junit | java.lang.AssertionError: total expected:<3> but was:<2> <totalCountsPrices(shop.CartTest)> | 4 | CartTest.java:10 shop.CartTest.totalCountsPrices',
    'java/junit | java.lang.NullPointerException: Cannot invoke "String.length()" because "name" is null <namesAreRead(shop.CartTest)> | 1 | CartTest.java:16 shop.CartTest.namesAreRead',
  ],
  'jvm/kotlin': [
    'kotlin | java.lang.IllegalStateException: no total | 2 | Cart.kt:13 shop.CartKt.main [cause kotlin | kotlin.KotlinNullPointerException | 3 | Cart.kt:4 shop.Cart.priceOf]',
  ],
  'jvm/kotlinc': ['kotlin/kotlinc | type mismatch: inferred type is String but Int was expected | 1 | Wrong.kt:1:20'],
  'jvm/overflow': ['java | java.lang.StackOverflowError | 40 | Overflow.java:5 shop.Overflow.depth'],
  'jvm/reflective': [
    'java | java.lang.reflect.InvocationTargetException | 5 | Reflective.java:9 shop.Reflective.main [cause java | java.lang.NumberFormatException: For input string: "12 monkeys" | 4 | Reflective.java:5 shop.Reflective.parse]',
  ],
  'jvm/threadDump': [
    'java | thread: main | 2 | Deadlock.java:26 shop.Deadlock.main',
    'java | thread: Reference Handler | 3 | -',
    'java | thread: Finalizer | 4 | -',
    'java | thread: Common-Cleaner | 5 | -',
    'java | blocked thread: transfer-1 | 4 | Deadlock.java:12 shop.Deadlock.take',
    'java | blocked thread: transfer-2 | 4 | Deadlock.java:12 shop.Deadlock.take',
    'java | thread: transfer-1 | 4 | Deadlock.java:12 shop.Deadlock.take',
    'java | thread: transfer-2 | 4 | Deadlock.java:12 shop.Deadlock.take',
  ],
  'native/asanClang': [
    'cpp/AddressSanitizer | heap-use-after-free: heap-use-after-free on address 0x at pc 0x bp 0x sp 0x | 5 | /work/app/freed.c:5:10 read_first [related cpp | freed by thread T0 here | 4 | /work/app/freed.c:9:3 release] [related cpp | previously allocated by thread T0 here | 3 | /work/app/freed.c:13:17 main]',
  ],
  'native/asanGcc': [
    'cpp/AddressSanitizer | heap-use-after-free: heap-use-after-free on address 0x at pc 0x bp 0x sp 0x | 5 | /work/app/freed.c:5 read_first [related cpp | freed by thread T0 here | 4 | /work/app/freed.c:9 release] [related cpp | previously allocated by thread T0 here | 3 | /work/app/freed.c:13 main]',
  ],
  'native/asanSegv': [
    'cpp/AddressSanitizer | SEGV: SEGV on unknown address 0x (pc 0x bp 0x sp 0x T0) | 5 | /work/app/crash.c:10 second',
  ],
  'native/asserts': ['cpp | SIGABRT: Assertion \'value % 2 == 0 && "even"\' failed | 1 | asserts.c:4 half'],
  'native/clang': [
    "c/cc | use of undeclared identifier 'c' | 1 | wrong.c:4:14",
    'c/cc | too few arguments to function call, expected 2, have 1 | 2 | wrong.c:8:25',
  ],
  'native/doubleFree': ['cpp | SIGABRT: free(): double free detected in tcache 2 | 0 | -'],
  'native/gcc': [
    'c/cc | ‘c’ undeclared (first use in this function) | 1 | wrong.c:4:14',
    'c/cc | too few arguments to function ‘total’ | 2 | wrong.c:8:18',
  ],
  'native/gccColour': [
    'c/cc | ‘c’ undeclared (first use in this function) | 1 | wrong.c:4:14',
    'c/cc | too few arguments to function ‘total’ | 2 | wrong.c:8:18',
  ],
  'native/gdb': ['cpp/gdb | SIGSEGV: Segmentation fault | 2 | crash.c:10 second'],
  'native/gdbAbort': ['cpp/gdb | std::out_of_range: no price for pen | 10 | throws.cpp:9 shop::Cart::priceOf'],
  'native/gpp': [
    'cpp/c++ | no matching function for call to ‘std::vector<int>::push_bac | 5 | wrong.cpp:6:19',
    'cpp/c++ | ‘missing’ was not declared in this scope | 1 | wrong.cpp:7:10',
  ],
  'native/linker': ["c/ld | undefined reference to `price' | 1 | /work/app/undefined.c:4"],
  'native/lsan': ['cpp/LeakSanitizer | memory leaks: detected memory leaks | 4 | /work/app/leak.c:4 make'],
  'native/missingHeader': ['c/cc | notThere.h: No such file or directory | 1 | missingHeader.c:1:10'],
  'native/terminate': ['cpp | std::out_of_range: no price for pen | 0 | -'],
  'native/tsan': [
    'cpp/ThreadSanitizer | data race: data race | 1 | /work/app/race.c:7 bump [related cpp | Previous write of size 4 at 0x by thread T1 | 1 | /work/app/race.c:7 bump] [related cpp | Thread T2 (tid=, running) created by main thread at | 2 | /work/app/race.c:14 main] [related cpp | Thread T1 (tid=, finished) created by main thread at | 2 | /work/app/race.c:13 main]',
  ],
  'native/ubsan': [
    'cpp/UndefinedBehaviorSanitizer | undefined-behavior: signed integer overflow: 2147483647 + 1 cannot be represente | 1 | /work/app/overflow.c:5:16',
  ],
  'native/ubsanTrace': [
    'cpp/UndefinedBehaviorSanitizer | undefined-behavior: signed integer overflow: 2147483647 + 1 cannot be represente | 5 | /work/app/overflow.c:5:16 next',
  ],
  'native/valgrind': [
    "cpp/valgrind | Invalid read of size 4 | 2 | freed.c:5 read_first [related cpp | Address 0x is 0 bytes inside a block of size 16 free'd | 3 | freed.c:9 release] [related cpp | Block was alloc'd at | 2 | freed.c:13 main]",
  ],
  'php/chained': [
    "php | RuntimeException: cannot price the cart | 2 | /work/app/chained.php:17 Shop\\Cart->total [cause php | OutOfBoundsException: no price for 'pen' | 5 | /work/app/chained.php:9 Shop\\Cart->priceOf]",
  ],
  'php/chainedLog': [
    "php | RuntimeException: cannot price the cart | 2 | /work/app/chained.php:17 Shop\\Cart->total [cause php | OutOfBoundsException: no price for 'pen' | 5 | /work/app/chained.php:9 Shop\\Cart->priceOf]",
  ],
  'php/memory': [
    'php | Fatal error: Allowed memory size of 4194304 bytes exhausted (tried to all | 1 | /work/app/memory.php:5',
  ],
  'php/phpunit': [
    'php/phpunit | LogicException: no price <CartTest::testNeedsPrices> | 4 | /work/app/CartTest.php:14',
    'php/phpunit | PHPUnit\\Framework\\ExpectationFailedException: Failed asserting that 2 is identical to 3. <CartTest::testCountsPrices> | 1 | /work/app/CartTest.php:19',
  ],
  'php/syntax': ['php | Parse error: syntax error, unexpected token ";", expecting "]" | 1 | syntax.php:2'],
  'php/typeError': [
    'php | TypeError: area(): Argument #1 ($width) must be of type int, string giv | 2 | /work/app/typeError.php:2 area',
  ],
  'python/chained': [
    "python | RuntimeError: nightly job failed | 2 | /work/app/chained.py:20 main [cause python | OrderError: no order A-17 | 2 | /work/app/chained.py:13 load] [cause python | KeyError: 'A-17' | 2 | /work/app/chained.py:6 fetch]",
  ],
  'python/fatal': ['python | Fatal Python error: Segmentation fault | 3 | /work/app/fatal.py:8 crash'],
  'python/fixture': ['python/pytest | RuntimeError: no database <test_rows> | 1 | conftest.py:6 database'],
  'python/group': [
    "python | ExceptionGroup: two steps failed (2 sub-exceptions) | 2 | /work/app/group.py:19 main [member python | ValueError: first is wrong | 2 | /work/app/group.py:2 first] [member python | ExceptionGroup: nested (1 sub-exception) | 0 | - [member python | TypeError: second is wrong | 2 | /work/app/group.py:9 second [cause python | KeyError: 'x' | 1 | /work/app/group.py:7 second]]]",
  ],
  'python/importsBroken': ['python | SyntaxError: invalid syntax | 2 | /work/app/syntax.py:1'],
  'python/library': [
    'python | json.decoder.JSONDecodeError: Expecting value: line 1 column 11 (char 10) | 5 | /work/app/library.py:5 parse',
  ],
  'python/multiLine': ['python | ConnectionError: queue refused 2 rows | 2 | /work/app/multiLine.py:8 send'],
  'python/pytest': [
    'python/pytest | AssertionError: assert 2 == 3 <test_total_counts_prices> | 1 | test_cart.py:9 test_total_counts_prices',
    "python/pytest | KeyError: 'price' <test_total_needs_prices> | 3 | test_cart.py:5",
    "python/pytest | AssertionError: {'a': 1} != {'a': 2} <CartTest.test_difference> | 1 | test_cart.py:18 test_difference",
  ],
  'python/pytestColour': [
    'python/pytest | AssertionError: assert 2 == 3 <test_total_counts_prices> | 1 | test_cart.py:9 test_total_counts_prices',
    "python/pytest | KeyError: 'price' <test_total_needs_prices> | 3 | test_cart.py:5",
    "python/pytest | AssertionError: {'a': 1} != {'a': 2} <CartTest.test_difference> | 1 | test_cart.py:18 test_difference",
  ],
  'python/pytestLine': [
    'python/pytest | AssertionError: assert 2 == 3 | 1 | /work/app/test_cart.py:9',
    "python/pytest | KeyError: 'price' | 1 | /work/app/test_cart.py:5",
    "python/pytest | AssertionError: {'a': 1} != {'a': 2} | 1 | -",
  ],
  'python/pytestNative': [
    'python | AssertionError: assert 2 == 3 | 24 | /work/app/test_cart.py:9 test_total_counts_prices',
    "python | KeyError: 'price' | 26 | /work/app/test_cart.py:5 <genexpr>",
    "python | AssertionError: {'a': 1} != {'a': 2} | 7 | /work/app/test_cart.py:18 test_difference",
  ],
  'python/pytestShort': [
    'python/pytest | AssertionError: assert 2 == 3 <test_total_counts_prices> | 1 | test_cart.py:9 test_total_counts_prices',
    "python/pytest | KeyError: 'price' <test_total_needs_prices> | 3 | test_cart.py:5 <genexpr>",
    "python/pytest | AssertionError: {'a': 1} != {'a': 2} <CartTest.test_difference> | 1 | test_cart.py:18 test_difference",
  ],
  'python/recursion': [
    'python | RecursionError: maximum recursion depth exceeded | 4 | /work/app/recursion.py:2 count',
  ],
  'python/simple': ['python | ZeroDivisionError: division by zero | 3 | /work/app/simple.py:10 average'],
  'python/simple38': ['python | ZeroDivisionError: division by zero | 3 | simple.py:10 average'],
  'python/syntax': ['python | SyntaxError: invalid syntax | 1 | /work/app/syntax.py:1'],
  'python/unittest': ["python | AssertionError: {'a': 1} != {'a': 2} | 1 | /work/app/test_cart.py:18 test_difference"],
  'ruby/chained': [
    'ruby | OrderError: cannot price the cart | 3 | chained.rb:11 rescue in total [cause ruby | KeyError: key not found: "pen" | 6 | chained.rb:5 fetch]',
  ],
  'ruby/chained34': [
    'ruby | OrderError: cannot price the cart | 5 | /work/app/chained.rb:11 Cart#total [cause ruby | KeyError: key not found: "pen" | 9 | /work/app/chained.rb:5 Hash#fetch]',
  ],
  'ruby/library': ['ruby | JSON::ParserError: 859: unexpected token at \'{"total": }\' | 4 | library.rb:4 parse'],
  'ruby/library34': [
    'ruby | JSON::ParserError: unexpected token at \'{"total": }\' | 7 | /work/app/library.rb:4 Object#parse',
  ],
  'ruby/minitest': [
    'ruby/minitest | Minitest::Assertion: Expected: 3 <CartTest#test_counts_prices> | 1 | cart_test.rb:9 CartTest#test_counts_prices',
    'ruby/minitest | KeyError: key not found: :price <CartTest#test_needs_prices> | 5 | cart_test.rb:5 fetch',
  ],
  'ruby/noMethod': ["ruby | NoMethodError: undefined method `width' for nil:NilClass | 4 | noMethod.rb:2 area"],
  'ruby/noMethod34': [
    "ruby | NoMethodError: undefined method 'width' for nil | 7 | /work/app/noMethod.rb:2 Object#area",
  ],
  'ruby/rspec': [
    'ruby/rspec | RSpec::Expectations::ExpectationNotMetError: expected: 3 <Cart counts prices> | 1 | spec/cart_spec.rb:7 block (2 levels) in <top (required)>',
    'ruby/rspec | KeyError: key not found: :price <Cart needs prices> | 5 | spec/cart_spec.rb:2 fetch',
  ],
  'ruby/syntax': ["ruby/ruby | syntax error, unexpected integer literal, expecting ')' | 1 | syntax.rb:2"],
  'rust/backtrace': [
    'rust | panic: index out of bounds: the len is 2 but the index is 2 | 16 | src/lib.rs:7:20 shop::Cart::price',
  ],
  'rust/fullBacktrace': [
    'rust | panic: index out of bounds: the len is 2 but the index is 2 | 46 | /work/app/src/lib.rs:7:20 shop::Cart::price',
  ],
  'rust/panics': ['rust | panic: index out of bounds: the len is 2 but the index is 2 | 1 | src/lib.rs:7:20'],
  'rust/rustc': [
    'rust/rustc | E0308: mismatched types | 1 | broken/main.rs:2:5',
    'rust/rustc | E0382: borrow of moved value: `prices` | 2 | broken/main.rs:8:22',
  ],
  'rust/rustcColour': [
    'rust/rustc | E0308: mismatched types | 1 | broken/main.rs:2:5',
    'rust/rustc | E0382: borrow of moved value: `prices` | 2 | broken/main.rs:8:22',
  ],
  'rust/tests': [
    'rust/cargo test | panic: assertion `left == right` failed: total of [1, 2, 3] <tests::counts_prices> | 1 | src/lib.rs:22:9',
  ],
  'rust/testsBacktrace': [
    'rust/cargo test | panic: assertion `left == right` failed: total of [1, 2, 3] <tests::counts_prices> | 8 | src/lib.rs:22:9 shop::tests::counts_prices',
  ],
  'rust/threads': [
    'rust | panic: port is a number: ParseIntError { kind: InvalidDigit } | 1 | src/bin/threads.rs:6:18',
    'rust | panic: called `Result::unwrap()` on an `Err` value: Any { .. } | 1 | src/bin/threads.rs:9:19',
  ],
  'tools/bash': ['shellscript/bash | no_such_command: command not found | 1 | script.sh:3'],
  'tools/esbuild': ['typescript/esbuild | Could not resolve "./notThere" | 1 | badImport.ts:1:21'],
  'tools/eslint': [
    'javascript/eslint | no-var: Unexpected var, use let or const instead | 1 | /work/app/lint.js:2:3',
    "javascript/eslint | no-undef: 'itemz' is not defined | 1 | /work/app/lint.js:3:10",
  ],
  'tools/eslintColour': [
    'javascript/eslint | no-var: Unexpected var, use let or const instead | 1 | /work/app/lint.js:2:3',
    "javascript/eslint | no-undef: 'itemz' is not defined | 1 | /work/app/lint.js:3:10",
  ],
  'tools/jest': [
    'javascript/jest | expect(received).toBe(expected) // Object.is equality <cart › counts prices> | 1 | jest.test.js:5:47 Object.toBe',
    "javascript/jest | TypeError: Cannot read properties of undefined (reading 'amount') <cart › needs prices> | 4 | cart.js:2:55 amount",
    'javascript/jest | expect(received).toEqual(expected) // deep equality <cart › matches> | 1 | jest.test.js:13:40 Object.toEqual',
    'javascript/jest | thrown: "Exceeded timeout of 50 ms for a test. <cart › ends in time> | 2 | - [cause javascript | thrown: "Exceeded timeout of 50 ms for a test. | 2 | jest.test.js:16:3 test]',
  ],
  'tools/jestColour': [
    'javascript/jest | expect(received).toBe(expected) // Object.is equality <cart › counts prices> | 1 | jest.test.js:5:47 Object.toBe',
    "javascript/jest | TypeError: Cannot read properties of undefined (reading 'amount') <cart › needs prices> | 4 | cart.js:2:55 amount",
    'javascript/jest | expect(received).toEqual(expected) // deep equality <cart › matches> | 1 | jest.test.js:13:40 Object.toEqual',
    'javascript/jest | thrown: "Exceeded timeout of 50 ms for a test. <cart › ends in time> | 2 | - [cause javascript | thrown: "Exceeded timeout of 50 ms for a test. | 2 | jest.test.js:16:3 test]',
  ],
  'tools/mocha': [
    'javascript/mocha | AssertionError: Expected values to be strictly equal: <cart total counts prices> | 2 | mocha.spec.js:7:14 Context.<anonymous>',
    "javascript/mocha | TypeError: Cannot read properties of undefined (reading 'amount') <cart total needs prices> | 4 | /work/app/cart.js:2:55",
    'javascript/mocha | Error: Timeout of 20ms exceeded. For async tests and hooks, ensure  <cart total ends in time> | 2 | -',
  ],
  'tools/nodeTest': [
    'javascript/node:test | AssertionError: Expected values to be strictly equal: <counts prices> | 10 | /work/app/node.test.mjs:7:12 TestContext.<anonymous>',
    "javascript/node:test | TypeError: Cannot read properties of undefined (reading 'amount') <needs prices> | 10 | /work/app/cart.js:2:55",
  ],
  'tools/nodeTestTap': [
    'javascript/node:test | AssertionError: Expected values to be strictly equal: <counts prices> | 10 | /work/app/node.test.mjs:7:12 TestContext.<anonymous>',
    "javascript/node:test | TypeError: Cannot read properties of undefined (reading 'amount') <needs prices> | 10 | /work/app/cart.js:2:55",
  ],
  'tools/tsc': [
    "typescript/tsc | TS2551: Property 'lins' does not exist on type 'Order'. Did you mean | 1 | wrong.ts:6:16",
    "typescript/tsc | TS2322: Type 'number' is not assignable to type 'string'. | 1 | wrong.ts:9:32",
  ],
  'tools/tscPretty': [
    "typescript/tsc | TS2551: Property 'lins' does not exist on type 'Order'. Did you mean | 1 | wrong.ts:6:16",
    "typescript/tsc | TS2322: Type 'number' is not assignable to type 'string'. | 1 | wrong.ts:9:32",
  ],
  'tools/vitest': [
    'javascript/vitest | AssertionError: expected 2 to be 3 // Object.is equality <vitest.test.ts > cart > counts prices> | 1 | vitest.test.ts:6:52',
    "javascript/vitest | TypeError: Cannot read properties of undefined (reading 'amount') <vitest.test.ts > cart > needs prices> | 3 | cart.js:2:55",
  ],
  'tools/vitestColour': [
    'javascript/vitest | AssertionError: expected 2 to be 3 // Object.is equality <vitest.test.ts > cart > counts prices> | 1 | vitest.test.ts:6:52',
    "javascript/vitest | TypeError: Cannot read properties of undefined (reading 'amount') <vitest.test.ts > cart > needs prices> | 3 | cart.js:2:55",
  ],
  'tools/webpack': [
    "javascript/webpack | Module not found: Error: Can't resolve './notThere' in '/wor | 1 | badImport.js:1:1",
  ],
};
