import { placeholderPattern } from './scannedText.ts';

interface SecretName {
  readonly kind: string;
  readonly placeholder: string;
}

/** Gives every secret its placeholder: `<kind-n>`, numbered for each kind by first appearance, above the numbers in use. */
export class PlaceholderNames {
  readonly #numbers = new Map<string, number>();
  readonly #names = new Map<string, SecretName>();

  constructor(text: string) {
    for (const match of text.matchAll(placeholderPattern)) {
      const kind = match[1] ?? '';
      this.#numbers.set(kind, Math.max(this.#numbers.get(kind) ?? 0, Number(match[2])));
    }
  }

  /** The name of a secret; a secret that was found as two kinds keeps the first. */
  of(kind: string, secret: string): SecretName {
    const known = this.#names.get(secret);
    if (known !== undefined) return known;
    const number = (this.#numbers.get(kind) ?? 0) + 1;
    this.#numbers.set(kind, number);
    const name = { kind, placeholder: `<${kind}-${String(number)}>` };
    this.#names.set(secret, name);
    return name;
  }
}
