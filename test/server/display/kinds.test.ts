import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outputKinds, readElsewhere, readOutputs, type OutputName } from '../../../server/src/display';
import { Document } from '../../../server/src/syntax/document';

const kinds = Object.entries(outputKinds).map(([name, kind]) => ({
  name: name as OutputName,
  commands: [kind.command, ...('alsoCommands' in kind ? (kind.alsoCommands ?? []) : [])],
  about: kind.about,
}));

function namesIn(text: string): OutputName[] {
  return readOutputs(Document.parse(text, 'huawei-vrp-output').items).map(({ name }) => name);
}

/** Each word as short as it still is no other that may stand there. */
function shortened(command: string): string {
  const others = kinds.flatMap((each) => each.commands).filter((each) => each !== command);
  const words = command.split(' ');
  return words
    .map((word, at) => {
      const rivals = others.flatMap((each) => {
        const parts = each.split(' ');
        const isBeside = parts.slice(0, at).join(' ') === words.slice(0, at).join(' ');
        const rival = parts[at];
        return isBeside && rival !== undefined && rival !== word ? [rival] : [];
      });
      let length = 2;
      while (length < word.length && rivals.some((each) => each.startsWith(word.slice(0, length)))) length++;
      return word.slice(0, length);
    })
    .join(' ');
}

describe('every output', () => {
  it('is known by its command, in full, cut short and with arguments', () => {
    for (const { name, commands } of kinds)
      for (const command of commands)
        for (const typed of [command, command.toUpperCase(), shortened(command), `${command}  | include x`])
          for (const prompt of ['<FW_A>', '[FW_A]', '[~NE-x]', 'HRP_M<FW_A>'])
            assert.deepEqual(namesIn(`${prompt}${typed}\nsomething\n`), [name], prompt + typed);
  });

  it('has a command of its own', () => {
    const all = kinds.flatMap(({ commands }) => commands);
    assert.equal(new Set(all).size, all.length);
  });

  it('says what is read from it, and what its layouts were read against', () => {
    for (const { reads, layouts } of [...kinds.map(({ about }) => about), ...Object.values(readElsewhere)]) {
      assert.match(reads, /^[A-Za-z][^|]{8,}[^.|]$/);
      assert.ok(Object.keys(layouts).length > 0);
    }
  });

  it('of another command is none', () => {
    for (const command of [
      'display ip routing-table',
      'display ike',
      'display ipsec',
      'ping 203.0.113.1',
      'quit',
    ])
      assert.deepEqual(namesIn(`<FW_A>${command}\nIKE SA information :\nPeer name : x\n`), [], command);
  });
});
