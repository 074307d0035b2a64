import * as fc from 'fast-check';

/** Texts of the characters that formats are made of, and a few beyond ASCII. Cheaper to make than all of Unicode. */
export const anyText = fc.string({
  unit: fc.constantFrom(...Array.from('aZ09_ \t\r\n/\\:.,[](){}<>#|`~+-@"\'*!?é接💥\u2028\u0000')),
  maxLength: 60,
});
