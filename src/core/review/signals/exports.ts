import type { ChangedFile, ChangedLine } from '../change.ts';
import { isProgram } from '../fileKind.ts';
import type { Signals } from './signal.ts';

/** How each language says that others may use a name. */
const forms: Readonly<Record<string, RegExp>> = {
  javascript:
    /^\s*export\s+(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\*?|class|const|let|var|interface|type|enum)\s+(\w+)/,
  python: /^(?:async\s+)?(?:def|class)\s+([A-Za-z]\w*)/,
  go: /^(?:func\s+(?:\([^)]*\)\s*)?|type\s+|var\s+|const\s+)([A-Z]\w*)/,
  java: /^\s*public\s+(?:static\s+|final\s+|abstract\s+|synchronized\s+|default\s+|sealed\s+|async\s+|override\s+|virtual\s+|readonly\s+|partial\s+)*(?:(?:class|interface|enum|record|struct)\s+(\w+)|[\w<>[\],.? ]+?\s+(\w+)\s*\()/,
  rust: /^\s*pub\s+(?:async\s+|unsafe\s+|const\s+)*(?:fn|struct|enum|trait|type|const|static|mod)\s+(\w+)/,
};
const alike: Readonly<Record<string, string>> = {
  typescript: 'javascript',
  typescriptreact: 'javascript',
  javascriptreact: 'javascript',
  csharp: 'java',
};

/** Names that the change takes away from those who use them, or changes under their hands. */
export function exportSignals(files: readonly ChangedFile[], signals: Signals): void {
  const code = files.filter((file) => isProgram(file) && !file.isGenerated);
  const kept = new Set(code.flatMap((file) => exportsIn(file, file.added).map(({ name }) => name)));
  for (const file of code) {
    const added = new Map(exportsIn(file, file.added).map((one) => [one.name, one]));
    for (const { name, line, text } of exportsIn(file, file.removed)) {
      const now = added.get(name);
      if (now && now.text.trim() !== text.trim())
        signals.add('export-changed', `changes \`${name}\`, which others may use`, { path: file.path, line: now.line });
      else if (!kept.has(name))
        signals.add(
          'export-removed',
          `took away \`${name}\`, which others may use`,
          file.status === 'deleted' ? { path: file.path } : { path: file.path, line },
        );
    }
  }
}

function exportsIn(file: ChangedFile, lines: readonly ChangedLine[]): { name: string; line: number; text: string }[] {
  const language = file.language ?? '';
  const form = forms[alike[language] ?? language];
  if (!form) return [];
  return lines.flatMap(({ line, text }) => {
    const match = form.exec(text.slice(0, 300));
    const name = match?.[1] ?? match?.[2];
    return name === undefined ? [] : [{ name, line, text }];
  });
}
