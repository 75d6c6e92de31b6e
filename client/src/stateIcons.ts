import * as vscode from 'vscode';
import type { OverviewTunnel, ProblemNode } from '../../server/src/protocol';

/** What becomes of a tunnel, what the files say of a cause, or how far a step is. */
export type State = NonNullable<ProblemNode['state']> | OverviewTunnel['verdict'];

/** What each state looks like; the shape alone tells them apart where colours cannot. */
const ICONS: Readonly<Record<State, { readonly icon: string; readonly color?: string }>> = {
  ok: { icon: 'pass', color: 'testing.iconPassed' },
  fails: { icon: 'error', color: 'problemsErrorIcon.foreground' },
  'fails-at-rekey': { icon: 'warning', color: 'problemsWarningIcon.foreground' },
  unknown: { icon: 'question', color: 'problemsInfoIcon.foreground' },
  explained: { icon: 'error', color: 'problemsErrorIcon.foreground' },
  contradicted: { icon: 'history', color: 'problemsInfoIcon.foreground' },
  open: { icon: 'circle-large-outline' },
  normal: { icon: 'info', color: 'problemsInfoIcon.foreground' },
  predicted: { icon: 'lightbulb' },
  done: { icon: 'check' },
  agrees: { icon: 'pass', color: 'testing.iconPassed' },
  differs: { icon: 'error', color: 'problemsErrorIcon.foreground' },
};

/** The icon of a state in a view. */
export function stateIcon(state: State): vscode.ThemeIcon {
  const { icon, color } = ICONS[state];
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}
