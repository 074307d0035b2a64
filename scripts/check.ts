import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { projectFolder } from './host/folders.ts';
import { runScript } from './host/say.ts';

interface Tool {
  readonly name: string;
  /** The file that its package names as the program. */
  readonly program: string | URL;
  readonly args: readonly string[];
}

/** What a tool that failed printed; `undefined` when it found nothing. */
type Complaint = string | undefined;

const typescript = new URL('bin/tsc', import.meta.resolve('typescript/package.json'));
const tools: readonly Tool[] = [
  { name: 'types', program: typescript, args: ['-p', '.'] },
  { name: 'types of the core alone', program: typescript, args: ['-p', 'src/core/tsconfig.json'] },
  {
    name: 'lint',
    program: new URL('bin/oxlint', import.meta.resolve('oxlint/package.json')),
    args: ['--type-aware', '--deny-warnings'],
  },
  { name: 'format', program: import.meta.resolve('prettier/bin/prettier.cjs'), args: ['--check', '.'] },
  {
    name: 'unused code',
    program: new URL('../bin/knip.js', import.meta.resolve('knip')),
    args: ['--no-progress', '--treat-config-hints-as-errors'],
  },
];

// npm run check: reads everything, changes nothing.
await runScript(async () => {
  const complaints = await Promise.all(
    tools.map(async (tool) => {
      const start = performance.now();
      const complaint = await run(tool);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${complaint === undefined ? '✓' : '✗'} ${tool.name} (${seconds} s)`);
      return complaint;
    }),
  );
  for (const [index, complaint] of complaints.entries()) {
    if (complaint !== undefined) console.log(`\n${tools[index]?.name}\n${complaint.replaceAll(/^(?=.)/gm, '  ')}`);
  }
  return complaints.every((complaint) => complaint === undefined) ? 0 : 1;
});

function run({ program, args }: Tool): Promise<Complaint> {
  const options = { cwd: projectFolder, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(process.execPath, [fileURLToPath(program), ...args], options, (error, stdout, stderr) => {
      const output = [stdout, stderr].map((text) => text.trim()).filter(Boolean);
      resolve(error === null ? undefined : output.join('\n') || error.message);
    });
  });
}
