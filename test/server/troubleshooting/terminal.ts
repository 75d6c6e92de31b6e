/** What a terminal writes: rows of failures, and the answers to a script. */
import { answers, type Firewall } from '../workspace/sessions';

/** One row of `display ike error-info`. */
export interface Row {
  readonly peer: string;
  readonly reason: string;
  readonly time: string;
}

/** What a device prints in answer to `display ike error-info`, behind its prompt. */
export function errorInfo(name: string, rows: readonly Row[]): string {
  const lines = rows.map(
    ({ peer, reason, time }) => `  ${peer.padEnd(19)}500     ${reason.padEnd(40)}v2          ${time}`,
  );
  return `<${name}>display ike error-info
  current info Num :${rows.length}
  Ike error information:
-----------------------------------------------------------------------------------------
  peer               port    error-reason                            version     error-time
-----------------------------------------------------------------------------------------
${lines.join('\n')}
-----------------------------------------------------------------------------------------
<${name}>
`;
}

/** What a terminal writes when the script is pasted: the prompt, each command, and what the firewall answers. */
export function played(
  script: { readonly text: string },
  firewall: Firewall,
  change = (text: string): string => text,
): string {
  const known = Object.values(answers(firewall)).map((text) => {
    const [command = '', ...lines] = text.split('\n');
    return { command, text: lines.join('\n') };
  });
  const answer = (command: string): string => {
    const found = known.find(
      (each) => command.startsWith(each.command) || each.command.startsWith(`${command} `),
    );
    if (found) return found.text;
    return command.startsWith('screen-length') ? '' : 'Info: There is nothing to display.\n';
  };
  const lines = script.text.split('\n').filter((line) => line !== '');
  return change(
    `${lines.map((line) => `<${firewall.name}>${line}\n${answer(line)}`).join('')}<${firewall.name}>\n`,
  );
}
