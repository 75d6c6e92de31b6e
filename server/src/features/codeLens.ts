import * as l10n from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver-types';
import type { Judgement } from '../rules/judge';
import { GO_TO_OTHER_END_COMMAND, REPAIR_TUNNEL_COMMAND, COMPARE_ENDS_COMMAND } from '../protocol';
import { tunnelId } from '../tunnels/pairing';
import type { Snapshot } from '../workspace/workspace';
import { rangeOf } from './positions';
import { endsIn, type EndTunnels } from './tunnelsAt';
import { tunnelTitle } from './verdicts';

/** `FW_HUB ↔ 12 ends: 10 ok, 2 fail`. */
function summary({ end, judgements }: EndTunnels): string {
  const bad = judgements.filter(({ verdict }) => verdict.startsWith('fails')).length;
  const name = end.device.name;
  return bad === 0
    ? l10n.t('{0} ↔ {1} ends: none fails', name, judgements.length)
    : l10n.t('{0} ↔ {1} ends: {2} fail', name, judgements.length, bad);
}

function titleOf(ofEnd: EndTunnels): string {
  const { end, judgements } = ofEnd;
  const [only, ...others] = judgements;
  if (only) return others.length === 0 ? tunnelTitle(only) : summary(ofEnd);
  const remote = end.remoteAddresses[0]?.text;
  return remote === undefined
    ? l10n.t('{0}: no end that calls this one is in the workspace', end.device.name)
    : l10n.t('{0} ↔ {1}: the other end is not in the workspace', end.device.name, remote);
}

/** The repairs that make a difference to the verdict. */
function isRepairable({ differences }: Judgement): boolean {
  return differences.some(({ effect, repairs }) => effect !== 'none' && repairs !== undefined);
}

/**
 * A lens on every policy entry, template and profile: which tunnel it is an end of and what becomes of it. With the commands of our
 * client a click goes to the other end.
 */
export function codeLens(snapshot: Snapshot, uri: string, commands: boolean): CodeLens[] {
  const file = snapshot.file(uri);
  if (!file) return [];
  const seen = new Set<string>();
  return endsIn(snapshot, uri).flatMap((ofEnd): CodeLens[] => {
    const { end, judgements } = ofEnd;
    if (end.place.uri !== uri) return [];
    const range = rangeOf(end.place, file.document);
    const title = titleOf(ofEnd);
    // A profile on several interfaces has several ends on one line.
    const key = `${range.start.line} ${title}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const ids = judgements.map(({ tunnel }) => tunnelId(tunnel));
    const lens = (text: string, command: string): CodeLens => ({
      range,
      command: { title: text, command: commands ? command : '', arguments: [{ uri, ids }] },
    });
    const first: CodeLens =
      judgements.length === 0
        ? { range, command: { title, command: '' } }
        : lens(title, GO_TO_OTHER_END_COMMAND);
    if (!commands || judgements.length === 0) return [first];
    return [
      first,
      lens(l10n.t('Compare ends'), COMPARE_ENDS_COMMAND),
      ...(judgements.some(isRepairable) ? [lens(l10n.t('Repair this tunnel'), REPAIR_TUNNEL_COMMAND)] : []),
    ];
  });
}
