import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workspace } from '../../server/src/workspace/workspace';
import { freshName, renamed, targetsIn, told } from '../server/features/renaming';
import { skip, workspaceOf } from './load';

/** So many objects of one file are renamed, spread over it. */
const OF_ONE_FILE = 8;

test('an object of a real configuration gets another name and nothing else changes', { skip }, () => {
  let count = 0;
  for (const { uri, document } of workspaceOf('configs', /^ipsec/).snapshot.all) {
    const workspace = new Workspace();
    workspace.set(uri, document.text, document.language, 1);
    const { snapshot } = workspace;
    const targets = targetsIn(snapshot);
    const step = Math.max(1, Math.floor(targets.length / OF_ONE_FILE));
    const before = told(snapshot);
    for (const target of targets.filter((_, at) => at % step === 0)) {
      const fresh = freshName(target, document.text);
      if (fresh === undefined) continue;
      const after = renamed(snapshot, target, fresh);
      if ('refused' in after) continue;
      const where = `${uri}: ${target.use.kind} ${target.name} → ${fresh}`;
      assert.deepEqual(told(after.snapshot, fresh, target.name), before, where);
      const back = renamed(
        after.snapshot,
        targetsIn(after.snapshot).find(({ name }) => name === fresh) ?? target,
        target.name,
      );
      assert.ok(!('refused' in back), `${where}: ${'refused' in back ? back.refused : ''}`);
      assert.equal(back.snapshot.file(uri)?.document.text, document.text, where);
      count++;
    }
  }
  assert.ok(count > 100, `${count} objects`);
});
