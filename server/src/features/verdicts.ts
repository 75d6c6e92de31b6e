import * as l10n from '@vscode/l10n';
import type { Judgement, Verdict } from '../rules/judge';
import type { Phase } from '../tunnels/phase';
import { labelled } from '../l10n';

/** What a phase is called in a sentence. */
export function phaseName(phase: Phase): string {
  const names: Readonly<Record<Phase, string>> = {
    address: l10n.t('addresses'),
    version: l10n.t('IKE version'),
    phase1: l10n.t('phase 1'),
    identity: l10n.t('identity'),
    authentication: l10n.t('authentication'),
    flow: l10n.t('protected flows'),
    phase2: l10n.t('phase 2'),
    liveness: l10n.t('liveness'),
  };
  return names[phase];
}

/** A verdict in a few words: `fails: phase 1`. */
export function verdictText(verdict: Verdict, phase: Phase | null | undefined): string {
  const where = phase ? phaseName(phase) : '';
  switch (verdict) {
    case 'ok':
      return l10n.t('ok');
    case 'fails':
      return l10n.t('fails: {0}', where);
    case 'fails-at-rekey':
      return l10n.t('comes up and fails at the first rekey: {0}', where);
    case 'unknown':
      return l10n.t('unknown');
  }
}

/** `FW_A ↔ FW_B: fails: phase 1 (2 problems)`. */
export function tunnelTitle({ tunnel, verdict, phase, differences }: Judgement): string {
  const [a, b] = tunnel.ends;
  const text = labelled(`${a.device.name} ↔ ${b.device.name}`, verdictText(verdict, phase));
  const problems = differences.filter(({ effect }) => effect !== 'none').length;
  if (problems === 0) return text;
  return problems === 1 ? l10n.t('{0} (1 problem)', text) : l10n.t('{0} ({1} problems)', text, problems);
}
