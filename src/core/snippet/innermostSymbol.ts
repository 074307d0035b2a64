/** A symbol of a file, its lines counted from 0. */
export interface PlainSymbol {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly children?: readonly PlainSymbol[];
}

/** The name of the smallest symbol around a line; `undefined` outside of all. */
export function innermostSymbol(symbols: readonly PlainSymbol[], line: number): string | undefined {
  const around = symbols
    .filter(({ first, last }) => first <= line && line <= last)
    .toSorted((a, b) => a.last - a.first - (b.last - b.first))[0];
  if (!around) return undefined;
  return innermostSymbol(around.children ?? [], line) ?? around.name;
}
