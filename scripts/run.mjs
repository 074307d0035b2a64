// Runs a script of this folder: `node scripts/run.mjs test`. JavaScript, so that an old Node gets a sentence and not a stack trace.
const needed = 24;
const [, , name, ...rest] = process.argv;
if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `These scripts need Node ${needed} or newer, and this is ${process.version}. On Linux and Windows \`npm ci\` brings it along ` +
      '(optional packages must not be switched off); on other systems install it from nodejs.org.',
  );
  process.exit(1);
}
process.argv = [process.argv[0], process.argv[1], ...rest];
await import(`./${name}.ts`);
