import assert from 'node:assert/strict';
import { parseStackTraces } from '../../../../src/core/stackTrace/parse.ts';
import { summaryOf } from './summary.ts';

const read = (...lines: string[]): string[] => parseStackTraces(lines.join('\n')).map(summaryOf);

describe('an error with lines of one shape below', () => {
  it('is read in the console of Unity', () => {
    assert.deepEqual(
      read(
        'NullReferenceException: Object reference not set',
        'UnityEngine.UI.Selectable.Select () (at C:/build/UI/Selectable.cs:617)',
        'Shop.Gui.Open (System.Int32 page) (at Assets/Scripts/Gui.cs:116)',
      ),
      ['csharp/Unity | NullReferenceException: Object reference not set | 2 | Assets/Scripts/Gui.cs:116 Shop.Gui.Open'],
    );
  });

  it('is read in the log of a Flutter app', () => {
    assert.deepEqual(
      read(
        'I/flutter (23635): The following assertion was thrown building Cart(dirty):',
        "I/flutter (23635): 'package:shop/src/cart.dart': Failed assertion: line 78: 'total != null': is not",
        'I/flutter (23635): true.',
        'I/flutter (23635): When the exception was thrown, this was the stack:',
        'I/flutter (23635): #2      Cart.build (package:shop/src/cart.dart:78:5)',
        'I/flutter (23635): #3      Element.update (package:flutter/src/widgets/framework.dart:46)',
      ),
      ["dart | Failed assertion: line 78: 'total != null': is not | 2 | package:shop/src/cart.dart:78:5 Cart.build"],
    );
  });

  it('is read from Elixir, with and without its application', () => {
    for (const app of ['', '(shop 0.1.0) '])
      assert.deepEqual(
        read(
          '18:02:11.123 [error] GenServer Shop.Cart terminating',
          '** (FunctionClauseError) no function clause matching in Shop.Cart.total/1',
          `    ${app}lib/shop/cart.ex:148: Shop.Cart.total({:ok, 7})`,
          '    (stdlib 3.17) gen_server.erl:721: :gen_server.try_handle_call/4',
        ),
        [
          'elixir | FunctionClauseError: no function clause matching in Shop.Cart.total/1 | 2 | lib/shop/cart.ex:148 Shop.Cart.total',
        ],
      );
  });

  it("is read from Safari's console and from React's component stack", () => {
    assert.deepEqual(read('[Error] TypeError: undefined is not an object', '\ttotal (cart.js, line 99)'), [
      'javascript | TypeError: undefined is not an object | 1 | cart.js:99 total',
    ]);
    assert.deepEqual(
      read(
        'Warning: Each child should have a key.',
        '    in div (at Cart.js:145)',
        '    in Cart (created by App)',
        '    in App (at src/index.js:27)',
      ),
      ['javascript/react | Each child should have a key. | 2 | Cart.js:145 div'],
    );
  });

  it('is read from Terraform, behind its bar', () => {
    assert.deepEqual(
      read(
        "│ Error: couldn't find resource",
        '│',
        '│   with aws_instance.shop,',
        '│   on main.tf line 19, in resource "a" "b":',
      ),
      ['terraform/terraform | couldn\'t find resource | 1 | main.tf:19 resource "a" "b"'],
    );
  });

  it('is not made of such lines alone', () => {
    assert.deepEqual(read('All is well', '\ttotal (cart.js, line 99)'), []);
    assert.deepEqual(read('We ran it', '  on main.tf line 19, in resource "a" "b":'), []);
    assert.deepEqual(read('Loaded', 'Shop.Gui.Open () (at Assets/Scripts/Gui.cs:116)'), []);
  });
});

describe('CMake', () => {
  it('says its message below, and who called', () => {
    assert.deepEqual(
      read(
        'CMake Error at /usr/share/cmake/Modules/FindPkgConfig.cmake:607 (message):',
        '  A required package was not found',
        'Call Stack (most recent call first):',
        '  lib/CMakeLists.txt:10 (pkg_check_modules)',
        '',
        '',
        '-- Configuring incomplete, errors occurred!',
      ),
      ['cmake/cmake | A required package was not found | 2 | lib/CMakeLists.txt:10 pkg_check_modules'],
    );
  });
});

describe('Python that lost something', () => {
  it('is read without the first line and without indentation', () => {
    assert.deepEqual(
      read(
        'File "/work/app/cart.py", line 15, in __init__',
        'self.total(source)',
        'File "/usr/lib/python3/dist-packages/requests/adapters.py", line 516, in send',
        'raise ConnectionError(e)',
        'requests.exceptions.ConnectionError: refused',
      ),
      ['python | requests.exceptions.ConnectionError: refused | 2 | /work/app/cart.py:15 __init__'],
    );
  });

  it('keeps its error when the caret line is blank', () => {
    assert.deepEqual(
      read(
        'Traceback (most recent call last):',
        '  File "/work/app/setup.py", line 20, in <module>',
        '    import cart',
        '  File "/work/app/cart.py", line 88',
        "    total('a'):",
        '              ',
        'SyntaxError: invalid syntax',
      ),
      ['python | SyntaxError: invalid syntax | 2 | /work/app/cart.py:88'],
    );
  });

  it('is read from a notebook, where an arrow marks the lines', () => {
    assert.deepEqual(
      read(
        'KeyError                                  Traceback (most recent call last)',
        '<ipython-input-2-5f477361abed> in <module>',
        '----> 1 total(order)',
        '',
        '~/shop/cart.py in total(order)',
        '    115     for row in order:',
        "--> 116         price = row['price']",
        '    117     return price',
        '',
        "KeyError: 'price'",
      ),
      ["python/ipython | KeyError: 'price' | 2 | ~/shop/cart.py:116 total"],
    );
  });

  it('is not a file and a line that somebody mentions', () => {
    assert.deepEqual(read('File "/work/app/cart.py", line 15, in total', 'is where I would look first.'), []);
  });
});

describe('PHP in a browser', () => {
  it('has its stack in the line of the error', () => {
    assert.deepEqual(
      read(
        'Fatal error: Uncaught Error: Call to undefined function a() in C:\\www\\b.php:66 Stack trace: #0 {main} thrown in C:\\www\\b.php',
      ),
      ['php | Error: Call to undefined function a() | 1 | C:\\www\\b.php:66'],
    );
  });

  it('may be quoted', () => {
    assert.deepEqual(read('"Fatal error: Call to undefined function a() in /var/www/b.php on line 47"'), [
      'php | Fatal error: Call to undefined function a() | 1 | /var/www/b.php:47',
    ]);
  });
});
