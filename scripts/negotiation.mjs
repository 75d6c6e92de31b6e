// `npm run test:negotiation [-- --count N] [--seed S | --fresh] [--only INDEX] …`: pairs of devices negotiated by two real IKE daemons and
// judged by the product; test/negotiation/run.ts has the options. Says so and does nothing where that is not possible: it needs Linux,
// root, and strongSwan.
import { join } from 'node:path';
import process from 'node:process';
import { install } from './install.mjs';
import { Failure, main, root, runNode } from './processes.mjs';

main(async () => {
  await install();
  const compiled = await runNode([join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', root], {
    show: true,
  });
  if (compiled.code !== 0) throw new Failure('The tests do not compile.');
  const { code } = await runNode(
    ['--enable-source-maps', join(root, 'out', 'test', 'negotiation', 'run.js'), ...process.argv.slice(2)],
    { show: true },
  );
  return code;
});
