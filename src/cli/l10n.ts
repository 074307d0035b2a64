/** Takes the place of `vscode` in the bundle of the command line: `src/words` asks for nothing else of it. Always English. */
export const l10n = {
  t: (message: string, ...values: readonly (string | number | boolean)[]): string =>
    message.replaceAll(/\{(\d+)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole)),
};
