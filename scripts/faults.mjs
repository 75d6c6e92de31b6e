// `npm run faults`: breaks healthy pairs of devices in every way the rules about two ends promise to find, and prints what was found and
// repaired: one row a fault, one column a kind of pair, in each cell the ends at which it was made.
import { join } from 'node:path';
import { install } from './install.mjs';
import { Failure, main, root, runNode } from './processes.mjs';

main(async () => {
  await install();
  const { code } = await runNode(
    [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', root, '--outDir', join(root, 'out')],
    {
      show: true,
    },
  );
  if (code !== 0) throw new Failure('The tests do not compile.');
  const run = await runNode([join(root, 'out', 'test', 'server', 'tunnels', 'printMatrix.js')], {
    show: true,
  });
  if (run.code !== 0) throw new Failure('Some faults were not found or not repaired; they are listed above.');
});
