import assert from 'node:assert/strict';
import { parseStackTraces } from '../../../../src/core/stackTrace/parse.ts';
import { signatureOf } from '../../../../src/core/stackTrace/signature.ts';
import { summaryOf } from './summary.ts';

const read = (...lines: string[]): string[] => parseStackTraces(lines.join('\n')).map(summaryOf);

describe('errors of compilers', () => {
  it('are read indented, as npm quotes the output of a script', () => {
    assert.deepEqual(read("    src/cart.ts:33:3 - error TS2345: Argument of type 'unknown' is not wanted."), [
      "typescript/tsc | TS2345: Argument of type 'unknown' is not wanted. | 1 | src/cart.ts:33:3",
    ]);
  });

  it('may have their message on the next line', () => {
    assert.deepEqual(read('web/src/Browser.ts(40,8): error TS2345:', "Argument of type 'A' is not wanted."), [
      "typescript/tsc | TS2345: Argument of type 'A' is not wanted. | 1 | web/src/Browser.ts:40:8",
    ]);
  });

  it('of Kotlin are read with a file URL of Windows too', () => {
    const place = 'app/src/main/kotlin/Cart.kt:79:33';
    for (const [before, path] of [
      ['e: file:///C:/Users/ana/', 'C:/Users/ana/'],
      ['e: file:///home/ana/', '/home/ana/'],
    ] as const)
      assert.deepEqual(read(`${before}${place} Unresolved reference: FileUtils`), [
        `kotlin/kotlinc | Unresolved reference: FileUtils | 1 | ${path}${place}`,
      ]);
  });

  it('of javac name the symbol that is missing, with and without Maven', () => {
    const missing = 'java/javac | cannot find symbol: class Discount | 1 | /work/app/src/Cart.java:12';
    assert.deepEqual(
      read('[ERROR] /work/app/src/Cart.java:[12,34] cannot find symbol', '[ERROR]   symbol:   class Discount'),
      [`${missing}:34`],
    );
    assert.deepEqual(
      read(
        '/work/app/src/Cart.java:12: error: cannot find symbol',
        '    Discount discount;',
        '    ^',
        '  symbol:   class Discount',
        '  location: class Cart',
      ),
      [missing],
    );
  });

  it("of Microsoft's linker name what is unresolved, and differ by it", () => {
    const line = (name: string): string =>
      `1>Cart.obj : error LNK2019: unresolved external symbol "public: void __cdecl ${name}(void)" referenced in function main [C:\\work\\Shop.vcxproj]`;
    assert.deepEqual(read(line('Cart::pay')), [
      'cpp/link | LNK2019: unresolved external symbol "public: void __cdecl Cart::pay(v | 0 | -',
    ]);
    const [one, other] = ['Cart::pay', 'Cart::total'].map((name) => signatureOf(parseStackTraces(line(name))[0]!));
    assert.notEqual(one, other);
  });

  it("copied from Visual Studio's list have tabs between their parts", () => {
    assert.deepEqual(read("Error\tC2065\t'PRICE': undeclared identifier\tShop\tC:\\work\\main.cpp\t72\t"), [
      "cpp/c++ | C2065: 'PRICE': undeclared identifier | 1 | C:\\work\\main.cpp:72",
    ]);
  });
});

describe('a Unity player without symbols', () => {
  it("keeps the user's methods, though they have no file", () => {
    assert.deepEqual(
      read(
        'NullReferenceException: Object reference not set to an instance of an object',
        '  at Player.Highlight () [0x00000] in <filename unknown>:0 ',
      ),
      ['csharp | NullReferenceException: Object reference not set to an instance of an object | 1 | Player.Highlight'],
    );
  });
});
