// Takes the source maps that nobody uploaded out of what is deployed, and keeps them in ./maps for the command line.
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const out = process.env.OUT_DIR ?? '../src/main/webapp/front-end';
rmSync('maps', { recursive: true, force: true });
for (const map of readdirSync(out, { recursive: true }).filter((file) => file.endsWith('.map'))) {
  const script = map.replace(/\.map$/, '');
  cpSync(join(out, script), join('maps', script));
  cpSync(join(out, map), join('maps', map));
  rmSync(join(out, map));
}
