import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver-types';
import { lineOf } from '../model/value';
import { ACCEPT_COMMAND, type AcceptArguments } from '../protocol';
import { tunnelId } from '../tunnels/pairing';
import { analyse, type RuleFinding } from '../workspace/analysis';
import { PROJECT_FILE } from '../workspace/project';
import { devicesOf, type TunnelFinding } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';

function action(title: string, diagnostic: Diagnostic, accept: AcceptArguments): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command: ACCEPT_COMMAND, arguments: [accept] },
  };
}

/** The actions that accept a problem with a reason: above its line where that is written in a configuration, and in the project file. */
export function acceptActions(
  snapshot: Snapshot,
  finding: RuleFinding | TunnelFinding,
  diagnostic: Diagnostic,
): CodeAction[] {
  const { place } = finding;
  const file = snapshot.file(place.uri);
  if (!file) return [];
  const common = { uri: place.uri, line: diagnostic.range.start.line, rule: finding.rule.id };
  const here =
    lineOf(place).role === 'config' && file.document.language === 'huawei-vrp'
      ? [action(l10n.t('Accept this here, with a reason…'), diagnostic, { ...common, target: 'line' })]
      : [];
  if ('tunnel' in finding) {
    const [a, b] = finding.tunnel.ends;
    const title = l10n.t(
      'Accept this between {0} and {1} in {2}, with a reason…',
      a.device.name,
      b.device.name,
      PROJECT_FILE,
    );
    const tunnel = tunnelId(finding.tunnel);
    return [...here, action(title, diagnostic, { ...common, target: 'project', tunnel })];
  }
  const [device] = devicesOf(analyse(file), finding);
  if (device === undefined) return here;
  const title = l10n.t('Accept this for {0} in {1}, with a reason…', device, PROJECT_FILE);
  return [...here, action(title, diagnostic, { ...common, target: 'project', device })];
}
