import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './host/folders.ts';
import { makeShop } from './shop.ts';

// npm run sample: the sample workspace in out/shop, for F5. One that is there is kept as you left it; delete it to start over.
const folder = path.join(projectFolder, 'out', 'shop');
if (!existsSync(folder)) {
  await makeShop(folder);
}
console.log(folder);
