import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { WorkspaceFolders, type FileSystem, type StoredFile } from '../../../server/src/workspace/folders';
import { PROJECT_FILE } from '../../../server/src/workspace/project';
import { Workspace } from '../../../server/src/workspace/workspace';
import { Random } from '../../negotiation/random';
import { healthyPair } from '../tunnels/pairs';

const FOLDER = 'file:///lab';
const uri = (name: string): string => `${FOLDER}/${name}`;

/** A disk whose answers can be held back, and given in any order. */
class SlowDisk implements FileSystem {
  readonly files = new Map<string, string>();
  held: (() => void)[] | undefined;

  async *list(): AsyncIterable<string> {
    await Promise.resolve();
    yield* [...this.files.keys()];
  }

  read(name: string): Promise<StoredFile | undefined> {
    const text = this.files.get(name);
    const stored = text === undefined ? undefined : { bytes: Buffer.from(text), modified: 0 };
    const { held } = this;
    if (!held) return Promise.resolve(stored);
    return new Promise((resolve) =>
      held.push(() => {
        resolve(stored);
      }),
    );
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('files of a folder that change while they are read', () => {
  const pair = healthyPair('policy', 'IKEv2');

  async function opened() {
    const disk = new SlowDisk();
    disk.files.set(uri('a.cfg'), pair.a);
    disk.files.set(uri('b.cfg'), pair.b);
    const workspace = new Workspace();
    const folders = new WorkspaceFolders(workspace, disk, () => undefined);
    await folders.add(FOLDER);
    const known = (): string[] => [...workspace.snapshot.all].map((file) => file.uri).sort();
    assert.deepEqual(known(), [uri('a.cfg'), uri('b.cfg')]);
    return { disk, workspace, folders, known };
  }

  test('the newest content counts, whichever read answers last', async () => {
    const { disk, workspace, folders } = await opened();
    const newest = `${pair.b}# newest\n`;
    disk.held = [];
    const first = folders.refresh([uri('b.cfg')]);
    disk.files.set(uri('b.cfg'), newest);
    const second = folders.refresh([uri('b.cfg')]);
    const [older, newer] = disk.held;
    newer?.();
    await settled();
    older?.();
    await Promise.all([first, second]);
    assert.equal(workspace.snapshot.file(uri('b.cfg'))?.document.text, newest);
  });

  test('a file that was deleted stays away although an older read answers later', async () => {
    const { disk, folders, known } = await opened();
    disk.held = [];
    const first = folders.refresh([uri('b.cfg')]);
    disk.files.delete(uri('b.cfg'));
    const second = folders.refresh([uri('b.cfg')]);
    const [older, newer] = disk.held;
    newer?.();
    await settled();
    older?.();
    await Promise.all([first, second]);
    assert.deepEqual(known(), [uri('a.cfg')]);
  });

  test('whatever changes and in whatever order the disk answers, in the end what lies there is known', async () => {
    const random = new Random(20261126);
    const pick = <T>(list: readonly T[]): T => list[random.integer(0, list.length - 1)] as T;
    for (let round = 0; round < 300; round++) {
      const { disk, workspace, folders } = await opened();
      const held: (() => void)[] = [];
      disk.held = held;
      const asked: Promise<void>[] = [];
      for (let step = 0; step < 12; step++) {
        const name = uri(pick([PROJECT_FILE, PROJECT_FILE, 'a.cfg', 'b.cfg']));
        const contents =
          name === uri(PROJECT_FILE)
            ? ['{ "exclude": ["b.*"] }', '{ "include": ["b.*"] }', '{}', undefined]
            : [pair.a, pair.b, `${pair.a}# ${String(step)}\n`, undefined];
        const content = pick(contents);
        if (content === undefined) disk.files.delete(name);
        else disk.files.set(name, content);
        asked.push(folders.refresh([name]));
        for (let answers = random.integer(0, 3); answers > 0; answers--) {
          held.splice(random.integer(0, held.length - 1), 1)[0]?.();
          await settled();
        }
      }
      while (held.length > 0) {
        held.splice(random.integer(0, held.length - 1), 1)[0]?.();
        await settled();
      }
      await Promise.all(asked);
      const fresh = new Workspace();
      disk.held = undefined;
      await new WorkspaceFolders(fresh, disk, () => undefined).add(FOLDER);
      const contentsOf = (of: Workspace) =>
        [...of.snapshot.all].map((file) => [file.uri, file.document.text]).sort();
      assert.deepEqual(contentsOf(workspace), contentsOf(fresh), `round ${String(round)}`);
    }
  });

  test('what the editor opened meanwhile counts before what was being read', async () => {
    const { disk, workspace, folders } = await opened();
    disk.held = [];
    const read = folders.refresh([uri('b.cfg')]);
    workspace.set(uri('b.cfg'), `${pair.b}# typed\n`, 'huawei-vrp', 1);
    for (const answer of disk.held) answer();
    await read;
    assert.match(workspace.snapshot.file(uri('b.cfg'))?.document.text ?? '', /# typed/);
  });

  test('a folder that is closed while it is read leaves nothing behind', async () => {
    const { disk, folders, known } = await opened();
    disk.held = [];
    const read = folders.refresh([uri('b.cfg')]);
    folders.remove(FOLDER);
    for (const answer of disk.held) answer();
    await read;
    assert.deepEqual(known(), []);
  });

  test('a name whose percent signs stand for nothing is a name', async () => {
    const { disk, folders, known } = await opened();
    disk.files.set(uri('100%.cfg'), pair.b);
    await folders.refresh([uri('100%.cfg')]);
    assert.equal(known().length, 3);
  });
});
