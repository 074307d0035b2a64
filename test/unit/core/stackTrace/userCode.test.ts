import assert from 'node:assert/strict';
import { isUserCode } from '../../../../src/core/stackTrace/userCode.ts';

const OURS: readonly (readonly [string, string | undefined, string?])[] = [
  ['javascript', '/work/app/src/cart.js'],
  ['javascript', 'src/internals/cart.js'],
  ['javascript', 'http://localhost:5173/src/App.tsx'],
  ['javascript', '/usr/src/app/index.js'],
  ['javascript', 'C:\\work\\app\\cart.js'],
  ['python', '/home/dev/project/library/cart.py'],
  ['java', 'Cart.java', 'com.example.Cart.total'],
  ['kotlin', 'Cart.kt', 'javaland.Cart.total'],
  ['csharp', undefined, 'Shop.Cart.Total'],
  ['csharp', '/work/app/SystemInfo.cs', 'SystemInfo.Read'],
  ['go', '/home/dev/go/src/github.com/shop/cart/cart.go', 'github.com/shop/cart.Total'],
  ['go', '/work/app/runtime/cart.go', 'example.com/shop/runtime.Total'],
  ['rust', 'src/lib.rs', 'shop::Cart::total'],
  ['ruby', 'lib/cart.rb', 'total'],
  ['php', '/var/www/html/src/Cart.php', 'Cart->total'],
  ['cpp', '/work/app/stdlib.c', 'total'],
  ['csharp', undefined, 'Player.Update'],
  ['kotlin', 'Cart.kt', 'com.androidshop.Cart.total'],
  ['dart', 'package:shop/cart.dart', 'Cart.total'],
  ['elixir', 'lib/shop/cart.ex', 'Shop.Cart.total/1'],
  ['rust', 'src/libcart/lib.rs'],
];

const FOREIGN: readonly (readonly [string, string | undefined, string?])[] = [
  ['javascript', '/work/app/node_modules/express/lib/router.js'],
  ['javascript', 'C:\\work\\app\\node_modules\\a\\b.js'],
  ['javascript', 'node:internal/modules/cjs/loader'],
  ['javascript', 'internal/modules/cjs/loader.js'],
  ['javascript', '/work/app/.yarn/cache/a.zip/a.js'],
  ['javascript', 'https://cdn.jsdelivr.net/npm/vue'],
  ['javascript', undefined, 'Array.map'],
  ['python', '/work/app/.venv/lib/python3.12/site-packages/django/core.py'],
  ['python', '/usr/lib/python3/dist-packages/requests/api.py'],
  ['python', '/home/dev/.pyenv/versions/3.13.0/lib/python3.13/json/decoder.py'],
  ['python', 'C:\\Python312\\Lib\\json\\decoder.py'],
  ['python', '<frozen importlib._bootstrap>'],
  ['python', '<string>'],
  ['java', 'ArrayList.java', 'java.util.ArrayList.get'],
  ['java', 'Assert.java', 'org.junit.Assert.fail'],
  ['kotlin', 'Collections.kt', 'kotlin.collections.CollectionsKt.first'],
  ['csharp', undefined, 'System.Linq.Enumerable.First'],
  ['csharp', '/_/src/Mvc.cs', 'Microsoft.AspNetCore.Mvc.Run'],
  ['go', '/usr/local/go/src/runtime/panic.go', 'panic'],
  ['go', '/usr/lib/go-1.19/src/testing/testing.go', 'testing.tRunner'],
  ['go', '/home/dev/go/pkg/mod/github.com/stretchr/testify@v1.8.0/assert/a.go'],
  ['go', '/opt/toolcache/go/1.23.2/x64/src/runtime/sema.go', 'sync.runtime_Semacquire'],
  ['go', '/usr/local/Cellar/go/1.15.5/libexec/src/runtime/debug/stack.go', 'runtime/debug.Stack'],
  ['javascript', '_tls_wrap.js'],
  ['go', '/work/app/vendor/github.com/a/b.go'],
  ['rust', '/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/std/src/panicking.rs'],
  ['rust', '/home/dev/.cargo/registry/src/index.crates.io-6f17d22bba15001f/anyhow-1.0.69/src/lib.rs'],
  ['rust', undefined, 'core::panicking::panic_fmt'],
  ['ruby', '/usr/lib/ruby/3.1.0/json/common.rb'],
  ['ruby', '/home/dev/.rbenv/versions/3.3.0/lib/ruby/gems/3.3.0/gems/rack-3.0/lib/rack.rb'],
  ['ruby', '<internal:kernel>'],
  ['php', '/work/app/vendor/laravel/framework/src/Kernel.php'],
  ['php', 'phar:///usr/bin/phpunit.phar/src/Runner.php'],
  ['cpp', '../sysdeps/nptl/libc_start_call_main.h', '__libc_start_call_main'],
  ['cpp', '/usr/include/c++/12/bits/stl_vector.h'],
  ['cpp', undefined, 'abort'],
  ['csharp', undefined, 'UnityEngine.GameObject.SendMessage'],
  ['csharp', 'Library/PackageCache/com.unity.ui/Runtime/A.cs', 'A.B'],
  ['java', 'AndroidBuilder.java', 'com.android.builder.core.AndroidBuilder.run'],
  ['javascript', 'http://localhost:9000/__cypress/runner/cypress_runner.js'],
  ['javascript', '/opt/electron/resources/electron.asar/common/init.js'],
  ['javascript', 'electron/js2c/browser_init.js'],
  ['dart', 'package:flutter/src/widgets/framework.dart', 'Element.update'],
  ['dart', 'dart:async/zone.dart', '_rootRun'],
  ['elixir', 'gen_server.erl', ':gen_server.loop/7'],
  ['elixir', 'deps/plug/lib/plug/conn.ex', 'Plug.Conn.send_resp/1'],
  ['rust', 'libcore/result.rs'],
  ['rust', '/cargo/git/checkouts/wap-e32a3fb79f4ccad3/fb82bb4/src/lib.rs'],
  ['cpp', 'C:\\VS\\MSBuild\\v160\\Microsoft.CppCommon.targets'],
];

describe('user code', () => {
  it('is what the project holds', () => {
    for (const [language, file, symbol] of OURS)
      assert.equal(isUserCode(language, { file, symbol }), true, `${file} ${symbol}`);
  });

  it('is not a runtime, a package, a system library or a place without a file', () => {
    for (const [language, file, symbol] of FOREIGN)
      assert.equal(isUserCode(language, { file, symbol }), false, `${file} ${symbol}`);
  });
});
