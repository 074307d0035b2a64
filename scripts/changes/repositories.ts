import { apps } from './apps.ts';
import type { Repository } from './model.ts';
import { platform } from './platform.ts';
import { services } from './services.ts';

/** Ten small repositories of a made-up shop, with the changes that a reviewer meets. */
export const repositories: readonly Repository[] = [...services, ...platform, ...apps];
